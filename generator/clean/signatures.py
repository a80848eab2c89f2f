"""Tests for lines that say where an article comes from and who wrote it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.arabic.words import function_words, reporting_verbs, word_list
from generator.clean.phrases import enumerates, held, phrase_list

if TYPE_CHECKING:
    from generator.clean.page import Line, Page

_SIDES: Final = re.compile(r"\s*[-–—|/:]+\s*")
_ENGLISH_BYLINE: Final = re.compile(r"By(?:,? (?:and )?[A-Z][\w.'’-]*){2,6}", re.ASCII)
_BEFORE_LABEL: Final = re.compile(r"^[\d:/.\s|-]+")
"""A date that stands before the label of a source on its line."""
_MARKS: Final = re.compile(r"[«»“”\"().]+")
_QUOTED_OUTLET: Final = re.compile(r"[-–—|/:]\s*[«“\"]")
_MOST_LABELLED: Final = 8
"""Most words of a byline with its label; longer ones are headlines such as ``تقرير: …``."""
_WORD: Final = re.compile(r"\w+")
_MOST_IN_PLACE: Final = 4
_NAME_WORDS: Final = range(2, 6)


def source_label(line: Line, page: Page) -> int:
    """Tell ``المصدر: …``; a label that stands alone takes the short line after it along."""
    name = held("source-label", _BEFORE_LABEL.sub("", line.key))
    if name is None or line.words > 14 or (line.sign == "." and line.words > 8):
        return 0
    following = page.next_kept(line)
    if not name and following and following.words <= 8 and not following.is_paragraph:
        return following.index - line.index + 1
    return 1


def agency_alone(line: Line, _page: Page) -> int:
    """Tell lines that name agencies and nothing else: ``(أ ف ب)``, ``رويترز، وكالات``."""
    return int(line.words <= 12 and enumerates("agency", line.key))


def outlet_alone(line: Line, _page: Page) -> int:
    """Tell an outlet that signs in brackets, or at the edge of the article."""
    return int(line.words <= 8 and enumerates("outlet", line.key))


def bracketed_outlet(line: Line, page: Page) -> int:
    """Tell an outlet that signs in brackets on a line of its own."""
    return int(line.bracketed and bool(outlet_alone(line, page)))


def labelled_name(line: Line, page: Page) -> int:
    """Tell ``بقلم: …``, ``إعداد: …`` and, before a name, ``كتب …``, ``تقرير: …``, ``By …``."""
    if line.key.startswith("by ") and _ENGLISH_BYLINE.fullmatch(line.span.of(page.text)):
        return 1
    if line.words > _MOST_LABELLED or line.sign not in ("", ".", ":"):
        return 0
    name = held("byline-label", line.key)
    if name is not None and not _speaks(name):
        return 1
    # Who took the pictures may be named behind a dash.
    name = _SIDES.split(name or held("genre-label", line.key) or "")[0]
    return int(_is_name(_WORD.findall(name)))


def dateline_alone(line: Line, page: Page) -> int:
    """Tell a place with an outlet on a line of its own: ``القاهرة - «الشرق الأوسط»``.

    Of an outlet that nobody knows, a headline above the line speaks for it.
    """
    sides = _sides(line)
    if not sides:
        return 0
    known = any(enumerates("outlet", side) for side in sides)
    headed = any(kept.index < line.index for kept in page.kept())
    # What stands in quotation marks is a name, whatever its words: «رأي اليوم».
    said = sides[0] if _QUOTED_OUTLET.search(line.key) else " ".join(sides)
    return int(
        (known or (headed and len(sides) == 2 and not _speaks(said)))
        and all(len(side.split()) <= _MOST_IN_PLACE for side in sides)
    )


def correspondent(line: Line, _page: Page) -> int:
    """Tell a name or a post beside a place: ``محمد علي - الرباط``, ``غزة - مراسلنا``."""
    sides = _sides(line)
    return int(
        any(_post().match(side) or _is_name(side.split()) for side in sides)
        and all(len(side.split()) <= _MOST_IN_PLACE for side in sides)
        and not any(_speaks(side) and not enumerates("outlet", side) for side in sides)
    )


def titled_name(line: Line, _page: Page) -> int:
    """Tell a name with a title before it that stands alone, such as ``د. احمد المياحي``."""
    match = _honorific().match(line.key)
    if match is None or line.sign not in ("", "."):
        return 0
    words = _WORD.findall(line.key, match.end())
    abbreviated = len(match.group().strip(" ./")) <= 5
    if not 1 <= len(words) <= 4 or _speaks(line.key):
        return 0
    if len(words) == 1:
        return int(abbreviated or words[0] in _given_names())
    return int(_is_name(words) or (abbreviated and not any(map(_may_be_verb, words))))


def bare_name(line: Line, page: Page) -> int:
    """Tell a line that is the name of a person, right before the running text."""
    return int(_names_person(line, page) and not _is_subject(line, page))


def pictured_name(line: Line, page: Page) -> int:
    """Tell the name under a picture: of a person whom the running text right behind it names."""
    return int(_names_person(line, page) and _is_subject(line, page))


def _names_person(line: Line, page: Page) -> bool:
    following = page.next_kept(line)
    words = _WORD.findall(line.key)
    # Many given names are words as well: أمل جديد is a subhead.
    return (
        line.sign == ""
        and not line.bullet
        and following is not None
        and (following.is_paragraph or following.key == line.key)
        and _is_name(words)
        and (words[0] in word_list("first_names") or words[1] in _given_names())
    )


def _is_subject(line: Line, page: Page) -> bool:
    lead = next((kept for kept in page.kept(line.index) if kept.is_paragraph), None)
    return lead is not None and line.key.split()[-1] in _WORD.findall(lead.key)


def authors_post(line: Line, page: Page) -> int:
    """Tell what the author is, after the name or after the article: ``كاتب وباحث مغربي``."""
    before = page.taken[line.index - 1] if line.index else None
    note = line.bullet and line.sign != "."
    return int(
        (note or (before is not None and before.kind == "byline"))
        and line.words <= 20
        and line.sign in ("", ".")
        and _post().match(line.key) is not None
    )


def _sides(line: Line) -> list[str]:
    """Return what stands on either side of the dashes of a few words, without quotation marks."""
    if not 2 <= line.words <= _MOST_LABELLED or line.sign in (".", "؟", "!", "،"):
        return []
    sides = [_MARKS.sub(" ", side).strip() for side in _SIDES.split(line.key)]
    sides = [" ".join(side.split()) for side in sides if side]
    return sides if len(sides) > 1 else []


def _is_name(words: list[str]) -> bool:
    """Whether the words are a given name and what may follow one in a name."""
    return (
        len(words) in _NAME_WORDS
        and words[0] in _given_names()
        and not any(map(_may_be_verb, words[1:]))
        and (len(words) < 4 or sum(word in _given_names() for word in words) > 1)
    )


def _may_be_verb(word: str) -> bool:
    if word in _given_names():
        return False
    return word in function_words() or word in reporting_verbs() or word[0] in "يتنس0123456789"


def _speaks(side: str) -> bool:
    return any(word in function_words() or word in reporting_verbs() for word in side.split())


@cache
def _given_names() -> frozenset[str]:
    return word_list("given_names") | word_list("first_names")


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"(?:{phrase_list('honorific')}[ ./]+)+")


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"{phrase_list('workplace')}(?!\w)")
