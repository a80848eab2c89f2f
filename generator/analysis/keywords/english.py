"""Ranks the phrases of English articles: by YAKE's score alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.yake_fast import phrase_score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.lexicon import Word
    from generator.analysis.keywords.stream import Stream
    from generator.analysis.keywords.yake_fast import Terms

LONGEST: Final = 3
"""Words in a phrase, as YAKE has it."""
FLOOR: Final = 1.0
"""Below it a phrase is one among many of its kind."""
_TOPIC: Final = 1.0
"""What being the name of a topic is worth, against YAKE's score halved 1.4 times."""


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
