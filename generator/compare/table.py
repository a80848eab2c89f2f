"""What every part of a comparison is made of: columns, places in the texts, rows of cells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.model import ArticleId, SourceId, Span  # noqa: TC001 - the cache reads the type hints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.briefing import BriefedArticle


class Column(NamedTuple):
    """An outlet, or a single article whose outlet is not known."""

    source: SourceId | None
    articles: tuple[ArticleId, ...]


class Place(NamedTuple):
    """Words in an article, and the sentence that they stand in."""

    article: ArticleId
    sentence: int | None
    """Index into the article's sentences; None outside of them."""
    span: Span
    lead: int = 0
    """Sentences before it that belong to it, because it speaks of them."""


Cell = tuple[Place, ...]
"""Where a column says it, first places first; empty where it is silent."""
Row = tuple[Cell, ...]
"""One cell a column."""


def columns_of(articles: Iterable[BriefedArticle], most: int) -> tuple[tuple[Column, ...], int]:
    """Return the columns of ``articles``, and how many are left out.

    Outlets come first, those with most articles before; then single articles as they come.
    """
    by_source: dict[SourceId, list[ArticleId]] = defaultdict(list)
    unknown = []
    for article in articles:
        if article.source:
            by_source[article.source].append(article.id)
        else:
            unknown.append(Column(None, (article.id,)))
    order = sorted(by_source, key=lambda source: (-len(by_source[source]), source))
    found = [*(Column(source, tuple(by_source[source])) for source in order), *unknown]
    return tuple(found[:most]), len(found[most:])


def row_of(places: Iterable[Place], columns: Iterable[Column]) -> Row:
    """Return the places by column."""
    by_article: dict[ArticleId, list[Place]] = defaultdict(list)
    for place in places:
        by_article[place.article].append(place)
    return tuple(
        tuple(place for key in column.articles for place in by_article.get(key, ()))
        for column in columns
    )


def spoken(row: Row) -> int:
    """Return how many columns say something."""
    return sum(map(bool, row))


def place_of(article: BriefedArticle, span: Span) -> Place:
    """Return the place of ``span`` in an article."""
    return Place(article.id, article.sentence_at(span.start), span)
