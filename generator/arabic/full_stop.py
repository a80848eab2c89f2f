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

_NEXT: Final = re.compile(r"\s+([^\s،,;؛:])")
_SPELT: Final = re.compile(rf"[{LETTER}]{{1,3}}\.[{LETTER}]")
_DOMAINS: Final = frozenset(map(fold, ("نت", "كوم", "أورغ", "نيت", "إنفو", "تي")))
_ENDING: Final = frozenset(map(fold, ("إلخ", "الخ", "ق.م", "قم", "ب.م", "هـ", "ه")))
"""Abbreviations that may end a sentence; then the next one begins with a conjunction."""
_ERAS: Final = frozenset(map(fold, ("م", "هـ", "ق", "ه", "ص", "ق.م")))
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
        return _NEXT.match(text, end) is not None
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
    word = before.rsplit(".", 1)[-1]
    if _is_latin(word):
        return word[-1].islower() and len(word) > 2 and following[0].isupper()
    if _is_latin(following) or following[0].isdigit():
        return False
    # Letters between stops are an abbreviation, however it is spelt: سي.آي.إيه
    lengths = len(fold(word)), len(fold(following))
    spelt = _SPELT.match(text, end) is not None
    whole = min(lengths) > 1 and max(lengths) > 2 and before == word and not spelt
    return (whole or word[0].isdigit()) and fold(following) not in _DOMAINS


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
    if word in _ENDING:
        return following[0] != "و"
    return word == "اد" or all(len(letter) == 1 for letter in word.split("."))


def _latin_abbreviates(before: str, word: str, following: str) -> bool:
    begins = following.lower() in word_list("sentence_beginners")
    if len(word) == 1:
        return before.isupper()
    if "." in before and before.replace(".", "").isupper():
        return not begins
    if word == "no":
        return following.isdigit()
    if word in word_list("ending_abbreviations"):
        return not begins
    return word in word_list("abbreviations")


def _is_latin(word: str) -> bool:
    return word[0].isascii() and word[0].isalpha()
