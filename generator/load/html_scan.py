"""Measures HTML before any parser sees it: how many tags, how deep. Linear in the input.

It is what keeps the parser from the worst; the parsed tree is measured again, exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.load.limits import or_raise
from generator.load.refused import Refused

if TYPE_CHECKING:
    from generator.load.limits import Limits

_TAG: Final = re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9]*)|!--)")
_FLAT: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
     "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
     "colgroup", "caption", "option", "optgroup", "rt", "rp"]
)  # fmt: skip
"""Elements that are empty, or that the next of their kind closes."""
_RAW: Final = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE | re.ASCII)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
}
"""Elements whose content is text up to their end tag."""


class Page(NamedTuple):
    """What an HTML page says."""

    text: str
    """Title and paragraphs with blank lines between them."""
    published: str | None
    """``YYYY-MM-DD`` as its metadata state it, else None."""


def check_html(text: str, limits: Limits) -> None:
    """Raise ``Refused`` where ``text`` has more or deeper tags than allowed."""
    tags = depth = at = 0
    opened: Counter[str] = Counter()
    unended: set[str] = set()
    while found := _TAG.search(text, at):
        at = found.end()
        name = (found[2] or "").lower()
        if not name:
            end = text.find("-->", at)
            if end < 0:
                return  # the rest is a comment
            at = end + 3
            continue
        tags += 1
        if name in _RAW and not found[1] and name not in unended:
            end_tag = _RAW[name].search(text, at)
            if end_tag:
                at = end_tag.end()
            else:
                unended.add(name)  # so that the rest is not searched again and again
            continue
        if name not in _FLAT:
            if not found[1]:
                opened[name] += 1
                depth += 1
            elif opened[name]:
                opened[name] -= 1
                depth -= 1
        _check(tags, depth, limits)


def _check(tags: int, depth: int, limits: Limits) -> None:
    if tags > limits.html_tags:
        remedy = f"Save the article as plain text, {or_raise('html_tags')}"
        raise Refused(f"The HTML has more than {limits.html_tags:,} tags", remedy)
    if depth > limits.html_depth:
        raise too_deep(limits.html_depth)


def too_deep(depth: int) -> Refused:
    """Return what to raise for a page nested deeper than ``depth`` tags."""
    remedy = f"Save the article as plain text, {or_raise('html_depth')}"
    return Refused(f"The HTML is nested deeper than {depth:,} tags", remedy)
