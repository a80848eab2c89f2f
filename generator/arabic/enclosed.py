"""Finds what stands between quotation marks or brackets, however a writer sets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = re.compile('[«»“”„‟″"‹›()\\[\\]]')
_CLOSES: Final = {"«": "»", "“": "”″‟", "„": "“”", "‹": "›", "(": ")", "[": "]"}
_LONGEST: Final = {"(": 200, "[": 200}
_LONGEST_QUOTE: Final = 600
"""Code points; a longer stretch between two marks is rather one mark too many or too few."""
_PROCLITICS: Final = "وفبلك"


def enclosed_spans(text: str, paragraph: Span) -> list[Span]:
    """Return the spans in quotation marks or brackets, marks included, in order, merged.

    A mark without its partner in the paragraph encloses nothing, and so do partners too far apart.
    """
    found: list[Span] = []
    open_at: dict[str, int] = {}
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        opener = _partner(mark, open_at)
        if mark == '"':
            opener = '"' if '"' in open_at and not _opens(text, at, paragraph) else None
        if opener is not None:
            start = open_at.pop(opener)
            if at - start <= _LONGEST.get(opener, _LONGEST_QUOTE):
                found.append(Span(start, at + 1))
        elif mark in _CLOSES or (mark == '"' and _may_open(text, at, paragraph)):
            open_at[mark] = at
    return list(_merged(sorted(found)))


def _partner(mark: str, open_at: dict[str, int]) -> str | None:
    return next((opener for opener in open_at if mark in _CLOSES.get(opener, "")), None)


def _opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether a straight mark can only open: a blank before it and none after it."""
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return _may_open(text, at, paragraph) and text[at - 1].isspace() and not after.isspace()


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    """Whether a straight mark stands where a word begins, counting a proclitic as its beginning."""
    if at == paragraph.start:
        return True
    before = text[at - 1]
    if before in _PROCLITICS:
        return at - 1 == paragraph.start or not text[at - 2].isalpha()
    return not (before.isalnum() or before in ".!?؟…،,:;»”)")


def _merged(spans: list[Span]) -> Iterator[Span]:
    current: Span | None = None
    for span in spans:
        if current is None:
            current = span
        elif span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            yield current
            current = span
    if current is not None:
        yield current
