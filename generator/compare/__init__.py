"""A story's sources side by side: what each gives, calls, quotes, covers, and where they differ.

It shows, it never judges: every cell leads to the sentence it was read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.compare.context import Reader
from generator.compare.contrasts import contrasts
from generator.compare.difference import Difference, distinct, of_fact, of_wording
from generator.compare.facts import Fact, dates, numbers
from generator.compare.table import Column, columns_of
from generator.compare.voices import Coverage, TopicRow, coverage, speakers
from generator.compare.wording import Wording, wordings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.briefing import BriefedArticle
    from generator.model import Topic, TopicId

COLUMNS = 8
"""Most columns: more than that, nobody reads side by side."""
ARTICLES = 60
"""Most articles that one comparison reads, the newest."""


class Comparison(NamedTuple):
    """The whole comparison; rows are ordered by how much they tell."""

    columns: tuple[Column, ...]
    left_out: int
    """Columns that are not shown."""
    differences: tuple[Difference, ...]
    """Most telling first."""
    numbers: tuple[Fact, ...]
    dates: tuple[Fact, ...]
    wordings: tuple[Wording, ...]
    speakers: tuple[TopicRow, ...]
    coverage: Coverage


def compare(articles: Sequence[BriefedArticle], topics: Mapping[TopicId, Topic]) -> Comparison:
    """Return the comparison of ``articles``, newest first; those of one source are one column.

    ``topics`` are those that they name; nothing is told of any other.
    """
    columns, left_out = columns_of(articles, COLUMNS)
    by_id = {article.id: article for article in articles}
    readers = {key: Reader(by_id[key], topics) for column in columns for key in column.articles}
    opposed = contrasts(readers, columns, topics)
    counted = numbers(readers, columns, topics)
    called = wordings(readers, columns, topics)
    differ = [*opposed, *map(of_fact, counted), *map(of_wording, called)]
    return Comparison(
        columns,
        left_out,
        distinct(filter(None, differ)),
        counted,
        dates(readers, columns, topics),
        called,
        speakers(readers, columns, topics),
        coverage(readers, columns, topics),
    )
