"""What a time expression means, as exactly as it can be known, and why.

The reasons are the slugs listed in :mod:`generator.analysis.dates`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from hijridate import Gregorian, Hijri

from generator.analysis.dates.clause import tense

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.analysis.dates.clause import Tense
    from generator.analysis.dates.lexicon import Side
    from generator.analysis.dates.pieces import Piece, Scan

_FIRST_HIJRI: Final = 1343
_LAST_HIJRI: Final = 1500
_DAYS_IN_WEEK: Final = 7


class Resolved(NamedTuple):
    """A date as exact as it is known, and the reason."""

    iso: str | None
    why: str


class Known(NamedTuple):
    """What the text has said before an expression."""

    published: date | None
    year: int | None
    """The last year named in the same or the preceding sentence."""
    named_year: int | None
    """The last year named a little farther back, for ``ذلك العام``."""
    weekdays: dict[int, date]
    """What weekdays were resolved to where a verb told."""


def resolve(scan: Scan, piece: Piece, known: Known) -> Resolved:
    """Return what ``piece`` means."""
    if piece.unclear:
        return Resolved(None, "ambiguous")
    if piece.calendar == "hijri":
        return _hijri(piece, known)
    if piece.year is not None:
        return _checked(piece.year, piece.month, piece.day, "explicit")
    if piece.month is not None:
        return _month(scan, piece, known)
    if known.published is None:
        return Resolved(None, "unresolved-no-publication-date")
    try:
        if piece.weekday is not None:
            return _weekday(scan, piece, known.published, known)
        return _counted(piece, known.published)
    except OverflowError:  # before the year 1 or after 9999
        return Resolved(None, "impossible-date")


def common_iso(first: date, last: date) -> str | None:
    """Return the most exact ISO date that holds every day from ``first`` to ``last``."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first.year:04}" if first.year == last.year else None


def _checked(year: int, month: int | None, day: int | None, why: str) -> Resolved:
    if not date.min.year <= year <= date.max.year:
        return Resolved(None, "impossible-date")
    if month is None:
        return Resolved(f"{year:04}", why)
    if not 1 <= month <= 12:
        return Resolved(None, "impossible-date")
    if day is None:
        return Resolved(f"{year:04}-{month:02}", why)
    exact = _date(year, month, day)
    return Resolved(exact.isoformat(), why) if exact else Resolved(None, "impossible-date")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- months without a year ------------------------------------------------------------------


def _month(scan: Scan, piece: Piece, known: Known) -> Resolved:
    """Resolve ``17 يناير الماضي``, ``في مارس``, ``أكتوبر من العام الماضي``."""
    month, published = piece.month or 0, known.published
    if piece.year_from == "named":
        if known.named_year is None:
            return Resolved(None, "ambiguous")
        return _checked(known.named_year, month, piece.day, "year-from-context")
    if piece.in_name:
        return Resolved(None, "part-of-name")
    if published is None:
        return Resolved(None, "unresolved-no-publication-date")
    if piece.year_from:
        year = published.year + {"before": -1, "same": 0, "after": 1, "": 0}[piece.year_from]
        return _checked(year, month, piece.day, f"year-{_WHEN[piece.year_from]}-publication")
    if not piece.side and piece.weekday is not None and piece.day:
        fitting = _year_of_weekday(piece, published)
        if fitting:
            return _checked(fitting, month, piece.day, "year-from-weekday")
    side = piece.side or _SIDE_OF[tense(scan, piece)]
    year = _nearest_year(piece, published, side, strict=bool(piece.side))
    if not piece.side and piece.weekday is not None and piece.day:
        return Resolved(None, "ambiguous")
    if not piece.side and known.year not in (None, year):
        return Resolved(None, "ambiguous")
    return _checked(year, month, piece.day, f"month-{_WHEN[side]}-publication")


_SIDE_OF: Final[Mapping[Tense, Side]] = {"past": "before", "future": "after", "": ""}
_WHEN: Final = {"before": "before", "same": "of", "after": "after", "": "nearest"}


def _year_of_weekday(piece: Piece, published: date) -> int | None:
    """Return the one year around the publication in which that day falls on that weekday."""
    days = (_date(published.year + n, piece.month or 0, piece.day or 0) for n in (-1, 0, 1))
    fitting = [day.year for day in days if day and day.weekday() == piece.weekday]
    return fitting[0] if len(fitting) == 1 else None


def _nearest_year(piece: Piece, published: date, side: Side, *, strict: bool) -> int:
    """Return the year that puts a day or month on its side of the publication date.

    ``strict`` leaves the day or month of the publication itself out (``مارس الماضي`` in March).
    """
    month, day = piece.month or 0, piece.day
    own = (month, day or 0)
    now = (published.month, published.day if day else 0)
    if side == "before":
        return published.year - (own >= now if strict else own > now)
    if side == "after":
        return published.year + (own <= now if strict else own < now)
    distances = []
    for year in (published.year, published.year - 1, published.year + 1):
        middle = _date(year, month, min(day or 15, 28))
        distances.append((abs((middle - published).days) if middle else 1000, year))
    return min(distances)[1]


# --- weekdays, and times counted from the publication ---------------------------------------


