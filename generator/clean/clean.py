"""Takes an article apart: headline, byline, source, paragraphs, and what is none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.clean.engine import cut_lines, cut_parts, ends_of, read_page
from generator.clean.page import trimmed
from generator.clean.sources import find_byline, find_source
from generator.clean.titles import find_headline, is_other_headline, make_title
from generator.findings import Cleaned, Cut
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Sidecar, Source, SourceId


def clean(text: str, sidecar: Sidecar, sources: Mapping[SourceId, Source]) -> Cleaned:
    """Return the article in ``text`` without page furniture and foreign articles.

    ``text`` may hold anything; nothing in it is changed. Every character that shows something
    belongs to exactly one of these: the headline, a paragraph of the body, a cut. Byline and
    source line are named pieces of cuts; a derived title quotes a piece of the body.
    """
    page = read_page(text)
    headline = find_headline(page, sidecar)
    cuts = list(cut_lines(page))
    if headline and is_other_headline(headline, sidecar, page):
        cuts.append(Cut(headline.span, "other", "replaced-headline"))
    body: list[Span] = []
    kept = []
    for line in page.kept():
        if headline and line.index < headline.index:
            cuts.append(Cut(line.span, "other", "kicker"))
        elif line is not headline:
            kept.append(line)
    ends = ends_of(kept)
    for line in kept:
        parts = cut_parts(line, page, ends)
        cuts += parts
        body += _between(line.span, parts, text)
    cuts.sort(key=lambda cut: cut.span)
    return Cleaned(
        title=make_title(page, headline, body, sidecar),
        byline=find_byline(page, cuts, sidecar),
        source=find_source(page, cuts, sidecar, sources),
        body=tuple(body),
        cuts=tuple(cuts),
    )


def _between(line: Span, parts: Sequence[Cut], text: str) -> Iterator[Span]:
    """Yield what is left of a line beside the parts that are cut, without blanks at the ends."""
    start = line.start
    for end, after in (*(part.span for part in parts), Span(line.end, line.end)):
        rest = trimmed(text, start, end)
        if rest.start < rest.end:
            yield rest
        start = after
