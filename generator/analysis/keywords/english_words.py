"""What can be told of an English word by itself."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.analysis.keywords.lexicon import LONGEST_WORD, Word
from generator.arabic.fold import fold
from generator.arabic.words import word_list

_SHORTEST_STEM: Final = 4
_GENERIC: Final = ("english_roles", "english_generic_words")
_ADJECTIVES: Final = ("ian", "ean", "ican", "ish", "ese", "ern", "ic", "eli", "aqi", "nch", "orean")
"""Endings of adjectives that keep their capital before a common noun: Western sanctions."""


@lru_cache(maxsize=1 << 14)
def describe_english(word: str) -> Word:
    """Return what is known of a word as it stands in the text, without a ``'s``."""
    folded = fold(word)
    if folded in word_list("english_function_words"):
        return Word(folded, edge=False, opener=False, function=True)
    if not 1 < len(folded) < LONGEST_WORD or not folded[0].isalpha():
        return Word(folded, edge=False, opener=False)
    if word[0].islower() and folded.endswith("ed"):
        return Word(folded, edge=False, opener=False, verb=True)
    stem = folded
    if len(stem) >= _SHORTEST_STEM and stem.endswith("s") and not stem.endswith("ss"):
        stem = stem[:-1]
    return Word(
        stem,
        letters=len(word),
        capital=word[0].isupper(),
        adjective=word[0].isupper() and folded.endswith(_ADJECTIVES),
        generic=any(folded in word_list(name) for name in _GENERIC),
        time=folded in word_list("english_time_words"),
    )
