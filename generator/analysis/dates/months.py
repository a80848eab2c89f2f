"""Dates with a month's name: ``الجمعة 17 يناير/كانون الثاني 2025``, ``أواخر شباط الماضي``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.analysis.dates import lexicon
from generator.analysis.dates.pieces import Piece, bare
from generator.arabic.calendar import month_names, weekday_names
from generator.arabic.numerals import day_ordinals

if TYPE_CHECKING:
    from generator.analysis.dates.lexicon import Side
    from generator.analysis.dates.pieces import Scan
    from generator.arabic.calendar import Calendar, Month

JOINING: Final = frozenset(["و", "او", "الي", "حتي", "ثم", "and", "to", "or"])
"""Words between two dates that share a month or a year."""
_ENDINGS: Final = frozenset(["st", "nd", "rd", "th"])
_DAY_WORDS: Final = frozenset(["يوم", "اليوم"])
_LATEST: Final = "الاخير"
_SAFAR: Final = 2
"""Also "nil" in scores: ``2 صفر`` is no date."""
_LAST_HIJRI_YEAR: Final = 1600


class _Name(NamedTuple):
    month: Month
    next: int
    """Index of the first token after the name, and after its second name."""
    doubled: bool = False


class _Year(NamedTuple):
    next: int
    year: int | None = None
    calendar: Calendar | None = None
    source: Side | Literal["named"] = ""


class Day(NamedTuple):
    """The day of a month, in figures or as an ordinal."""

    first: int
    """Index of the first token of the date."""
    next: int
    day: int | None = None
    cut: int = 0
    """Letters of its first token that are proclitics."""
    others: tuple[int, ...] = ()
    """Indexes of further days of the same month: ``15 و16 يناير``."""


def read_month(scan: Scan, at: int, cut: int, before: list[Piece]) -> list[Piece]:
    """Return the dates of the month whose name begins at token ``at``, in text order."""
    name = _name(scan, at, cut)
    if name is None:
        return []
    month = name.month
    day = read_day(scan, at, cut, name.next)
    year = _year(scan, day.next, month.calendar)
    first, side, end = day.first, lexicon.SIDES.get(scan.word(year.next), ""), year.next
    if scan.word(end) == _LATEST:
        side = "before"
    if year.year or year.source or not scan.near(end, "/)"):
        side = ""
    if side:
        end += 1
    elif scan.word(first - 1) in lexicon.ENGLISH_SIDES and scan.near(first):
        first, side = first - 1, lexicon.ENGLISH_SIDES[scan.word(first - 1)]
    dated = bool(year.year or year.source or side)
    if not (dated or name.doubled or day.day or _stands_as_month(scan, at, cut, month, before)):
        return []
    if month.calendar == "hijri" and month.number == _SAFAR and not year.year:
        return []
    if _recurs(scan, end) or scan.word(at - 1) in lexicon.NOT_A_MONTH_AFTER:
        return []
    in_name = not dated and scan.word(first - 1) in lexicon.NAMED_AFTER_DATES
    if in_name and not day.day:
        return []
    if not day.day and scan.near(first) and bare(scan, first - 1) in lexicon.PARTS:
        first -= 1
    if first < day.first:
        day = day._replace(cut=scan.word(first) != bare(scan, first))
    whole = scan.span(first, end, cut if first == at else day.cut)
    piece = Piece(
        span=scan.closed(whole), first=first, next=end,
        calendar=month.calendar, year=year.year, month=month.number, day=day.day, side=side,
        year_from=year.source, in_name=in_name, year_calendar=year.calendar,
    )  # fmt: skip
    return [*other_days(scan, day, piece), piece]


def _recurs(scan: Scan, at: int) -> bool:
    """Whether ``من كل عام`` follows."""
    at += scan.word(at) in ("من", "of")
    return scan.near(at) and scan.word(at) in lexicon.EVERY


def _name(scan: Scan, at: int, cut: int) -> _Name | None:
    """Read a month's name and the second name it may have: ``كانون الثاني (يناير)``."""
    month, after = _one_name(scan, at, cut)
    if month is None:
        return None
    signs = after + 1 if scan.word(after) == "او" else after
    second, end = _one_name(scan, signs, 0) if scan.near(signs, "/(-–") else (None, after)
    if second and second[:2] == month[:2]:
        return _Name(month, end, doubled=True)
    return _Name(month, after)


def _one_name(scan: Scan, at: int, cut: int) -> tuple[Month | None, int]:
    names = month_names()
    word = scan.word(at)[cut:]
    if scan.near(at + 1):
        month = names.get(f"{word} {scan.word(at + 1)}")
        if month:
            return month, at + 2
    if word.isascii() and word and not scan.text[scan.tokens[at].start].isupper():
        return None, at
    return names.get(word), at + 1


