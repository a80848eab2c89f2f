"""Numbers in figures and in words: ``١٬٢٥٠``, ``5٫2``, ``ثلاثة آلاف وخمسمئة``, ``twenty-one``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["one", "ten", "teen", "tens", "hundred", "hundreds", "scale", "scales", "pair"]


class NumberWord(NamedTuple):
    """What one word adds to a number, and how it may stand in one."""

    kind: Kind
    value: int


_ONES: Final = (
    "واحد واحدة أحد إحدى one", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي two",
    "ثلاث ثلاثة three", "أربع أربعة four", "خمس خمسة five", "ست ستة six", "سبع سبعة seven",
    "ثمان ثماني ثمانية eight", "تسع تسعة nine",
)  # fmt: skip
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = (
    "عشرون عشرين twenty", "ثلاثون ثلاثين thirty", "أربعون أربعين forty", "خمسون خمسين fifty",
    "ستون ستين sixty", "سبعون سبعين seventy", "ثمانون ثمانين eighty", "تسعون تسعين ninety",
)  # fmt: skip
_STEMS_OF_HUNDREDS: Final = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDRED: Final = "مئة مائة hundred"
_TWO_HUNDRED: Final = "مئتان مئتين مئتي مائتان مائتين مائتي مئتا مائتا"
_SCALES: Final = (
    (10**3, "ألف ألفا thousand", "آلاف", "ألفان ألفين ألفي"),
    (10**6, "مليون مليونا million", "ملايين", "مليونان مليونين مليوني"),
    (10**9, "مليار مليارا بليون بليونا billion", "مليارات بلايين", "ملياران مليارين ملياري"),
    (10**12, "تريليون تريليونا ترليون trillion", "تريليونات", "تريليونان تريليونين تريليوني"),
)
_DAY_ONES: Final = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
)  # fmt: skip
_OTHER_DAYS: Final = {
    "العاشر": 10, "العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30,
    "الحادي والثلاثين": 31, "الحادي والثلاثون": 31, "فاتح": 1, "غرة": 1,
}  # fmt: skip
_FIGURE: Final = re.compile(r"[0-9]+(?:[.,٫٬][0-9]+)*")


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Return the cardinal words of both languages, folded."""
    words: dict[str, NumberWord] = {}

    def add(spellings: str, kind: Kind, value: int) -> None:
        words.update((fold(word), NumberWord(kind, value)) for word in spellings.split())

    for value, spellings in enumerate(_ONES, 1):
        add(spellings, "one", value)
    for value, spelling in enumerate(_TEENS.split(), 10):
        add(spelling, "teen", value)
    for value, spellings in enumerate(_TENS, 2):
        add(spellings, "tens", 10 * value)
        for one, ones in enumerate(_ONES, 1):
            add(f"{spellings.split()[-1]}-{ones.split()[-1]}", "teen", 10 * value + one)
    add("عشر عشرة", "ten", 10)
    add(_HUNDRED, "hundred", 100)
    add(_TWO_HUNDRED, "hundreds", 200)
    for value, stem in enumerate(_STEMS_OF_HUNDREDS, 3):
        for hundred in ("مئة", "مائة"):
            add(f"{stem}{hundred} {stem}ي{hundred}", "hundreds", 100 * value)
    for weight, one_word, many, pair in _SCALES:
        add(one_word, "scale", weight)
        add(many, "scales", weight)
        add(pair, "pair", 2 * weight)
    return words


@cache
def day_ordinals() -> Mapping[str, int]:
    """Return the days of a month as ordinals, folded, of one word or two (``السابع والعشرين``)."""
    days = {name: day for day, name in enumerate(_DAY_ONES, 1)}
    for one, name in enumerate(("الحادي", *_DAY_ONES[1:]), 1):
        days |= {f"{name} عشر": 10 + one, f"{name} والعشرين": 20 + one}
        days[f"{name} والعشرون"] = 20 + one
    return {fold(name): day for name, day in (days | _OTHER_DAYS).items()}


_LONGEST_FIGURE: Final = 30
"""Signs; a longer figure counts nothing. Times all the scale words that can follow it, it would be
more than a number of JSON can be."""


def figure_value(folded: str, *, scaled: bool = False) -> float | None:
    """Return the value of a number written in figures, None where it is a time, a ratio, a date.

    Three digits after a comma are thousands; after a full stop, which writes thousands in the
    Maghreb and decimals elsewhere, they are where two or more digits stand before it or a zero
    ends it (``12.350``, ``2.500``, not ``1.085``). Before a scale word (``scaled``) both mark
    decimals: nobody writes ``1,375 مليار`` for 1,375 milliards.
    """
    figure = folded.rstrip("%٪").replace("٬", "")
    if len(figure) > _LONGEST_FIGURE or not _FIGURE.fullmatch(figure):
        return None
    whole, *groups = re.split("[.,٫]", figure)
    signs = [sign for sign in figure if not sign.isdigit()]
    if not groups:
        return float(figure)
    if len(groups) > 1:
        decimal = groups.pop() if signs[-1] != signs[0] else "0"
        if len(set(signs[: len(groups)])) > 1 or any(len(group) != 3 for group in groups):
            return None
        return float(f"{whole}{''.join(groups)}.{decimal}")
    if scaled or signs[0] == "٫" or len(groups[0]) != 3 or len(whole) > 3 or whole[0] == "0":
        return float(f"{whole}.{groups[0]}")
    in_thousands = signs[0] == "," or len(whole) > 1 or figure.endswith("0")
    return float(whole + groups[0]) if in_thousands else float(f"{whole}.{groups[0]}")
