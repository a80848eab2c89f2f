"""Reads who wrote and who published an article out of the pieces that were cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.clean.page import matching_form
from generator.clean.phrases import held
from generator.findings import Located, SourceLine
from generator.model import SourceId, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.clean.page import Page
    from generator.findings import Cut
    from generator.model import Sidecar, Source

_PIECE: Final = re.compile(r"\S+\s*")
_DECOR: Final = " \t\u00a0\"'«»“”()[]*•.,،؛;:|/-–—_~"
_LABEL_WORDS: Final = 6
_SIGNING: Final = ("byline", "titled-name", "bare-name", "correspondent")
_CREDITING: Final = (
    "source-line", "closing-credit", "outlet-in-brackets", "outlet", "agency", "dateline-alone",
)  # fmt: skip
"""Rules whose cuts name an author, and those whose cuts name a source; the surest first."""


def find_byline(page: Page, cuts: Iterable[Cut], sidecar: Sidecar) -> Located | None:
    """Return the author: the editor's word first, then the surest cut that names one."""
    if sidecar.byline:
        start = page.text.find(sidecar.byline)
        span = Span(start, start + len(sidecar.byline)) if start >= 0 else None
        return Located(sidecar.byline, span)
    span = _surest(page, cuts, _SIGNING, "byline-label")
    if span is None:
        return None
    # Two authors on two lines are one cut; the first of them stands for both.
    line = next(line.span for line in page.lines if line.span.end > span.start)
    span = Span(span.start, min(span.end, line.end))
    return Located(span.of(page.text), span)


def find_source(
    page: Page, cuts: Iterable[Cut], sidecar: Sidecar, sources: Mapping[SourceId, Source]
) -> SourceLine | None:
    """Return the outlet: what is given with the text first, then the surest cut that names one.

    The id is None where no source has such a name or signature. Where the text credits another
    outlet than the given one (an agency), the given one stands without a place.
    """
    span = _surest(page, cuts, _CREDITING, "source-label")
    text = span.of(page.text) if span else ""
    credited = find_source_id(text, sources)
    if sidecar.source is None:
        return SourceLine(credited, text, span) if span else None
    known = sources.get(sidecar.source)
    if known is None:
        same = _words(sidecar.source) == _words(text)
        return SourceLine(None, text if same else str(sidecar.source), span if same else None)
    called = any(f" {_words(text)} " in f" {_words(name)} " for name in _names(known))
    if text and (credited == known.id or called):
        return SourceLine(known.id, text, span)
    return SourceLine(known.id, known.name.ar or known.name.en, None)


def _surest(page: Page, cuts: Iterable[Cut], rules: tuple[str, ...], label: str) -> Span | None:
    """Return the name in the first cut of the surest rule, without its label."""
    named = sorted(
        (cut for cut in cuts if cut.rule in rules), key=lambda cut: rules.index(cut.rule)
    )
    for cut in named:
        span = _without_label(page.text, cut.span, label)
        if span.start < span.end:
            return span
    return None


def _without_label(text: str, span: Span, label: str) -> Span:
    """Return the span without the label it begins with, and without signs at both ends."""
    start = end = span.start
    for number, piece in enumerate(_PIECE.finditer(text, span.start, span.end)):
        if number == _LABEL_WORDS:
            break
        if held(label, matching_form(text[span.start : piece.end()])) == "":
            start = piece.end()
    end = span.end
    while end > start and text[end - 1] in _DECOR + "\n\r":
        end -= 1
    while start < end and text[start] in _DECOR + "\n\r":
        start += 1
    return Span(start, end)


def find_source_id(text: str, sources: Mapping[SourceId, Source]) -> SourceId | None:
    """Return the source of that id, or with the longest name or signature among the words."""
    if text in sources:
        return SourceId(text)
    given = f" {_words(text)} "
    found: list[tuple[int, SourceId]] = []
    for source in sources.values():
        for name in _names(source):
            words = _words(name)
            if words and f" {words} " in given:
                found.append((-len(words), source.id))
    return min(found)[1] if found else None


def _names(source: Source) -> tuple[str, ...]:
    return (source.name.ar, source.name.en, *source.signatures)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