def read_day(scan: Scan, at: int, cut: int, after: int) -> Day:
    """Read the day before a month that begins at ``at`` (or behind it, ``after``, in English)."""
    if scan.word(at).isascii():
        day = scan.number(after, 1, 2)
        if day and day <= 31 and scan.near(after, "."):
            ending = scan.word(after + 1) in _ENDINGS
            return Day(at, after + 1 + ending, day)
    here = at - 1
    if cut or not scan.near(at, "-/"):
        return Day(at, after)
    for word in (lexicon.MONTH_NOUNS, ("من", "of"), _ENDINGS):
        if scan.word(here) in word:
            here -= 1
    day = scan.number(here, 1, 2)
    if day and 1 <= day <= 31:
        return Day(here, after, day, others=_other_indexes(scan, here, day))
    for first in range(max(here - 1, 0), here + 1):
        words = " ".join(scan.word(index) for index in range(first, here + 1))
        for form, mark in ((words, 0), (words[1:], 1), ("ا" + words[1:], 0)):
            joined = mark == 1 and words[:1] == "و"
            if form in day_ordinals() and (joined or _is_day_ordinal(scan, first)):
                return Day(first, after, day_ordinals()[form], mark)
    return Day(at, after)


def _is_day_ordinal(scan: Scan, first: int) -> bool:
    """Tell ``السابع من أكتوبر`` from ``الأسبوع الأول من يناير``."""
    noun = bare(scan, first - 1)
    if not scan.near(first) or not noun.startswith("ال"):
        return True
    return noun in _DAY_WORDS or noun in weekday_names()


def _other_indexes(scan: Scan, here: int, day: int) -> tuple[int, ...]:
    """Return the indexes of the days joined to the one at ``here``, in text order."""
    found: list[int] = []
    while len(found) < 6:
        if scan.near(here, "-–"):
            other = here - 2 if scan.word(here - 1) in JOINING and scan.near(here - 1) else here - 1
        else:
            break
        value = scan.number(other, 1, 2)
        if value is None or not 1 <= value < day:
            break
        found.insert(0, other)
        here, day = other, value
    return tuple(found)


def other_days(scan: Scan, day: Day, piece: Piece) -> list[Piece]:
    """Return the further days of ``15 و16 يناير``; ``piece`` is the last of them."""
    return [
        replace(
            piece, span=scan.span(other, other + 1), first=other, next=other + 1,
            day=scan.number(other, 1, 2),
        )
        for other in day.others
    ]  # fmt: skip


def _year(scan: Scan, at: int, calendar: Calendar) -> _Year:
    """Read the year that follows a month: ``2025``, ``من العام الماضي``, ``1446 هـ``."""
    here = at
    if scan.word(here) in ("من", "of") and scan.near(here):
        here += 1
    if scan.near(here):
        source, end = _named_year(scan, here)
        if source and scan.near(end) and scan.number(end, 4, 4):
            return _Year(end + 1, scan.number(end, 4, 4))
        if source:
            return _Year(end, source=source)
        if scan.word(here) in lexicon.ONE_YEAR:
            here += 1
    shortest = 4 if calendar == "gregorian" or here == at else 3
    year = scan.number(here, shortest, 4)
    signs = ",،/-)" if here == at else ")"
    if year is None or not 1000 <= year <= 2199 or not scan.near(here, signs):
        return _Year(at)
    if scan.near(here + 1) and scan.word(here + 1) in lexicon.COUNTED:
        return _Year(at)
    if calendar == "hijri" and year > _LAST_HIJRI_YEAR:
        return _Year(here + 1, year, "gregorian")
    eras = lexicon.ERA_HIJRI if calendar == "hijri" else lexicon.ERA_COMMON
    return _Year(here + 1 + (scan.near(here + 1) and scan.word(here + 1) in eras), year)


def _named_year(scan: Scan, at: int) -> tuple[Side | Literal["named"], int]:
    """Read ``العام الماضي``, ``هذا العام``, ``العام نفسه``, ``ذلك العام``, ``last year``."""
    word, following = scan.word(at), scan.word(at + 1)
    if not scan.near(at + 1):
        return "", at
    if word in lexicon.ONE_YEAR:
        if following in lexicon.SAME_AS_NAMED:
            return "named", at + 2
        return lexicon.SIDES.get(following, ""), at + 2
    if following in lexicon.ONE_YEAR or following == "year":
        if word in ("هذا", "هذه", "this"):
            return "same", at + 2
        if word in ("ذلك", "تلك", "نفس", "ذات", "that"):
            return "named", at + 2
        if following == "year":
            return lexicon.ENGLISH_SIDES.get(word, ""), at + 2
    return "", at


def _stands_as_month(scan: Scan, at: int, cut: int, month: Month, before: list[Piece]) -> bool:
    """Whether a bare name can only be a month here, as far as it needs that."""
    if month.trust == "alone":
        return True
    word = scan.word(at - 1)
    if word in lexicon.MONTH_NOUNS and month.calendar == "gregorian":
        return True
    if month.trust == "figured":
        return False
    token = scan.tokens[at]
    if "آ" not in scan.text[token.start : token.end] and scan.word(at)[cut:] == "اب":
        return False
    joined = before and before[-1].month and before[-1].next >= at - 1 and before[-1].next <= at
    placed = scan.near(at) and word in lexicon.PLACES_IN_TIME
    return bool(placed or (joined and (cut or word in JOINING)))
