"""Tells a full stop that ends a sentence from one in an abbreviation, a number or an address."""

from __future__ import annotations

import re
from typing import Final

from generator.arabic.fold import fold
from generator.arabic.letters import DIGIT, LETTER, MARK
from generator.arabic.words import word_list

_BEFORE: Final = re.compile(
    rf"(?:[{LETTER}{MARK}.]+|[A-Za-z\u00c0-\u024f.'’-]+|[{DIGIT}.,/:٫]+[%٪]?)$"
)
_AFTER: Final = re.compile(
    rf"\s*[\"'«“„(\[]*([{LETTER}{MARK}]+|[A-Za-z\u00c0-\u024f]+|[{DIGIT}]+)?"
)
_DIGITS: Final = re.compile(rf"[{DIGIT}]+")
_NUMBER_BEFORE: Final = re.compile(rf"[{DIGIT}][%٪]?\s*$")
_REACH: Final = 24
"""Code points before the stop that may belong to the word it stands at."""

_DOMAINS: Final = frozenset(map(fold, ("نت", "كوم", "أورغ", "نيت", "إنفو", "تي")))
_ARABIC_WORDS: Final = frozenset(map(fold, ("أد", "قم", "الخ", "إلخ", "ص", "تر")))
_ERAS: Final = frozenset(map(fold, ("م", "هـ", "ق", "ه", "كم", "كلم", "ص")))
"""Letters that stand for an era, a unit or a part of the day after a number, and may end there."""


def full_stop_ends(text: str, begun: int, stop: int, end: int) -> bool:
    """Tell whether the single full stop at ``stop`` ends a sentence.

    ``begun`` is where that sentence begins; ``end`` is after the closing quotes and brackets that
    follow the stop. More text follows ``end``.
    """
    before = _word_before(text, begun, stop)
    after = _AFTER.match(text, end)
    following = (after.group(1) or "") if after else ""
    if end == stop + 1 and not text[end].isspace():
        return _glued(before, following, text, end)
    if not following:
        return text[end].isspace() and text[end:].lstrip()[:1] not in ("،", ",", ";", "؛", ":")
    if following[0].islower():
        return False
    return not _abbreviates(before, following, text, begun, stop)


def _word_before(text: str, begun: int, stop: int) -> str:
    match = _BEFORE.search(text, max(begun, stop - _REACH), stop)
    return match.group() if match else ""


def _glued(before: str, following: str, text: str, end: int) -> bool:
    """Whether the writer forgot the blank after the stop: ``الإيطالية.بدأت``."""
    if not before or not following or not (text[end] == following[0] or text[end] in '"«“('):
        return False
    word, next_word = before.rsplit(".", 1)[-1], fold(following)
    if _is_latin(word):
        return word[-1].islower() and len(word) > 2 and following[0].isupper()
    if _is_latin(following) or following[0].isdigit():
        return False
    return (
        (len(fold(word)) > 2 or word[0].isdigit())
        and len(next_word) > 1
        and (next_word not in _DOMAINS)
    )


def _abbreviates(before: str, following: str, text: str, begun: int, stop: int) -> bool:
    """Whether the word before the stop is an abbreviation, an initial or the number of an item."""
    word = fold(before).strip(".")
    if not word:
        return False
    if _DIGITS.fullmatch(word):
        return text[begun:stop].strip() == before and len(word) < 3
    if _is_latin(word):
        return _latin_abbreviates(before, word, following)
    if word in _ERAS and _NUMBER_BEFORE.search(text[max(begun, stop - 12) : stop - len(before)]):
        return False
    letters = word.split(".")
    return word in _ARABIC_WORDS or all(len(letter) == 1 for letter in letters)


def _latin_abbreviates(before: str, word: str, following: str) -> bool:
    dotted = "." in before or len(word) == 1
    begins = following.lower() in word_list("sentence_beginners")
    if dotted and before.replace(".", "").isupper():
        return not begins or len(word) == 1
    if word not in word_list("abbreviations"):
        return False
    if word in word_list("ending_abbreviations"):
        return following.isdigit() or (
            word != "no" and following.lower() not in word_list("sentence_beginners")
        )
    return True


def _is_latin(word: str) -> bool:
    return word[0].isascii() and word[0].isalpha()
