"""Words of English articles, and how their phrases are ranked: by YAKE's score alone."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.lexicon import LONGEST_WORD, Word
from generator.analysis.keywords.yake_fast import phrase_score
from generator.arabic.fold import fold
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.stream import Stream
    from generator.analysis.keywords.yake_fast import Terms

LONGEST: Final = 3
"""Words in a phrase, as YAKE has it."""
FLOOR: Final = 1.0
"""Below it a phrase is one among many of its kind."""
_TOPIC: Final = 1.0
"""What being the name of a topic is worth, against YAKE's score halved 1.4 times."""
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


def score_english(
    stream: Stream, candidates: Mapping[Key, Sequence[int]], terms: Terms
) -> dict[Key, float]:
    """Return minus the logarithm of YAKE's score of every candidate that YAKE accepts.

    A topic is scored in the form it has first, by the number of all its mentions.
    """
    scores = {}
    for key, places in candidates.items():
        start, size = places[0], len(key)
        words = " ".join(stream.forms[start : start + size]).lower().split(" ")
        if size > LONGEST or any(map(_clash, row := stream.words[start : start + size], row[1:])):
            continue
        score = phrase_score(words, len(places), terms)
        bonus = _TOPIC if size == 1 and start in stream.topics else 0.0
        if score is not None and score > 0:
            scores[key] = bonus - math.log(score)
    return scores


def _clash(word: Word, after: Word) -> bool:
    """Return whether two words in a row are no parts of one name or one noun phrase.

    A name and a common word are a subject and its verb as a rule, and a role is no part of the
    name behind it.
    """
    if word.function or after.function:
        return False
    if word.capital and after.capital:
        return word.generic
    return (word.capital or after.capital) and not word.adjective
