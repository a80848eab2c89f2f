"""YAKE's keyword scores, computed fast.

The method is that of R. Campos et al., "YAKE! Keyword extraction from single documents using
multiple local features" (Information Sciences 509, 2020), in the form of the package ``yake``
0.7. That package spends its time on a regular-expression tokeniser and a general graph library;
here the words come ready and counters do. On text prepared the same way, phrases and scores are
those of the package without its removal of near-duplicates (its ``dedup_lim=1``), but for the
last digit of a score; ``tests/unit/test_yake_fast.py`` compares them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from string import punctuation
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAK: Final = ""
"""Stands in a sentence for punctuation, which no phrase crosses."""
_PUNCTUATION: Final = frozenset(punctuation)
_SHORTEST: Final = 3
_FIRST: Final = 1
_ALL: Final = 2


@dataclass(slots=True)
class Term:
    """What is known of one word, whatever its case and its English plural s."""

    number: int
    stop: bool
    count: int = 0
    capitals: int = 0
    names: int = 0
    sentences: list[int] = field(default_factory=list)
    score: float = 0.0
    """The lower, the better a keyword; never negative."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a text and their scores: enough to score any phrase."""

    by_word: dict[str, Term]
    """By lower-cased word."""
    unusual: set[str]
    """Lower-cased words that are numbers, or mix letters with digits or signs."""
    follows: dict[tuple[int, int], int]
    """How often a term, by its number, stands straight before another."""


def read_terms(sentences: Iterable[Sequence[str]], stop_words: frozenset[str]) -> Terms:
    """Return the words of a text, scored.

    Words stand apart from all signs, for which there is :data:`BREAK`; every sentence holds at
    least one word; stop words are lower case.
    """
    stems: dict[str, Term] = {}
    by_word: dict[str, Term] = {}
    unusual: set[str] = set()
    follows: dict[tuple[int, int], int] = {}
    met: dict[str, tuple[Term, bool, int]] = {}
    number = -1
    for number, sentence in enumerate(sentences):
        before: Term | None = None
        for position, word in enumerate(sentence):
            if word == BREAK:
                before = None
                continue
            known = met.get(word)
            if known is None:
                shape = _shape(word)
                term = stems.get(shape.stem)
                if term is None:
                    stop = shape.short or shape.lower in stop_words or shape.stem in stop_words
                    term = stems[shape.stem] = Term(len(stems), stop)
                by_word[shape.lower] = term
                if shape.unusual:
                    unusual.add(shape.lower)
                known = met[word] = term, shape.unusual, shape.capitals
            term, odd, capitals = known
            term.count += 1
            if not term.sentences or term.sentences[-1] != number:
                term.sentences.append(number)
            if capitals == _ALL:
                term.capitals += 1
            elif capitals == _FIRST and position > 0:
                term.names += 1
            if odd:
                before = None
                continue
            if before is not None:
                pair = before.number, term.number
                follows[pair] = follows.get(pair, 0) + 1
            before = term
    _score(list(stems.values()), follows, number + 1)
    return Terms(by_word, unusual, follows)


class _Shape(NamedTuple):
    """What a word's letters say, whatever the text."""

    lower: str
    stem: str
    short: bool
    unusual: bool
    capitals: int


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> _Shape:
    lower = word.lower()
    stem = lower[:-1] if lower.endswith("s") and len(lower) > _SHORTEST else lower
    letters = len(stem) if stem.isalpha() else sum(char not in _PUNCTUATION for char in stem)
    return _Shape(lower, stem, letters < _SHORTEST, _is_unusual(lower), _capitals(word))


def _is_unusual(word: str) -> bool:
    if word.isalpha():
        return False
    bare = word.replace(",", "")
    if bare.isdigit() or bare.replace(".", "", 1).isdigit():
        return True
    digits = any(char.isdigit() for char in word)
    letters = any(char.isalpha() for char in word)
    return digits == letters or sum(char in _PUNCTUATION for char in word) > 1