def _weekday(scan: Scan, piece: Piece, published: date, known: Known) -> Resolved:
    """Resolve ``الثلاثاء``, ``أمس الخميس``, ``الجمعة المقبل``."""
    weekday = piece.weekday or 0
    if piece.in_name:
        earlier = known.weekdays.get(weekday)
        if earlier is None and published.weekday() == weekday:
            earlier = published
        if earlier is None:
            return Resolved(None, "ambiguous")
        return Resolved(earlier.isoformat(), "weekday-from-context")
    side, strict = piece.side, bool(piece.side) and piece.side != "same"
    if piece.unit:
        side = "after" if piece.amount > 0 else "before"
        strict = piece.amount != 0
    if not side:
        side = "after" if tense(scan, piece) == "future" else "before"
    if side == "same":
        side = "before"
    step = 1 if side == "after" else -1
    distance = (weekday - published.weekday()) * step % _DAYS_IN_WEEK
    if strict and distance == 0:
        distance = _DAYS_IN_WEEK
    found = published + timedelta(days=step * distance)
    if not piece.side:
        known.weekdays.setdefault(weekday, found)
    when = "of" if distance == 0 else side
    return Resolved(found.isoformat(), f"weekday-{when}-publication")


def _counted(piece: Piece, published: date) -> Resolved:
    """Resolve ``أمس``, ``الأسبوع الماضي``, ``قبل ثلاثة أيام``."""
    amount = piece.amount
    when = {-1: "before", 0: "of", 1: "after"}.get((amount > 0) - (amount < 0), "")
    why = "counted-from-publication" if piece.side else f"{piece.unit}-{when}-publication"
    if piece.unit == "day":
        day = published + timedelta(days=amount)
        return Resolved(day.isoformat(), why if piece.side else "relative-day")
    if piece.unit == "year":
        return _checked(published.year + amount, None, None, why)
    if piece.unit == "month":
        months = published.year * 12 + published.month - 1 + amount
        return _checked(months // 12, months % 12 + 1, piece.day, why)
    return _week(published, amount, why)


def _week(published: date, amount: int, why: str) -> Resolved:
    """Resolve a week to the month or year it lies in, whichever day the week begins on.

    Arab weeks begin on Saturday, Sunday or Monday, and ISO dates of the record know no weeks.
    """
    middle = published.toordinal() + _DAYS_IN_WEEK * amount
    if not _DAYS_IN_WEEK < middle < date.max.toordinal() - _DAYS_IN_WEEK:
        return Resolved(None, "impossible-date")
    reach = _DAYS_IN_WEEK - 1
    if amount == 0:
        first, last = published - timedelta(days=reach), published + timedelta(days=reach)
    elif amount < 0:
        first, last = (
            date.fromordinal(middle - reach),
            min(date.fromordinal(middle + reach), published),
        )
    else:
        first, last = (
            max(date.fromordinal(middle - reach), published),
            date.fromordinal(middle + reach),
        )
    return Resolved(common_iso(first, last), why)


# --- Hijri ----------------------------------------------------------------------------------


def _hijri(piece: Piece, known: Known) -> Resolved:
    """Resolve a Hijri date by the Umm al-Qura calendar, as exactly as Gregorian months allow."""
    if piece.year_calendar == "gregorian" and piece.year:
        return Resolved(f"{piece.year:04}", "explicit")
    year, why = piece.year, "explicit-hijri"
    if year is None:
        if known.published is None:
            return Resolved(None, "unresolved-no-publication-date")
        year, why = _hijri_year(piece, known.published)
    if year is None:
        return Resolved(None, why)
    days = _hijri_days(year, piece.month, piece.day)
    if days is None:
        return Resolved(None, "hijri-out-of-range")
    iso = common_iso(*days)
    return Resolved(iso, why if iso else "hijri-straddles-years")


def _hijri_year(piece: Piece, published: date) -> tuple[int | None, str]:
    try:
        today = Gregorian.fromdate(published).to_hijri()
    except OverflowError:
        return None, "hijri-out-of-range"
    own = (piece.month or 0, piece.day or 0)
    now = (today.month, today.day if piece.day else 0)
    if piece.side == "before":
        return today.year - (own >= now), "month-before-publication"
    if piece.side == "after":
        return today.year + (own <= now), "month-after-publication"
    if piece.side == "same" or own[0] == now[0]:
        return today.year, "month-of-publication"
    if piece.year_from in ("before", "same", "after"):
        step = {"before": -1, "same": 0, "after": 1}[piece.year_from]
        return today.year + step, f"year-{_WHEN[piece.year_from]}-publication"
    return None, "ambiguous"


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """Return the first and last Gregorian day; None outside 1343–1500 AH or the month's length."""
    if not _FIRST_HIJRI <= year <= _LAST_HIJRI:
        return None
    begin = Hijri(year, month or 1, 1)
    last = Hijri(year, month or 12, 1)
    length = last.month_length()
    if day is not None:
        if day > length:
            return None
        exact = Hijri(year, month or 1, day).to_gregorian()
        return exact, exact
    return begin.to_gregorian(), last.to_gregorian() + timedelta(days=length - 1)
