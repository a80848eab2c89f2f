"""Datelines: the place and the agency before the first sentence of a report."""

from __future__ import annotations

import re
from typing import Final

from generator.arabic.calendar import month_names
from generator.arabic.words import function_words, reporting_verbs
from generator.clean.page import matching_form
from generator.clean.phrases import enumerates
from generator.model import Span

_LONGEST: Final = 90
_STOP: Final = re.compile(r"(?:[-–—:：]+|(?<=\s)ـ+(?=\s))[\s\-–—:]*|\)\s*(?=[^\s\-–—:)])")
_PART: Final = re.compile(r"[()«»\"“”/،,]+|\s[-–—]+\s|[-–—]+\s|\s[-–—]+")
_DAY: Final = re.compile(r"\d{1,4}|\w+/\w+")
_PLACE_WORDS: Final = 4
_RELATIVE: Final = re.compile(r"(?:الذي|التي|الذين|اللذ|اللت|وهو|وهي|حيث|أو |او )")


def dateline(text: str, paragraph: Span) -> Span | None:
    """Return the dateline at the beginning of a paragraph: place, agency or both, with its dash.

    ``القاهرة - رويترز``, ``عواصم "وكالات":``, ``واشنطن (CNN)``, ``(أ ف ب) -``, ``بغداد-``.
    """
    end = min(paragraph.end, paragraph.start + _LONGEST)
    found = None
    for stop in _STOP.finditer(text, paragraph.start, end):
        if stop.end() >= paragraph.end:
            break
        head = text[paragraph.start : stop.start() + text[stop.start()].count(")")]
        place = found is None and _is_place_line(head, text, stop, paragraph.end)
        if place or _is_agency_line(head):
            found = Span(paragraph.start, stop.end())
    return found


def _is_agency_line(head: str) -> bool:
    """Whether the words name at least one agency, and besides only places and dates."""
    parts = [matching_form(part) for part in _PART.split(head)]
    parts = [part for part in parts if part]
    agencies = [part for part in parts if enumerates("outlet", part)]
    return bool(agencies) and all(part in agencies or _is_place_or_date(part) for part in parts)


def _is_place_line(head: str, text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the words are a place alone, and the dash after them no parenthesis."""
    dash = stop.group().strip()
    places = [matching_form(place) for place in head.split("/")]
    if dash.strip("-–—ـ") or not all(map(_is_place, places)) or _PART.search(head.replace("/", "")):
        return False
    spaced = text[stop.start() - 1].isspace()
    glued_to_next = spaced and not stop.group()[-1].isspace()
    rest = text[stop.end() : min(end, stop.end() + 80)]
    parenthesis = spaced and re.search(rf"[{dash[0]}](?=[\s،,.])", rest) is not None
    return not (glued_to_next or parenthesis or _RELATIVE.match(rest))


def _is_place_or_date(part: str) -> bool:
    words = [w for w in part.split() if w not in month_names() and not _DAY.fullmatch(w)]
    return not words or _is_place(" ".join(words))


def _is_place(words: str) -> bool:
    parts = words.split()
    return 1 <= len(parts) <= _PLACE_WORDS and not any(
        part in function_words() or part in reporting_verbs() or part[0].isdigit() for part in parts
    )
