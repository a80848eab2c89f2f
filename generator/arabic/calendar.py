"""Names of months and weekdays, as Arab countries write them and as English does.

Gregorian names are those of CLDR, one set per tradition (``يناير``, ``كانون الثاني``, ``جانفي``;
``غشت``, ``أوت``), and some more that writers use. They stand here, since to load eight locales
takes longer than to analyse an article; the tests compare them with Babel's. Hijri names come from
hijridate. Every name is folded (:func:`generator.arabic.fold.fold`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from hijridate import Hijri

from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

Calendar = Literal["gregorian", "hijri"]
Trust = Literal["alone", "placed", "figured"]
"""What a month's name needs beside it before it is one, since many are other words as well:
nothing; a preposition or another month; a day, a year or an adjective such as ``الماضي``."""


class Month(NamedTuple):
    """A month by its number in its calendar."""

    number: int
    calendar: Calendar
    trust: Trust


_GREGORIAN: Final = (
    ("يناير", "كانون الثاني", "جانفي"), ("فبراير", "شباط", "فيفري"), ("مارس", "آذار"),
    ("أبريل", "نيسان", "أفريل", "إبريل"), ("مايو", "أيار", "ماي"), ("يونيو", "حزيران", "جوان"),
    ("يوليو", "تموز", "يوليوز", "جويلية"), ("أغسطس", "آب", "غشت", "أوت", "أغشت"),
    ("سبتمبر", "أيلول", "شتنبر", "شتمبر"), ("أكتوبر", "تشرين الأول"),
    ("نوفمبر", "تشرين الثاني", "نونبر"), ("ديسمبر", "كانون الأول", "دجنبر", "دجمبر"),
)  # fmt: skip

_ENGLISH: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS: Final = (
    ("الاثنين", "monday"), ("الثلاثاء", "tuesday"), ("الأربعاء", "wednesday"),
    ("الخميس", "thursday"), ("الجمعة", "friday"), ("السبت", "saturday"), ("الأحد", "sunday"),
)  # fmt: skip

_OTHER_SPELLINGS: Final = {
    "أبرايل": 4, "مايس": 5, "يونيه": 6, "يوليه": 7, "يليوز": 7, "جويليا": 7, "أوغسطس": 8,
    "أيلول": 9, "سبتنبر": 9, "أوكتوبر": 10, "نوفنبر": 11, "نوفامبر": 11, "نونمبر": 11,
    "ديسنبر": 12, "كانون ثاني": 1, "كانون ثان": 1, "تشرين أول": 10, "تشرين ثاني": 11,
    "تشرين ثان": 11, "كانون أول": 12,
}  # fmt: skip

_PLACED: Final = ("مارس", "نيسان", "تموز", "آذار", "شباط", "أوت", "آب", "أيار")
"""Also a verb, a car, a missile, surnames, a father; a preposition before them settles it."""
_FIGURED: Final = ("ماي", "جوان", "مايس")
"""Also a surname and a given name: ``في ماي`` settles nothing."""

_HIJRI_SPELLINGS: Final = {
    "محرم الحرام": 1, "صفر الخير": 2, "ربيع أول": 3, "ربيع الآخر": 4, "ربيع ثاني": 4,
    "ربيع ثان": 4, "جمادى الأول": 5, "جماد الأول": 5, "جمادى الثانية": 6, "جمادى الآخر": 6,
    "جماد الآخر": 6, "جماد الثاني": 6, "جمادى الثاني": 6, "ذي القعدة": 11, "ذي الحجة": 12,
}  # fmt: skip


@cache
def month_names() -> Mapping[str, Month]:
    """Return every month by its folded name of one or two words; English names are among them."""
    names: dict[str, Month] = {}
    for number in range(1, 13):
        names[fold(Hijri(1446, number, 1).month_name("ar"))] = Month(number, "hijri", "figured")
    for name, number in _HIJRI_SPELLINGS.items():
        names[fold(name)] = Month(number, "hijri", "figured")
    for number, spellings in enumerate(_GREGORIAN, 1):
        for name in spellings:
            names[fold(name)] = Month(number, "gregorian", _trust(name))
    for name, number in _OTHER_SPELLINGS.items():
        names[fold(name)] = Month(number, "gregorian", _trust(name))
    return names | _english_months()


def _trust(name: str) -> Trust:
    if name in _FIGURED:
        return "figured"
    return "placed" if name in _PLACED else "alone"


def _english_months() -> dict[str, Month]:
    names = {name[:3]: Month(n, "gregorian", "figured") for n, name in enumerate(_ENGLISH, 1)}
    names["sept"] = Month(9, "gregorian", "figured")
    also_names = {"march", "april", "may", "june", "august"}
    for number, name in enumerate(_ENGLISH, 1):
        names[name] = Month(number, "gregorian", "placed" if name in also_names else "alone")
    return names


@cache
def weekday_names() -> Mapping[str, int]:
    """Return the weekdays by their folded names, Monday as 0; English names are among them.

    Arabic names keep their article: ``سبت``, ``أحد`` and ``اثنين`` without it are other words.
    """
    return {fold(name): number for number, names in enumerate(_WEEKDAYS) for name in names}
