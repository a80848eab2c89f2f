"""Mentions over time: how often articles of each day, week, month or year name a topic."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.charts.lettering import NARROWEST, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.pages.strings import Interface

MOST = 16
"""Most bars drawn."""
EDGE, SPAN = 7.0, 86.0
TOP, DEEP = 20, 80
"""Room above the highest bar, and how high that is, in pixels."""

Unit = Literal["day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Bar:
    """The mentions of one stretch of time."""

    start: date
    count: int
    x: float
    """Its middle."""
    height: int
    label: str
    """Its time, short."""
    words: str
    """Its time in full."""
    counted: bool
    """Whether its number has room above it."""
    dated: bool
    """Whether its time has room below it."""


class OverTime(NamedTuple):
    """The drawing."""

    title: str
    unit: Unit
    bars: tuple[Bar, ...]
    """Oldest first, empty stretches too; none where there is too little to draw."""
    thickness: float
    undated: int
    """Mentions in articles of which no date is known."""
    base: int = TOP + DEEP
    height: int = TOP + DEEP + 24


def over_time(mentions: Sequence[tuple[date | None, int]], ui: Interface) -> OverTime:
    """Return the drawing of ``mentions``: of each article its day and how often it names it."""
    dated = [(day, n) for day, n in mentions if day and n]
    undated = sum(n for day, n in mentions if not day)
    unit, starts = _scale([day for day, _ in dated])
    counts: Counter[date] = Counter()
    for day, n in dated:
        counts[_START[unit](day)] += n
    title = _title(counts, unit, ui, undated)
    if len(counts) < 2:
        return OverTime(title, unit, (), 0, undated)
    most = max(counts.values())
    step = SPAN / len(starts)
    short = unit in ("day", "week")
    labels = [ui.short_date(start) if short else _in_words(unit, start, ui) for start in starts]
    middles = [EDGE + step * (number + 0.5) for number in range(len(starts))]
    # Those that matter get their label first: the highest, the ends, then the higher ones.
    order = sorted(
        range(len(starts)),
        key=lambda i: (
            counts[starts[i]] != most,
            i not in (0, len(starts) - 1),
            -counts[starts[i]],
            i,
        ),
    )
    dates = _fitting(order, middles, [width(label) for label in labels])
    numbers = _fitting(
        [i for i in order if counts[starts[i]]],
        middles,
        [width(ui.number(counts[start])) for start in starts],
    )
    bars = tuple(
        Bar(
            start,
            counts[start],
            round(middles[i], 2),
            -(-DEEP * counts[start] // most),
            labels[i],
            _in_words(unit, start, ui),
            i in numbers,
            i in dates,
        )
        for i, start in enumerate(starts)
    )
    return OverTime(title, unit, bars, round(step * 0.7, 2), undated)


def _fitting(order: Sequence[int], middles: Sequence[float], widths: Sequence[float]) -> set[int]:
    """Return which labels have room on the narrowest screen, those first in ``order`` first."""
    taken: list[tuple[float, float]] = []
    found = set()
    for i in order:
        middle = middles[i] * NARROWEST / 100
        start, end = middle - widths[i] / 2 - 2, middle + widths[i] / 2 + 2
        free = all(end <= a or b <= start for a, b in taken)
        if start >= 0 and end <= NARROWEST and free:
            taken.append((start, end))
            found.add(i)
    return found


def _scale(days: Sequence[date]) -> tuple[Unit, list[date]]:
    """Return the finest unit of which few enough cover the days, and the start of each."""
    if not days:
        return "day", []
    for unit, start in _START.items():
        at, last = start(min(days)), start(max(days))
        starts: list[date] = []
        while at <= last and len(starts) <= MOST:
            starts.append(at)
            if at == last:
                break
            at = _next(unit, at)
        if len(starts) <= MOST:
            return unit, starts
    newest = max(days).year
    return "year", [date(y, 1, 1) for y in range(max(1, newest - MOST + 1), newest + 1)]


def _next(unit: Unit, at: date) -> date:
    if unit in ("day", "week"):
        return at + timedelta(days=1 if unit == "day" else 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_START: dict[Unit, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": _monday,
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    "year": lambda day: date(day.year, 1, 1),
}


def _in_words(unit: Unit, start: date, ui: Interface) -> str:
    if unit == "year":
        return ui.digits(str(start.year))
    return ui.date(start) if unit in ("day", "week") else ui.month(start)


def _title(counts: Counter[date], unit: Unit, ui: Interface, undated: int) -> str:
    whole = sum(counts.values())
    if not whole:
        return ui.t("charts.over_undated" if undated else "charts.over_none")
    order = sorted(counts, key=lambda day: (-counts[day], day))
    first = order[0]
    when = ui.t(f"charts.when_{unit}", when=_in_words(unit, first, ui))
    if len(counts) == 1:
        return ui.t("charts.over_one", when=when, times=ui.count("times", whole))
    if counts[order[1]] == counts[first]:
        return ui.t("charts.over_even", times=ui.count("times", whole), n=ui.number(len(counts)))
    return ui.t(
        "charts.over_most", when=when, n=ui.number(counts[first]), whole=ui.count("of_times", whole)
    )
