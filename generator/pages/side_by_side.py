"""What the templates of a comparison ask: heads of columns, quoted sentences, titles of cards."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from generator.compare.table import Column
from generator.edit import shorten
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.compare.difference import Difference
    from generator.compare.table import Place
    from generator.model import ArticleId, Language, SourceId
    from generator.pages.links import Links
    from generator.pages.renderer import Renderer

SHORT = 26
"""Most characters of a headline that stands for an unknown source."""
CONTEXT = 420
"""Most characters of a sentence that is quoted beside another one; more is cut at its ends."""


class Head(NamedTuple):
    """What a column is called."""

    source: SourceId | None
    article: ArticleId
    """Its newest article."""
    name: str
    language: Language
    dates: tuple[date, ...]
    """First and last day of its articles; one where they are the same, none where unknown."""


class Quoted(NamedTuple):
    """A sentence in pieces, those marked that matter, and where it stands."""

    article: ArticleId
    anchor: str
    language: Language
    pieces: tuple[tuple[str, bool], ...]


class Sides(NamedTuple):
    """Answers for one language; templates call it ``sides``."""

    renderer: Renderer
    language: Language

    def head(self, column: Column) -> Head:
        """Return what a column is called: its outlet, or a short form of its headline."""
        briefing = self.renderer.briefing
        first = briefing.articles[column.articles[0]]
        found = sorted(
            {a.published for a in map(briefing.articles.get, column.articles) if a and a.published}
        )
        dates = tuple(found[:1] if len(found) < 2 else (found[0], found[-1]))
        if column.source and column.source in briefing.sources:
            name = briefing.sources[column.source].source.name.get(self.language)
            return Head(column.source, first.id, name, self.language, dates)
        title = first.titles[self.language]
        return Head(None, first.id, shorten(title.text, SHORT), title.language, dates)

    def head_of(self, article: ArticleId) -> Head:
        """Return what the column of an article is called, with the article's own day."""
        return self.head(Column(self.renderer.briefing.articles[article].source, (article,)))

    def heads(self, columns: Sequence[Column], to: Links) -> list[tuple[str, str]]:
        """Return the names of columns with where they lead."""
        found = map(self.head, columns)
        return [(h.name, to.source(h.source) if h.source else to.article(h.article)) for h in found]

    def words(self, place: Place) -> str:
        """Return the words at a place as they stand there."""
        return place.span.of(self.renderer.briefing.articles[place.article].article.text)

    def quote(self, place: Place, *also: Place) -> Quoted:
        """Return the sentence of a place, the words there and at ``also`` marked."""
        article = self.renderer.briefing.articles[place.article]
        if place.sentence is None:
            return Quoted(article.id, "", article.analysis.language, ((self.words(place), True),))
        text, sentences = article.article.text, article.analysis.sentences
        sentence = Span(
            sentences[place.sentence - place.lead].span.start, sentences[place.sentence].span.end
        )
        marks = sorted(p.span for p in (place, *also))
        pieces: list[tuple[str, bool]] = []
        here = sentence.start
        for span in marks:
            if span.start >= here:
                pieces += [(text[here : span.start], False), (span.of(text), True)]
                here = span.end
        pieces.append((text[here : sentence.end], False))
        anchor = article.anchors[place.sentence]
        kept = tuple(piece for piece in _shortened(pieces) if piece[0])
        return Quoted(article.id, anchor, article.analysis.language, kept)

    def title(self, difference: Difference) -> tuple[tuple[str, bool], ...]:
        """Return what differs, in pieces: those marked are verbatim. Nothing of who is right."""
        topics, language = self.renderer.briefing.topics, self.language
        names = [topics[topic].topic.name.get(language) for topic in difference.topics[:2]]
        values = {
            "topic": names[0] if names else "",
            "other": names[-1] if names else "",
            "first": self.words(difference.first),
            "second": self.words(difference.second),
        }
        kind = difference.kind if names else "plain"
        words = self.renderer.interfaces[language].t(f"compare.title_{kind}")
        pieces: list[tuple[str, bool]] = []
        for text, name, *_ in Formatter().parse(words):
            pieces.append((text, False))
            if name:
                pieces.append((values[name], name in ("first", "second")))
        return tuple(pieces)

    def quotes(self, difference: Difference) -> tuple[Quoted, ...]:
        """Return both sentences, or the one that says both."""
        first, second = difference.first, difference.second
        if (first.article, first.sentence) == (second.article, second.sentence):
            return (self.quote(first, second),)
        return self.quote(first), self.quote(second)


def _shortened(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the pieces of a very long sentence with its ends cut, the cuts shown."""
    if sum(len(text) for text, _ in pieces) <= CONTEXT or len(pieces) < 3:
        return list(pieces)
    room = CONTEXT // 2
    first, last = pieces[0][0], pieces[-1][0]
    if len(first) > room:
        first = "… " + first[-room:].split(" ", 1)[-1]
    if len(last) > room:
        last = last[:room].rsplit(" ", 1)[0] + " …"
    return [(first, False), *pieces[1:-1], (last, False)]
