"""Texts that are likely to break something."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

WORDS = (
    "قال", "بلدية", "المرفأ", "إن", "الاتفاق", "والطاقة", "لِلبلدين،", "2025", "١٧", "يناير",
    "وأضاف:", "«نعم»", "اقرأ أيضًا", "رويترز", "كلمات مفتاحية", "Harbour", "Council", "said",
)  # fmt: skip
BREAKERS = (
    "<", ">", '"', "'", "&", "&lt;", "&#x3c;", "<!--", "-->", "]]>", "<script>", "</script>",
    "</title>", "</p>", "<img src=x onerror=go()>", "{{", "}}", "{%", "%}", "javascript:go()",
    "[x](javascript:go())", "![x](//y.invalid/z)", "`", "```\n", "---\n", "# ", "## Summary\n",
    "## ", "- ", "> ", "| a | b |\n|---|---|\n", "<https://y.invalid>", "\\", "%00", "\\u003c",
    "\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u2028", "\u0640", "\u0651", "\ufdfa",
    "\ufe70", "\ufb1d", "½", "Ⅷ", "İ", "ß", "e\u0301", "\x00", "\x1b[31m", "\x85", "\U0001d4ca",
    "\U000e0041", "\uffff", "__proto__", "@@partner@@", "ab" * 60,
)  # fmt: skip
BLANKS = (" ", "\n", "\n\n", "", "\t", "\u00a0", ". ", "، ")


def _texts(letters: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pieces = st.one_of(
        st.sampled_from(WORDS), st.sampled_from(BREAKERS), st.text(letters, max_size=6)
    )
    parts = st.lists(st.tuples(pieces, st.sampled_from(BLANKS)), max_size=60)
    return parts.map(lambda found: "".join(piece + blank for piece, blank in found))


texts = _texts(st.characters(exclude_categories=["Cs"]))
assigned_texts = _texts(st.characters(exclude_categories=["Cs", "Cn"]))
"""Of characters that this Python's Unicode has: a browser's newer one has more letters."""


def at_least(examples: int) -> settings:
    """Look at so many ``examples`` where the profile has fewer, for what costs little."""
    return settings(max_examples=max(examples, settings().max_examples))
