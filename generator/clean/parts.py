"""Tests for pieces of a line that stays: datelines, credits at its end, links in its midst."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.clean.datelines import dateline
from generator.clean.page import matching_form
from generator.clean.phrases import enumerates, held, phrase_list
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.page import Line, Page
    from generator.clean.rule import Ends

_TAIL: Final = 160
"""Code points at the end of a line in which a credit may stand."""
_SENTENCE_END: Final = "[.!?؟…][\"'”»)]*"
_SIGNED: Final = re.compile(r"(?<=[.!?؟…\"”»])\s*([*(\[]+\s*([^()\[\]*\n]{2,60})[)\]]*\.?)$")
_BRACKETED: Final = re.compile(r"\s(\(([^()\n]{2,40})\)\.?)$")
_LABELLED: Final = re.compile(rf"{_SENTENCE_END}\s+(المصدر\s?:\s?[^.\n]{{2,60}}\.?)$")
_NOTE: Final = re.compile(rf"{_SENTENCE_END}\s*([*•]+\s*([^*•\n]{{4,140}}))$")
_ENCLOSED: Final = re.compile(r"[(\[]([^()\[\]\n]{8,220})[)\]]")
_END_MARK: Final = re.compile(
    rf"{_SENTENCE_END}\s*(انته[ىي]\s?(?:/\s?\w{{1,4}}\s?){{0,2}}\.?"
    r"|The post .+ appeared first on .+)$"
)
_END_TAIL: Final = 300
_BORDER: Final = re.compile(rf"{_SENTENCE_END}\s+")
_LINK_TAIL: Final = 260
_LINK_WORDS: Final = 25


def first_dateline(line: Line, page: Page, ends: Ends) -> Iterator[Span]:
    """Yield the dateline of the first running text."""
    if line is ends.first and (span := dateline(page.text, line.span)):
        yield span


def closing_credit(line: Line, page: Page, ends: Ends) -> Iterator[Span]:
    """Yield the agency or the label of a source that ends a paragraph."""
    start = max(line.span.start, line.span.end - _TAIL)
    tail = page.text[start : line.span.end]
    labelled = _LABELLED.search(tail)
    signed = _SIGNED.search(tail) or (_BRACKETED.search(tail) if line is ends.last else None)
    if labelled:
        yield Span(start + labelled.start(1), line.span.end)
    elif signed and enumerates("outlet", matching_form(signed.group(2))):
        yield Span(start + signed.start(1), line.span.end)


def authors_note(line: Line, page: Page, ends: Ends) -> Iterator[Span]:
    """Yield what the author is, set after an asterisk behind the last sentence."""
    if line is not ends.last:
        return
    start = max(line.span.start, line.span.end - _TAIL)
    match = _NOTE.search(page.text[start : line.span.end])
    if match and _post().match(matching_form(match.group(2))):
        yield Span(start + match.start(1), line.span.end)


def end_mark(line: Line, page: Page, _ends: Ends) -> Iterator[Span]:
    """Yield what agencies and feeds set behind the last sentence: ``انتهى/25``."""
    start = max(line.span.start, line.span.end - _END_TAIL)
    if match := _END_MARK.search(page.text[start : line.span.end]):
        yield Span(start + match.start(1), line.span.end)


def enclosed_link(line: Line, page: Page, _ends: Ends) -> Iterator[Span]:
    """Yield links to other articles that stand in brackets: ``(اقرأ أيضا: …)``."""
    for match in _ENCLOSED.finditer(page.text, line.span.start, line.span.end):
        if held("related", matching_form(match.group(1))) is not None:
            yield Span(match.start(), match.end())


def closing_link(line: Line, page: Page, _ends: Ends) -> Iterator[Span]:
    """Yield a link to another article that is set behind the last sentence of a line."""
    start = max(line.span.start, line.span.end - _LINK_TAIL)
    tail = page.text[start : line.span.end]
    for border in _BORDER.finditer(tail):
        rest = tail[border.end() :]
        if len(rest.split()) <= _LINK_WORDS and held("related", matching_form(rest)) is not None:
            yield Span(start + border.end(), line.span.end)
            return


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"{phrase_list('workplace')}(?!\w)")
