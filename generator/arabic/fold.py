"""Folding: one spelling for matching, whatever the writer's habits. Never shown to a reader.

The same function runs in the browser (``templates/assets/js/search/fold.js``);
``tests/fixtures/fold.md`` tests both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from generator.arabic.letters import MARK

_MARKS: Final = re.compile(f"[{MARK}]+")
_PLAIN: Final = re.compile(r"[ء-غف-ي\n -@\[-~«»،؛؟]+")
"""What no normal form, case or mark changes: most of an Arabic text."""
_LETTERS: Final = (
    "أإآٱىیةکگؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااييهككءء01234567890123456789",
)


def strip_marks(text: str) -> str:
    """Return ``text`` in compatibility form without vowel marks, tatweel and invisible signs."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return the matching form of a word or phrase; results are kept.

    Marks go; alef forms, ya and alef maqsura, ta marbuta and ha, kaf forms, hamza seats and the
    digit sets each become one; Latin is lower-cased. ``fold(fold(x)) == fold(x)``.
    """
    return fold_text(text)


def fold_text(text: str) -> str:
    """Return the matching form of a whole text, see :func:`fold`; not kept."""
    if not _PLAIN.fullmatch(text):
        # Case folding can bring back marks (İ) that must go as well; hence they go twice.
        text = _MARKS.sub("", unicodedata.normalize("NFKC", strip_marks(text).lower()))
    # One after the other: on Arabic, str.translate takes ten times as long for a sentence.
    for letter, folded in zip(*_LETTERS, strict=True):
        text = text.replace(letter, folded)
    return text
