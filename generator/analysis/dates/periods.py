"""Years, and spans of time: ``عام 2010``, ``الشهر الماضي``, ``قبل ثلاثة أيام``, ``last week``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.analysis.dates import lexicon
from generator.analysis.dates.figures import read_figures
from generator.analysis.dates.months import other_days, read_day
from generator.analysis.dates.pieces import Piece, bare
from generator.arabic.calendar import month_names
from generator.arabic.number_reader import read_number
from generator.model import Span

if TYPE_CHECKING:
    from generator.analysis.dates.lexicon import Unit
    from generator.analysis.dates.pieces import Scan

_BEFORE_CHRIST: Final = frozenset(["ق", "bc", "bce"])
_FIRST_SPELLED: Final = 1000
_LAST_YEAR: Final = 2199
_LAST_HIJRI: Final = 1600
_LONGEST_COUNT: Final = 120
"""Years; further back a count of years is a round number, not a date."""
_SOFTENERS: Final = lexicon.folded("فقط تقريبا واحد واحدة كاملة كامل بالضبط")
_HALVES: Final = lexicon.folded("ونصف وربع وثلث")
_NO_LENGTH_BEFORE: Final = lexicon.folded("من على عن في أو و")


def read_period(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read a year by its noun, or a week, month or year counted from the publication."""
    noun = scan.word(at)[cut:]
    if noun.startswith("لل"):
        noun = "ال" + noun[2:]
    if noun in lexicon.YEAR_NOUNS:
        years = _year_of(scan, at, cut, noun)
        if years:
            return years
    unit = lexicon.PERIODS.get(noun)
    if unit is None:
        return []
    return _english_period(scan, at, unit) if noun.isascii() else _period(scan, at, cut, unit)


def _year_of(scan: Scan, at: int, cut: int, noun: str) -> list[Piece]:
    """Read ``عام 2010``, ``العام الماضي 2020``, ``سنة 1446 هـ``, ``عام ألفين وعشرة``."""
    after = at + 1
    if not scan.near(after, "(:"):
        return []
    if scan.word(after) in lexicon.SIDES and scan.near(after + 1, "("):
        after += scan.number(after + 1, 4, 4) is not None
    first = at - (scan.near(at) and not cut and bare(scan, at - 1) in lexicon.PARTS)
    if first < at:
        cut = scan.word(first) != bare(scan, first)
    span = scan.span(first, after, cut)
    year = scan.number(after, 3, 4)
    if year is None:
        return _spelled_year(scan, at, span.start) if noun in lexicon.ONE_YEAR else []
    if scan.word(after + 1) in _BEFORE_CHRIST or year > _LAST_YEAR:
        return []
    eras, hijri = (
        lexicon.ERA_COMMON,
        scan.near(after + 1) and scan.word(after + 1) in lexicon.ERA_HIJRI,
    )
    if hijri and year <= _LAST_HIJRI:
        eras = lexicon.ERA_HIJRI
    rest = read_figures(scan, after, [])
    if len(rest) > 1:
        return [replace(rest[0], span=Span(span.start, rest[0].span.end), first=first), *rest[1:]]
    end = after + 1 + (scan.near(after + 1) and scan.word(after + 1) in eras)
    return [
        Piece(
            span=Span(span.start, scan.tokens[end - 1].end), first=first, next=end, year=year,
            calendar="hijri" if hijri else "gregorian",
        )
    ]  # fmt: skip


def _spelled_year(scan: Scan, at: int, start: int) -> list[Piece]:
    if at + 1 >= len(scan.tokens):
        return []
    number = read_number(scan.text, scan.tokens, at + 1)
    if number is None or number.in_figures or not _FIRST_SPELLED <= number.value <= _LAST_YEAR:
        return []
    span = Span(start, number.end)
    return [Piece(span=span, first=at, next=number.next, year=int(number.value))]


