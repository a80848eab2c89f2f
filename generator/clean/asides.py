"""What a title made from the lead leaves out of it: glosses, asides, and when it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.arabic.tokens import tokenise
from generator.arabic.words import time_words
from generator.clean.phrases import word_set

if TYPE_CHECKING:
    from re import Match

_GLOSS: Final = re.compile(r"\s*\([^()\u0620-\u064a]*[A-Za-z][^()\u0620-\u064a]*\)")
"""A name in Latin letters behind the Arabic one: ``تسلا (Tesla)``."""
_DASHED: Final = re.compile(r"(?<=\s)[-–—](?! )([^-–—\n]{3,90})(?<! )[-–—](?=[\s،])\s?")
_COMMAS: Final = re.compile(r"،\s*([^،,؛;:.؟?!\n]{3,60})،(?=\s)")
_MOST_WORDS: Final = 7
_CLAUSES: Final = frozenset(("حين", "وقت", "ظل"))
"""Behind ``في`` these begin a clause, not a place."""


def without_asides(sentence: str) -> str:
    """Return a sentence without what stands in it only by the way; all else as it is."""
    return _COMMAS.sub(_kept, _DASHED.sub(_without_dashed, _GLOSS.sub("", sentence)))


def _without_dashed(match: Match[str]) -> str:
    """Return what is left of a stretch between dashes: all of it where it says who claims this."""
    words = {token.folded for token in tokenise(match[1])}
    return match[0] if words & word_set("title-claimed") else ""


def _kept(match: Match[str]) -> str:
    """Return what is left of a stretch between commas: nothing of a mere time or place."""
    words = [token.folded for token in tokenise(match[1])]
    if not words or len(words) > _MOST_WORDS or _CLAUSES.intersection(words[1:2]):
        return match[0]
    if word_set("title-claimed").intersection(words):
        return match[0]
    first = words[0]
    aside = first in time_words() or first in word_set("title-aside-first")
    return "" if aside else match[0]
