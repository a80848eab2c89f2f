"""Arabic letters as Latin ones: a first draft of an English name, for an editor to correct."""

from __future__ import annotations

import re
from typing import Final

from generator.arabic.fold import strip_marks

_LETTERS: Final = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b",
    "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ي": "i",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ک": "k", "ی": "i",
}  # fmt: skip
_VOWELS: Final = frozenset("aiu")
_CLUSTER: Final = 2
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


def transliterate(name: str) -> str:
    """Return ``name`` in Latin letters, each word with a capital: ``سيرغي لافروف``, Sirghi Lafruf.

    Short vowels are not written in Arabic: an ``a`` stands for them where consonants crowd.
    """
    return " ".join(_word(word) for word in strip_marks(name).split())


def slug(english: str) -> str:
    """Return a file name for a topic: small ASCII letters and hyphens."""
    return _NOT_SLUG.sub("-", english.lower()).strip("-") or "topic"


def _word(word: str) -> str:
    prefix = "Al-" if word.startswith("ال") and len(word) > 4 else ""
    stem = word[2:] if prefix else word
    letters = [_LETTERS.get(char, char if char.isascii() else "") for char in stem]
    letters = [letter for letter in letters if letter]
    out = ""
    run = 0
    for number, letter in enumerate(letters):
        if letter[0] in _VOWELS:
            run = 0
        else:
            crowded = number + 1 < len(letters) and letters[number + 1][0] not in _VOWELS
            if run == _CLUSTER or (run == number == 1 and crowded):
                out += "a"
                run = 0
            run += 1
        out += letter
    return prefix + out[:1].upper() + out[1:]
