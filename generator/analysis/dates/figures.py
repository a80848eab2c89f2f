"""Dates in figures alone: ``17/1/2025``, ``2025-01-17``, ``2017-2021``, and plain years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.analysis.dates import lexicon
from generator.analysis.dates.pieces import Piece
from generator.arabic.fold import fold
from generator.arabic.letters import DIGIT
from generator.arabic.words import function_words, reporting_verbs
from generator.model import Span

if TYPE_CHECKING:
    from generator.analysis.dates.pieces import Scan

_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_TWO_YEARS: Final = re.compile(r"(\d{4})/(\d{4})")
_DASHED: Final = re.compile(
    f"[{DIGIT}]{{1,4}} ?([-/]) ?[{DIGIT}]{{1,2}} ?\\1 ?[{DIGIT}]{{1,4}}(?![-/{DIGIT}])"
)
_BLANK: Final = str.maketrans("", "", " ")
_OLDEST_PLAIN: Final = 1500
_NEWEST_PLAIN: Final = 2100
_LAST_HIJRI: Final = 1600
_ENOUGH_FOR_BRACKETS: Final = 1800
_CHAINS: Final = frozenset(["و", "او", "الي", "حتي", "ثم", "and", "to", "or"])


def read_figures(scan: Scan, at: int, before: list[Piece]) -> list[Piece]:
    """Return the dates that begin at the number at token ``at``."""
    token = scan.tokens[at]
    behind = scan.text[token.end : token.end + 2].lstrip(" ")
    if behind[:1] in ("-", "/") or "/" in token.folded or "." in token.folded:
        found = _whole_date(scan, at) or _joined_years(scan, at)
        if found:
            return found
    year = scan.number(at, 3, 4)
    if year is None:
        return []
    return _two_years(scan, at, year) or _one_year(scan, at, year, before)


def _whole_date(scan: Scan, at: int) -> list[Piece]:
    token = scan.tokens[at]
    dashed = _DASHED.match(scan.text, token.start)
    end = dashed.end() if dashed else token.end
    figures = fold(scan.text[token.start : end]).translate(_BLANK)
    after = at + 1
    while after < len(scan.tokens) and scan.tokens[after].end <= end:
        after += 1
    span = Span(token.start, end)
    match = _YEAR_FIRST.fullmatch(figures)
    if match:
        year, month, day = map(int, match.groups())
        return [Piece(span=span, first=at, next=after, year=year, month=month, day=day)]
    match = _DAY_FIRST.fullmatch(figures)
    if not match:
        return []
    day, month, year = map(int, match.groups())
    english = scan.language == "en" and "." not in figures
    unclear = english and day <= 12 and month <= 12 and day != month
    if month > 12:
        day, month = month, day
    return [
        Piece(span=span, first=at, next=after, year=year, month=month, day=day, unclear=unclear)
    ]


def _joined_years(scan: Scan, at: int) -> list[Piece]:
    """Read ``2015/2016``, one token."""
    token = scan.tokens[at]
    match = _TWO_YEARS.fullmatch(token.folded)
    if not match or not _follow(int(match[1]), int(match[2])):
        return []
    halves = (Span(token.start, token.start + 4), Span(token.end - 4, token.end))
    return [
        Piece(span=span, first=at, next=at + 1, year=int(year))
        for span, year in zip(halves, match.groups(), strict=True)
    ]


def _follow(first: int, second: int) -> bool:
    low, high = sorted((first, second))
    return _OLDEST_PLAIN <= low < high <= _NEWEST_PLAIN


def _two_years(scan: Scan, at: int, year: int) -> list[Piece]:
    """Read ``2017-2021``: two years that a dash joins need no other sign that they are years."""
    other = scan.number(at + 1, 4, 4)
    if other is None or not scan.near(at + 2 - 1, "-–—ـ") or not _follow(year, other):
        return []
    gap = scan.text[scan.tokens[at].end : scan.tokens[at + 1].start]
    if gap.isspace() or _is_counted(scan, at + 1):
        return []
    end = at + 2 + _has_era(scan, at + 2, lexicon.ERA_COMMON)
    return [
        Piece(span=scan.span(at, at + 1), first=at, next=at + 1, year=year),
        Piece(span=scan.span(at + 1, end), first=at + 1, next=end, year=other),
    ]


def _one_year(scan: Scan, at: int, year: int, before: list[Piece]) -> list[Piece]:
    if _has_era(scan, at + 1, lexicon.ERA_HIJRI):
        span = scan.span(at, at + 2)
        piece = Piece(span=span, first=at, next=at + 2, year=year, calendar="hijri")
        return [piece] if year <= _LAST_HIJRI else []
    common = _has_era(scan, at + 1, lexicon.ERA_COMMON)
    if not common and not _is_year(scan, at, year, before):
        return []
    end = at + 1 + common
    return [Piece(span=scan.span(at, end), first=at, next=end, year=year)]


def _has_era(scan: Scan, at: int, eras: frozenset[str]) -> bool:
    return scan.word(at) in eras and scan.near(at)


def _is_year(scan: Scan, at: int, year: int, before: list[Piece]) -> bool:
    """Whether a plain number is a year, by what stands around it."""
    word = scan.word(at - 1)
    since = word in lexicon.SINCE and scan.word(at + 1) not in lexicon.COUNTED
    if not _OLDEST_PLAIN <= year <= _NEWEST_PLAIN or (_is_counted(scan, at) and not since):
        return False
    token = scan.tokens[at]
    closes = scan.text[token.end : token.end + 1] == ")"
    opens = token.start > 0 and scan.text[token.start - 1] == "("
    if opens and (closes or scan.text[token.end : token.end + 1] in "،,:/"):
        return True
    if before and before[-1].year and not before[-1].month and before[-1].next >= at - 1:
        chained = word in _CHAINS or scan.near(at, "،,/-–")
        if chained:
            return True
    if not scan.near(at, "(،,"):
        return False
    if closes and year >= _ENOUGH_FOR_BRACKETS and word not in function_words():
        return not word[:1].isdigit()
    if not scan.near(at):
        return False
    owners = (word, scan.word(at - 2)) if scan.near(at - 1) else (word,)
    return word in lexicon.YEAR_PLACES or any(
        owner in lexicon.YEAR_OWNERS or owner in lexicon.ONE_YEAR for owner in owners
    )


def _is_counted(scan: Scan, at: int) -> bool:
    """Whether the word behind a number says what it counts: ``1700 جندي``, ``2000 كتابا``."""
    if not scan.near(at + 1):
        return False
    word = scan.word(at + 1)
    if word in lexicon.COUNTED:
        return True
    counted_ending = len(word) > 3 and word.endswith("ا") and not word.startswith("ال")
    return counted_ending and word not in function_words() and word not in reporting_verbs()
