"""Tests for lines about pictures, about the date of publication and about the number of readers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.arabic.calendar import month_names, weekday_names
from generator.clean.page import matching_form
from generator.clean.phrases import enumerates, phrase_list, word_set
from generator.clean.rule import matching

if TYPE_CHECKING:
    from generator.clean.page import Line, Page
    from generator.clean.rule import LineTest

_TOKEN: Final = re.compile(r"\d+|[^\W\d]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_STAMP: Final = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}:\d{2}")
_SECTION_WORDS: Final = 2
_SIGNED_WORDS: Final = 5
"""Most words beside a date, and beside a date with the hour, where an author may sign."""
_NUMBER: Final = r"\(?\d[\d.,٬٫]*\s?(?:k|m|الف|مليون)?\)?"
_MINUTES: Final = r"(?:\d+|دقيقه|دقيقتان|دقيقتين|min|minute)"


def captioned(line: Line, page: Page) -> int:
    """Tell a caption by the agency in brackets that ends it, with no full stop before."""
    if not line.is_short or line.index == 0:
        return 0
    content = line.span.of(page.text)
    opening = content.rfind("(")
    if content[-1] != ")" or opening < 2 or content[:opening].rstrip()[-1:] in (".", "؟", "!"):
        return 0
    return int(enumerates("outlet", matching_form(content[opening + 1 : -1])))


def labelled_date(line: Line, _page: Page) -> int:
    """Tell lines such as ``نشر في`` or ``آخر تحديث`` with a date or an hour after them."""
    label = _date_label().match(line.key)
    return int(label is not None and _is_date(line, label.end()))


def bare_date(line: Line, _page: Page) -> int:
    """Tell lines that are a date or an hour, alone or beside a section or an author."""
    if _is_date(line, 0):
        return 1
    strange = [word for word in _LETTERS.findall(line.key) if word not in _date_words()]
    stamps = len(_STAMP.findall(line.key))
    return int(stamps > 0 and len(strange) <= (_SIGNED_WORDS if stamps > 1 else _SECTION_WORDS))


def _is_date(line: Line, start: int) -> bool:
    if line.words > 18:
        return False
    tokens = _TOKEN.findall(line.key, start)
    return all(token[0].isdigit() or token in _date_words() for token in tokens) and (
        start > 0 or any(token[0].isdigit() for token in tokens)
    )


def counters() -> LineTest:
    """Return the test for lines such as ``1,234 مشاهدة`` or ``التعليقات: 5``."""
    return matching(_counter, words=12, asked=_has_digit)


def _counter() -> str:
    counted = phrase_list("counter")
    one = rf"(?:{_NUMBER}\s*{counted}|{counted}\s*[:|]?\s*{_NUMBER})"
    return rf"{one}(?:[\s|،,/·•-]*{one})*"


def _has_digit(key: str) -> bool:
    return any(map(str.isdigit, key))


def reading_time() -> LineTest:
    """Return the test for lines such as ``3 دقائق قراءة``."""
    return matching(_reading_time, words=8)


def _reading_time() -> str:
    reading = r"(?:لل|ال)?(?:قراءه|قراءة|مطالعه)|read(?:ing)?(?: time)?"
    minutes = rf"{_MINUTES}(?:[\s-]*(?:دقاءق|دقيقه|د|mins?|minutes?))?"
    label = phrase_list("reading-time")
    return (
        rf"{label}\s*[:|-]?\s*(?:نحو |حوالي )?{minutes}|{minutes}\s*(?:من )?(?:{reading})"
        rf"|(?:{reading})\s*(?:في|:)?\s*{minutes}"
    )


@cache
def _date_label() -> re.Pattern[str]:
    return re.compile(rf"{phrase_list('date-label')}(?!\w)\s*[:|،,-]?\s*")


@cache
def _date_words() -> frozenset[str]:
    names = (*month_names(), *weekday_names())
    return word_set("date-word").union(*(name.split() for name in names))
