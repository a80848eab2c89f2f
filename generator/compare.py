"""Sources side by side: what each covers, how each calls it, which numbers and dates they give.

It shows, it never judges: every cell leads to the sentence it was read from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.arabic.fold import fold
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.briefing import BriefedArticle, Briefing
    from generator.model import ArticleId, SourceId, Span, TopicId

ROWS = 20
"""Most topics, wordings, facts and speakers shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """An outlet, or a single article whose outlet is not known."""

    source: SourceId | None
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence to lead to."""

    article: ArticleId
    anchor: str | None
    text: str
    """The words that stand there."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one column says: how often, and where first."""

    count: int
    first: Place


Row = tuple[Cell | None, ...]
"""One cell a column, None where it is silent."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What the columns call one topic: each spelling with its cells."""

    topic: TopicId
    spellings: tuple[tuple[str, Row], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of one thing, or a date: what each column gives, by value."""

    label: str
    values: tuple[tuple[str, Row], ...]

    @property
    def agrees(self) -> bool:
        """Whether all that give it give the same."""
        return len(self.values) == 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole comparison; rows are ordered by how much they tell."""

    columns: tuple[Column, ...]
    topics: tuple[tuple[TopicId, Row], ...]
    wordings: tuple[Wording, ...]
    numbers: tuple[Fact, ...]
    dates: tuple[Fact, ...]
    speakers: tuple[tuple[TopicId, Row], ...]


def compare(briefing: Briefing, articles: Iterable[BriefedArticle]) -> Comparison:
    """Return the comparison of ``articles``, those of one source in one column."""
    columns = _columns(articles)
    grid = _Grid(columns)
    spelled: dict[tuple[TopicId, str], list[Place]] = defaultdict(list)
    mentioned: dict[TopicId, list[Place]] = defaultdict(list)
    numbers: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    dates: dict[str, list[Place]] = defaultdict(list)
    spoken: dict[TopicId, list[Place]] = defaultdict(list)
    for article in (briefing.articles[key] for column in columns for key in column.articles):
        kept = {share.topic for share in article.topics}
        for mention in article.analysis.mentions:
            if mention.topic in kept and mention.topic in briefing.topics:
                place = _place(article, mention.span)
                mentioned[mention.topic].append(place)
                spelled[mention.topic, _plain(place.text)].append(place)
        for number in article.analysis.numbers:
            if number.unit:
                place = _place(article, number.span)
                numbers[_stem(number.unit)][f"{number.value:g}"].append(place)
        for date in article.analysis.dates:
            if date.iso and len(date.iso) > 4:
                dates[date.iso].append(_place(article, date.span))
        for quote in article.analysis.quotes:
            speaker = quote.speaker.topic if quote.speaker else None
            if speaker and speaker in briefing.topics:
                spoken[speaker].append(_place(article, quote.span))
    return Comparison(
        columns,
        grid.rows(mentioned),
        _wordings(grid, mentioned, spelled),
        _numbers(grid, numbers),
        _dates(grid, dates),
        grid.rows(spoken),
    )


def _columns(articles: Iterable[BriefedArticle]) -> tuple[Column, ...]:
    by_source: dict[SourceId, list[ArticleId]] = defaultdict(list)
    unknown = []
    for article in articles:
        if article.source:
            by_source[article.source].append(article.id)
        else:
            unknown.append(Column(None, (article.id,)))
    known = [Column(source, tuple(found)) for source, found in sorted(by_source.items())]
    return (*known, *unknown)


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: tuple[Column, ...]

    def row(self, places: Iterable[Place]) -> Row:
        by_article: dict[ArticleId, list[Place]] = defaultdict(list)
        for place in places:
            by_article[place.article].append(place)
        cells: list[Cell | None] = []
        for column in self.columns:
            found = [place for key in column.articles for place in by_article.get(key, ())]
            cells.append(Cell(len(found), found[0]) if found else None)
        return tuple(cells)

    def rows(self, found: Mapping[TopicId, list[Place]]) -> tuple[tuple[TopicId, Row], ...]:
        most = sorted(found, key=lambda topic: (-len(found[topic]), topic))[:ROWS]
        return tuple((topic, self.row(found[topic])) for topic in most)


def _wordings(
    grid: _Grid,
    mentioned: Mapping[TopicId, list[Place]],
    spelled: Mapping[tuple[TopicId, str], list[Place]],
) -> tuple[Wording, ...]:
    by_topic: dict[TopicId, list[str]] = defaultdict(list)
    for topic, spelling in spelled:
        by_topic[topic].append(spelling)
    telling = []
    for topic, spellings in by_topic.items():
        if len(spellings) < 2 or len({place.article for place in mentioned[topic]}) < 2:
            continue
        order = sorted(spellings, key=lambda s: (-len(spelled[topic, s]), s))
        rows = tuple((spelling, grid.row(spelled[topic, spelling])) for spelling in order[:6])
        telling.append(Wording(topic, rows))
    telling.sort(key=lambda w: (-len(w.spellings), -len(mentioned[w.topic]), w.topic))
    return tuple(telling[:ROWS])


def _numbers(grid: _Grid, numbers: Mapping[str, Mapping[str, list[Place]]]) -> tuple[Fact, ...]:
    facts = []
    for by_value in numbers.values():
        places = [place for found in by_value.values() for place in found]
        if len({place.article for place in places}) < 2:
            continue
        values = sorted(by_value.items(), key=lambda item: (-len(item[1]), item[0]))
        rows = tuple((value, grid.row(found)) for value, found in values[:6])
        facts.append((len(places), Fact(_label(places[0].text), rows)))
    facts.sort(key=lambda item: (-item[0], item[1].label))
    return tuple(fact for _, fact in facts[:ROWS])


def _dates(grid: _Grid, dates: Mapping[str, list[Place]]) -> tuple[Fact, ...]:
    shared = {iso: places for iso, places in dates.items() if len({p.article for p in places}) > 1}
    return tuple(Fact(iso, ((iso, grid.row(shared[iso])),)) for iso in sorted(shared)[:ROWS])


def _place(article: BriefedArticle, span: Span) -> Place:
    index = article.sentence_at(span.start)
    anchor = None if index is None else article.anchors[index]
    return Place(article.id, anchor, span.of(article.article.text))


def _plain(text: str) -> str:
    """Return a spelling as it is compared: marks and hamza kept apart, white space not."""
    return " ".join(text.split())


def _stem(unit: str) -> str:
    return " ".join(light_stem(token.folded) for token in tokenise(unit)) or fold(unit)


def _label(text: str) -> str:
    """Return the noun of a counted thing: the words without their digits."""
    return " ".join(text[t.start : t.end] for t in tokenise(text) if not t.folded[0].isdigit())
