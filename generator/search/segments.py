"""Parts an index by year, so that what is long past is never written or downloaded again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.search.records import Findable

LIMIT: Final = 5_000
"""Articles in one segment before years are closed. Every segment adds files to each query, so few
and large ones are better than many."""
CURRENT: Final = "current"


class Segment(NamedTuple):
    """A part of the index with its own document numbers and term files."""

    name: str
    records: list[Findable]


def part(records: Sequence[Findable], limit: int = LIMIT) -> list[Segment]:
    """Return the segments, oldest first; the last is the current one.

    It holds the newest year and whatever has no date (topics, sources). Older years are joined,
    oldest first, until a segment holds ``limit`` articles: a closed segment then never changes
    unless an article of its years does.
    """
    years: defaultdict[str, list[Findable]] = defaultdict(list)
    for record in records:
        years[record.published[:4] if record.published else CURRENT].append(record)
    undated = years.pop(CURRENT, [])
    articles = sum(map(len, years.values())) + sum(record.kind == "article" for record in undated)
    if articles <= limit or not years:
        return [Segment(CURRENT, list(records))]
    newest = max(years)
    current = Segment(CURRENT, years.pop(newest) + undated)
    closed: list[Segment] = []
    for year in sorted(years):
        if closed and len(closed[-1].records) < limit:
            first, so_far = closed.pop()
            closed.append(Segment(f"{first[:4]}-{year}", so_far + years[year]))
        else:
            closed.append(Segment(year, years[year]))
    return [*closed, current]
