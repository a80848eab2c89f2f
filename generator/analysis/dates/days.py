"""Weekdays, and days counted from today: ``يوم الثلاثاء المقبل``, ``أمس الخميس``, ``بعد غد``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.dates import lexicon
from generator.analysis.dates.pieces import Piece, bare
from generator.arabic.calendar import weekday_names
from generator.arabic.words import function_words, reporting_verbs
from generator.model import Span

if TYPE_CHECKING:
    from generator.analysis.dates.pieces import Scan

_DAY: Final = "يوم"
_DAYS: Final = frozenset(mark + _DAY for mark in ("", "و", "ف", "ب", "ل"))
_TELLING_DISTANCE: Final = 8
"""Words between a reporting verb and its ``اليوم``; farther apart it means "nowadays"."""
_CLAUSE_SIGNS: Final = '.؟!؛:\n"“«'
_OPENS_SPEECH: Final = lexicon.folded("أن إن بأن أنه إنه أنها إنها أنهم الذي التي الذين حيث")
_TODAY_IN_NAMES: Final = lexicon.folded(
    "المصري أخبار روسيا الإمارات المغرب بيان رأي فلسطين سوريا الجزائر ليبيا عراق كردستان"
)
_OUTLETS: Final = lexicon.folded(
    "قناة صحيفة موقع شبكة وكالة جريدة لقناة لصحيفة لموقع لشبكة لوكالة لجريدة المصري"
)


def read_weekday(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read ``الثلاثاء``, ``يوم الجمعة المقبل``, ``last Friday``."""
    before, after = scan.word(at - 1), scan.word(at + 1)
    if before in lexicon.NOT_A_WEEKDAY_AFTER or after in lexicon.NOT_A_WEEKDAY_BEFORE:
        return []
    name = scan.word(at)[cut:]
    weekday = weekday_names()["ال" + name[2:] if name.startswith("لل") else name]
    side = lexicon.SIDES.get(after, "") if scan.near(at + 1) else ""
    end = at + 1 + bool(side)
    span = scan.span(at, end, cut)
    by_name = True
    if scan.near(at) and not cut:
        if before in lexicon.ENGLISH_SIDES:
            side, span, by_name = lexicon.ENGLISH_SIDES[before], scan.span(at - 1, end), False
        elif before in _DAYS:
            span = Span(scan.tokens[at - 1].end - len(_DAY), span.end)
            by_name = False
            if scan.word(at - 2) == "كل":
                return []
    if name == "الاثنين" and by_name and before.endswith(("ين", "ان")):
        return []
    held = by_name and not side and scan.near(at) and before in lexicon.HELD_ON_WEEKDAYS
    first = at if by_name else at - 1
    return [Piece(span=span, first=first, next=end, weekday=weekday, side=side, in_name=held)]


def read_yesterday(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read ``أمس``, ``بالأمس``, ``أول من أمس``; ``الأمس`` alone is the past."""
    before = scan.word(at - 1)
    if scan.word(at + 1) == "القريب" or scan.word(at + 1) in lexicon.NEED:
        return []
    if scan.word(at) == "الامس" and not (_on_a_day(before) or _weekday_follows(scan, at + 1)):
        return []
    first, amount = at, -1
    if bare(scan, at - 1) == "اول" and scan.near(at):
        first, amount = at - 1, -2
    elif before == "من" and bare(scan, at - 2) == "اول":
        first, amount = at - 2, -2
    if first < at:
        cut = scan.word(first) != bare(scan, first)
    span = scan.span(first, at + 1, cut)
    return [Piece(span=span, first=first, next=at + 1, unit="day", amount=amount)]


def read_tomorrow(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read ``غدا``, ``يوم غد``, ``بعد غد``; ``الغد`` alone is the future, ``غد`` alone a word."""
    name, before = scan.word(at)[cut:], bare(scan, at - 1)
    if before == "بعد" and scan.near(at):
        span = Span(scan.tokens[at - 1].end - len("بعد"), scan.tokens[at].end)
        return [Piece(span=span, first=at - 1, next=at + 1, unit="day", amount=2)]
    if name in ("غد", "الغد") and not (_on_a_day(before) or _weekday_follows(scan, at + 1)):
        return []
    return [Piece(span=scan.span(at, at + 1, cut), first=at, next=at + 1, unit="day", amount=1)]


def _on_a_day(word: str) -> bool:
    return word == _DAY or word in lexicon.DAYTIMES


def _weekday_follows(scan: Scan, at: int) -> bool:
    return scan.near(at, "،,(") and scan.word(at) in weekday_names()


def read_today(scan: Scan, at: int, cut: int) -> list[Piece]:
    """Read ``اليوم`` where it is the day of the news, not "nowadays" or part of a name."""
    piece = Piece(span=scan.span(at, at + 1, cut), first=at, next=at + 1, unit="day")
    before, after = scan.word(at - 1), scan.word(at + 1)
    if before in lexicon.EVERY:
        return []
    if _weekday_follows(scan, at + 1) or before in lexicon.DAYTIMES:
        return [piece]
    if scan.near(at + 1) and (after.startswith("ال") or after in lexicon.SAME_AS_NAMED):
        return []
    if before in _TODAY_IN_NAMES and (before in _OUTLETS or scan.word(at - 2) in _OUTLETS):
        return []
    if before == "هذا":
        return [piece]
    if before in function_words() or cut:
        return []
    return [piece] if _is_told(scan, at) else []


def _is_told(scan: Scan, at: int) -> bool:
    """Whether a reporting verb stands shortly before, in the same clause."""
    for here in range(at - 1, max(at - 1 - _TELLING_DISTANCE, -1), -1):
        gap = scan.text[scan.tokens[here].end : scan.tokens[here + 1].start]
        word = scan.word(here)
        if word in _OPENS_SPEECH or any(sign in gap for sign in _CLAUSE_SIGNS):
            return False
        if word in reporting_verbs() or (word in ("سابق", "لاحق") and here == at - 1):
            return True
    return False
