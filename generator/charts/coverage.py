"""The coverage of topics by sources: what each writes about, and what it is silent about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.charts.lettering import NARROWEST, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.briefing import BriefedTopic
    from generator.compare.voices import Coverage as Covered
    from generator.model import Language
    from generator.pages.strings import Interface

MOST = 16
"""Most topics drawn."""
NAMES = 38.0
"""Where the columns begin: before them stand the names of the topics."""
TOP, ROW = 30, 36
"""Room above the first row, and the height of a row, in pixels."""


@dataclass(frozen=True, slots=True)
class Spot:
    """How often a column mentions a topic."""

    x: float
    count: int
    radius: int
    """0 where the column is silent."""


class Row(NamedTuple):
    """One topic."""

    topic: BriefedTopic
    y: int
    lines: tuple[str, ...]
    spots: tuple[Spot, ...]


class Coverage(NamedTuple):
    """The drawing."""

    title: str
    columns: tuple[float, ...]
    """The middle of each; none where there is too little to draw."""
    rows: tuple[Row, ...]
    height: int
    left_out: int
    """Topics that are not drawn."""


def coverage(
    counts: Sequence[tuple[BriefedTopic, Sequence[int]]],
    whole: Covered,
    ui: Interface,
    language: Language,
) -> Coverage:
    """Return the drawing of how often each column mentions each topic, of ``whole`` a part."""
    width = len(counts[0][1]) if counts else 0
    title = _title(whole, width, ui)
    if width < 2:
        return Coverage(title, (), (), 0, 0)
    step = (100 - NAMES) / width
    columns = tuple(round(NAMES + step * (number + 0.5), 2) for number in range(width))
    most = max(max(row) for _, row in counts)
    rows = tuple(
        Row(
            topic,
            TOP + ROW * number + ROW // 2,
            wrap(topic.topic.name.get(language), NARROWEST * NAMES / 100 - 4),
            tuple(
                Spot(x, n, 9 + 4 * n // most if n else 0) for x, n in zip(columns, row, strict=True)
            ),
        )
        for number, (topic, row) in enumerate(counts[:MOST])
    )
    height = TOP + ROW * len(rows) + 10
    return Coverage(title, columns, rows, height, whole.topics - len(rows))


def _title(whole: Covered, width: int, ui: Interface) -> str:
    if width < 2 or not whole.topics:
        return ui.t("charts.coverage_none")
    return ui.t(
        "charts.coverage",
        topics=ui.count("of_topics", whole.topics),
        all=ui.number(whole.by_all),
        one=ui.number(whole.by_one),
    )
