"""The line of time: the days that articles speak of, the newest at the inline end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.charts.lettering import LINE, NARROWEST, width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.pages.strings import Interface

MOST = 10
"""Most days drawn: more labels than that, no phone has room for."""
DOTS = 4
"""Most dots of a day; where more articles speak of it, their number stands above."""
EDGE, SPAN = 13.0, 74.0
"""Where the line begins and how long it is, in hundredths of the width."""
DOT = 12


class Day(NamedTuple):
    """A day and how many articles speak of it: before it came, and once it had."""

    day: date
    ahead: int
    since: int

    @property
    def articles(self) -> int:
        """Return how many articles speak of it."""
        return self.ahead + self.since


class Mark(NamedTuple):
    """A day where it stands on the line."""

    day: Day
    x: float
    label: str
    ahead: int
    """Dots of articles from before the day."""
    since: int
    level: int
    """Row of the label below the line, from 0."""
    y: int
    """Where the label's letters stand, in pixels."""


class LineOfTime(NamedTuple):
    """The drawing."""

    title: str
    marks: tuple[Mark, ...]
    """Oldest first; none where there is too little to draw."""
    days: tuple[Day, ...]
    """What is drawn, for the table; also where nothing is."""
    left_out: int
    height: int
    uneven: bool
    """Whether days that are close together are drawn further apart than they are."""
    axis: int
    """Where the line stands, in pixels from the top."""


def line_of_time(days: Sequence[Day], ui: Interface, articles: int) -> LineOfTime:
    """Return the line of the days that most of the ``articles`` speak of."""
    most = sorted(days, key=lambda d: (-d.articles, -d.day.toordinal()))[:MOST]
    drawn = tuple(sorted(most, key=lambda d: d.day))
    title = _title(days, ui, articles)
    if len(drawn) < 2:
        return LineOfTime(title, (), drawn, 0, 0, uneven=False, axis=0)
    steps = [(b.day - a.day).days for a, b in pairwise(drawn)]
    widths, uneven = spread(steps)
    axis = 10 + DOT * min(DOTS + 1, max(day.articles for day in drawn))
    marks: list[Mark] = []
    ends: list[float] = []
    x = EDGE
    for number, day in enumerate(drawn):
        x += widths[number - 1] if number else 0
        new_year = not number or drawn[number - 1].day.year != day.day.year
        label = ui.short_date(day.day, year=new_year)
        level = _level(ends, x * NARROWEST / 100, width(label) / 2)
        ahead = min(day.ahead, DOTS - min(day.since, DOTS - 1)) if day.ahead else 0
        marks.append(
            Mark(
                day,
                round(x, 2),
                label,
                ahead,
                min(day.since, DOTS - ahead),
                level,
                axis + 24 + level * LINE,
            )
        )
    height = axis + 24 + (len(ends) - 1) * LINE + 8
    return LineOfTime(title, tuple(marks), drawn, len(days) - len(drawn), height, uneven, axis)


def _level(ends: list[float], middle: float, half: float) -> int:
    """Return the first row in which a label has room, and note in ``ends`` where it ends there."""
    for level, end in enumerate(ends):
        if end + 6 <= middle - half:
            ends[level] = middle + half
            return level
    ends.append(middle + half)
    return len(ends) - 1


def spread(steps: Sequence[int]) -> tuple[list[float], bool]:
    """Return how far apart days are drawn for how far apart they are, and whether that is uneven.

    Distances are in proportion, but none is less than the marks need, so that three days of one
    week and a day years before fit one line.
    """
    least = SPAN / (MOST - 1)
    wide = set(range(len(steps)))
    while True:
        room = SPAN - least * (len(steps) - len(wide))
        whole = sum(steps[i] for i in wide)
        tight = {i for i in wide if steps[i] * room < least * whole}
        if not tight:
            break
        wide -= tight
    found = [steps[i] * room / whole if i in wide else least for i in range(len(steps))]
    return found, len(wide) < len(steps)


def _title(days: Sequence[Day], ui: Interface, articles: int) -> str:
    if not days:
        return ui.t("charts.line_none")
    by_articles = sorted(days, key=lambda d: (-d.articles, -d.day.toordinal()))
    first = by_articles[0]
    if len(days) == 1:
        return ui.t("charts.line_one", day=ui.date(first.day))
    if by_articles[1].articles == first.articles:
        ordered = sorted(d.day for d in days)
        return ui.t("charts.line_even", first=ui.date(ordered[0]), last=ui.date(ordered[-1]))
    return ui.t(
        "charts.line_most",
        day=ui.date(first.day),
        n=ui.number(first.articles),
        whole=ui.number(articles),
    )
