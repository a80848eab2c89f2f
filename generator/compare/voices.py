"""Who speaks in which column, and which topics each writes about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.compare.table import Row, place_of, row_of, spoken
from generator.model import TopicId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.compare.context import Reader
    from generator.compare.table import Column, Place
    from generator.model import ArticleId, Topic

SPEAKERS, TOPICS = 12, 14
"""Most rows shown."""

TopicRow = tuple[TopicId, Row]


def speakers(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> tuple[TopicRow, ...]:
    """Return who is quoted, in most columns and most often first."""
    found: dict[TopicId, list[Place]] = defaultdict(list)
    for reader in readers.values():
        for quote in reader.article.analysis.quotes:
            speaker = quote.speaker.topic if quote.speaker else None
            if speaker and speaker in topics:
                found[speaker].append(place_of(reader.article, quote.span))
    return _rows(found, columns)[:SPEAKERS]


class Coverage(NamedTuple):
    """Which column writes about what."""

    rows: tuple[TopicRow, ...]
    """Those that most columns write about first."""
    topics: int
    """All topics; the rows are the most mentioned and those that only few write about."""
    by_all: int
    by_one: int


def coverage(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> Coverage:
    """Return where columns mention topics, and where they are silent."""
    found: dict[TopicId, list[Place]] = defaultdict(list)
    for reader in readers.values():
        kept = {share.topic for share in reader.article.topics}
        for mention in reader.article.analysis.mentions:
            if mention.topic in kept and mention.topic in topics:
                found[mention.topic].append(place_of(reader.article, mention.span))
    rows = _rows(found, columns)
    most = sorted(rows, key=lambda row: (-len(found[row[0]]), row[0]))[: TOPICS // 2]
    rest = [row for row in rows if row not in most]
    few = sorted(rest, key=lambda row: (spoken(row[1]), -len(found[row[0]]), row[0]))
    shown = [*most, *few[: TOPICS - len(most)]]
    return Coverage(
        tuple(row for row in rows if row in shown),
        len(rows),
        sum(spoken(row) == len(columns) for _, row in rows),
        sum(spoken(row) == 1 for _, row in rows),
    )


def _rows(
    found: Mapping[TopicId, Sequence[Place]], columns: Sequence[Column]
) -> tuple[TopicRow, ...]:
    rows = [(topic, row_of(places, columns)) for topic, places in found.items()]
    return tuple(sorted(rows, key=lambda row: (-spoken(row[1]), -sum(map(len, row[1])), row[0])))