def _period(scan: Scan, at: int, cut: int, unit: Unit) -> list[Piece]:
    """Read ``الشهر الماضي``, ``هذا العام``, ``مطلع الأسبوع``, ``الخامس من الشهر الجاري``."""
    side = lexicon.SIDES.get(scan.word(at + 1), "") if scan.near(at + 1) else ""
    first, end = at, at + 1 + bool(side)
    before = bare(scan, at - 1) if scan.near(at) and not cut else ""
    if not side and before in ("هذا", "هذه"):
        side, first = "same", at - 1
    elif not side and before in lexicon.BEGINNINGS and not scan.near(end):
        side = "same"
    if not side:
        return []
    amount = {"before": -1, "same": 0, "after": 1}[side]
    whole = scan.span(at, end, cut)
    if unit == "month" and first == at:
        day = read_day(scan, at, cut, end)
        if day.day:
            span = Span(scan.tokens[day.first].start, whole.end)
            piece = Piece(
                span=span, first=day.first, next=end, unit=unit, amount=amount, day=day.day
            )
            return [*other_days(scan, day, piece), piece]
    if first == at and before in lexicon.PARTS:
        first -= 1
    if first < at:
        joined = scan.word(first) != bare(scan, first)
        whole = Span(scan.span(first, end, int(joined)).start, whole.end)
    return [Piece(span=whole, first=first, next=end, unit=unit, amount=amount)]


def _english_period(scan: Scan, at: int, unit: Unit) -> list[Piece]:
    """Read ``last week``, ``this year``."""
    side = lexicon.ENGLISH_SIDES.get(scan.word(at - 1)) if scan.near(at) else None
    if side is None:
        return []
    amount = {"before": -1, "same": 0, "after": 1}[side]
    return [
        Piece(span=scan.span(at - 1, at + 1), first=at - 1, next=at + 1, unit=unit, amount=amount)
    ]


def read_ago(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read ``قبل ثلاثة أيام`` and ``three days ago``; not what something else is counted from."""
    if scan.word(at) == "ago":
        return _english_ago(scan, at)
    if scan.word(at - 1) == "من" or at + 1 >= len(scan.tokens) or not scan.near(at + 1):
        return []
    amount, here = 0, at + 1
    number = read_number(scan.text, scan.tokens, at + 1)
    if number and number.start == scan.tokens[at + 1].start and number.value == int(number.value):
        amount, here = int(number.value), number.next
    unit, own = lexicon.LENGTHS.get(scan.word(here), (None, 0))
    if unit is None or not scan.near(here) or (bool(amount) == bool(own) and own != 1):
        return []
    amount, end = amount or own, here + 1
    if unit == "year" and amount > _LONGEST_COUNT:
        return []
    while scan.near(end) and scan.word(end) in _SOFTENERS:
        end += 1
    if scan.near(end) and not _ends_length(scan, end, counted=own != 1):
        return []
    span = scan.span(at, end, cut)
    return [Piece(span=span, first=at, next=end, unit=unit, amount=-amount, side="before")]


def _ends_length(scan: Scan, at: int, *, counted: bool) -> bool:
    """Whether a length of time may end before token ``at``: not before ``من``, nor in a name."""
    word = scan.word(at)
    if word in _HALVES:
        return False
    if word in _NO_LENGTH_BEFORE:
        return word == "من" and scan.word(at + 1) == "الان"
    return counted or not (word.startswith("ال") or word[:1].isdigit() or word in month_names())


def _english_ago(scan: Scan, at: int) -> list[Piece]:
    unit, _ = lexicon.LENGTHS.get(scan.word(at - 1), (None, 0))
    if unit is None or not scan.near(at) or at < 2:
        return []
    first = at - 2
    number = read_number(scan.text, scan.tokens, first)
    amount = int(number.value) if number else int(scan.word(first) in ("a", "an"))
    if not amount or (number and number.next != at - 1):
        return []
    span = scan.span(first, at + 1)
    return [Piece(span=span, first=first, next=at + 1, unit=unit, amount=-amount, side="before")]