def _capitals(word: str) -> int:
    if word == word.lower() or _is_unusual(word):
        return 0
    if word.isupper():
        return _ALL
    return _FIRST if word[0].isupper() and sum(char.isupper() for char in word) == 1 else 0


def _score(terms: Sequence[Term], follows: dict[tuple[int, int], int], sentences: int) -> None:
    counts = [term.count for term in terms if not term.stop]
    if not counts:
        return
    mean = sum(counts) / len(counts)
    spread = math.sqrt(sum((count - mean) ** 2 for count in counts) / len(counts))
    usual, most = mean + spread, max(term.count for term in terms)
    # Of every term the number of different neighbours and of all, on the left and on the right.
    kinds = [0] * len(terms), [0] * len(terms)
    sums = [0] * len(terms), [0] * len(terms)
    for (before, after), times in follows.items():
        kinds[0][after] += 1
        sums[0][after] += times
        kinds[1][before] += 1
        sums[1][before] += times
    for term, *(left, left_sum, right, right_sum) in zip(
        terms, kinds[0], sums[0], kinds[1], sums[1], strict=True
    ):
        share = term.count / most
        related = (0.5 + (left / left_sum if left else 0) * share) + (
            0.5 + (right / right_sum if right else 0) * share
        )
        case: float = max(term.capitals, term.names)
        if case:
            case /= 1.0 + math.log(term.count)
        among = term.sentences
        middle = (among[(len(among) - 1) // 2] + among[len(among) // 2]) / 2
        place = math.log(math.log(3.0 + middle))
        scatter = len(among) / sentences
        term.score = (place * related) / (case + term.count / usual / related + scatter / related)


def phrase_score(phrase: Sequence[str], times: int, terms: Terms) -> float | None:
    """Return YAKE's score of lower-cased words in a row that occur ``times`` times.

    The lower, the better a keyword. None for what YAKE would not take for one: a phrase that
    begins or ends with a stop word, or holds a number or an unusual word.
    """
    row = [terms.by_word[word] for word in phrase]
    if row[0].stop or row[-1].stop or not terms.unusual.isdisjoint(phrase):
        return None
    total, product = 0.0, 1.0
    for place, term in enumerate(row):
        if term.stop:
            # Not at the edges, so it has two neighbours: how firmly is it tied to both?
            before, after = row[place - 1], row[place + 1]
            tie = (terms.follows.get((before.number, term.number), 0) / before.count) * (
                terms.follows.get((term.number, after.number), 0) / after.count
            )
            product *= 1 + (1 - tie)
            total -= 1 - tie
        else:
            total += term.score
            product *= term.score
    whole = (total + 1) * times
    return product / whole if whole else math.inf


def count_phrases(sentences: Iterable[Sequence[str]], longest: int) -> dict[tuple[str, ...], int]:
    """Return every row of at most ``longest`` lower-cased words with its number of occurrences.

    In YAKE's order of discovery.
    """
    phrases: dict[tuple[str, ...], int] = {}
    for sentence in sentences:
        block: list[str] = []
        for word in sentence:
            if word == BREAK:
                block = []
                continue
            block.append(word.lower())
            end = len(block)
            for start in range(end - 1, max(end - longest, 0) - 1, -1):
                phrase = tuple(block[start:end])
                phrases[phrase] = phrases.get(phrase, 0) + 1
    return phrases


def keywords(
    sentences: Sequence[Sequence[str]], longest: int, stop_words: frozenset[str]
) -> list[tuple[tuple[str, ...], float]]:
    """Return all phrases that YAKE takes for keywords with their scores, best first."""
    terms = read_terms(sentences, stop_words)
    scored = [
        (phrase, score)
        for phrase, times in count_phrases(sentences, longest).items()
        if (score := phrase_score(phrase, times, terms)) is not None
    ]
    return sorted(scored, key=lambda keyword: keyword[1])
