"""Scores Arabic candidates: a weighted sum of what statistics, words and surroundings say.

The features are those of :class:`Weights`. They were chosen and weighted by logistic regression on
the development part of AKEC (100 Arabic articles with the 15 phrases each that most readers chose,
published for research), only among candidates that :mod:`generator.analysis.keywords.filters` lets
through; no text of it is part of this project. A score is on the scale of that regression: one
more means 2.7 times the odds that readers would choose the phrase.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.candidates import Key, nested_counts
from generator.analysis.keywords.lexicon import AND, Word
from generator.analysis.keywords.yake_fast import phrase_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.analysis.keywords.stream import Stream
    from generator.analysis.keywords.yake_fast import Terms

_QUOTES: Final = frozenset("\"“”«»'‘’()")


@dataclass(frozen=True, slots=True)
class Weights:
    """What every feature is worth."""

    constant: float = -3.01

    # the phrase as a whole
    pair: float = 0.96
    """Two words."""
    triple: float = 0.7
    """Three words."""
    first: float = -0.48
    """Logarithm of the number of words before its first occurrence, plus one."""
    place: float = -1.05
    """Where it first occurs, as a share of the article."""
    word_count: float = 0.15
    """Logarithm of how often its words occur, mean."""
    quoted: float = 1.84
    """Share of its occurrences between quotation marks or brackets."""
    yake: float = 0.06
    """Minus the logarithm of YAKE's score of its first form."""
    topic: float = 2.4
    """It is the name of a topic: worth what good words are, and one more. Set by hand."""
    topic_count: float = 0.4
    """Logarithm of how often a topic is named: what an article names again and again it is about,
    though each time in other words. Set by hand."""

    # a phrase that is repeated
    tie: float = 0.14
    """Pointwise mutual information of its words."""
    left_kinds: float = 0.81
    """Logarithm of the number of different words before it."""
    right_kinds: float = 0.67
    """Logarithm of the number of different words behind it."""
    nested: float = -1.27
    """Occurrences of the commonest repeated phrase that holds it, over its own."""
    forms: float = -0.69
    """Logarithm of the number of forms it takes."""

    # its words, mean
    article: float = 0.34
    letters: float = 0.15
    time: float = -1.82

    # its words, sum
    function: float = -1.11
    """A preposition or ``بن``."""
    given_name: float = 0.6
    joined: float = -1.45
    """``و`` before a word that is not the first."""
    prefixed: float = -0.94
    """Another proclitic before a word that is not the first."""

    # first and last of several words
    definite_first: float = -0.73
    """The first word has the article and the last has none."""
    definite_last: float = 0.28
    """The last word has the article and the first has none."""
    empty_first: float = -0.44
    """The first says nothing alone (``مجال الطاقة``)."""
    empty_last: float = -1.02
    """The last says nothing alone, or little (``نقطة مهمة``)."""
    nisba: float = 0.57
    """The last is an adjective made from a noun."""

    # around it, mean over its occurrences
    proclitic: float = -0.96
    """One before its first word, which has no article."""
    begins: float = 0.42
    """A word of grammar, a number or punctuation stands before it."""
    ends: float = 0.74
    """Punctuation stands behind it."""
    before_definite: float = -1.27
    """It ends in a definite word, and another follows, its adjective as a rule."""


WEIGHTS: Final = Weights()
FLOOR: Final = -2.3
"""Below it a phrase is one among many of its kind: odds of one to ten."""


def score_all(
    stream: Stream,
    candidates: dict[Key, list[int]],
    terms: Terms,
    weights: Weights = WEIGHTS,
) -> dict[Key, float]:
    """Return the score of every candidate: the higher, the better a keyword."""
    table = _Table(stream, weights)
    yake = _Yake(stream, terms)
    nested = nested_counts(candidates)
    phrase, around, signal = table.phrase, table.around, yake.signal
    scores = {}
    for key, places in candidates.items():
        start, size, count = places[0], len(key), len(places)
        value = phrase(start, size)
        if count == 1:
            value += around(start, start + size)
        else:
            value += sum(around(place, place + size) for place in places) / count
            value += _repeated(stream, size, places, table, weights)
            if size == 1 and start in stream.topics:
                value += weights.topic_count * math.log(count)
        if key in nested:
            value += weights.nested * nested[key] / count
        scores[key] = value + weights.yake * signal(places, size)
    return scores


class _Table:
    """What is worked out once for all phrases of an article, word by word or as running sums."""

    def __init__(self, stream: Stream, weights: Weights) -> None:
        words = stream.words
        counts = Counter(word.stem for word in words)
        worth = {word.stem: math.log(counts[word.stem]) for word in words if word.edge}
        size = max(len(words), 2)
        self.weights, self.topics = weights, stream.topics
        self.sizes = [0.0, 0.0, weights.pair, weights.triple, 0.0]
        self.lengths = {i: stream.forms[i].count(" ") + 1 for i in stream.topics}
        self.log_size = math.log(size)
        self.place = [
            weights.constant + weights.first * math.log(1 + i) + weights.place * i / size
            for i in range(len(words))
        ]
        self.article = [word.article for word in words]
        self.as_first = [weights.empty_first if word.generic else 0.0 for word in words]
        self.as_last = [_as_last(word, weights) for word in words]
        self.left = _lefts(stream, weights)
        self.right = _rights(stream, weights)
        # Running sums: of a phrase from start to end, sum[end] - sum[start].
        self.content = _sums([word.edge for word in words])
        self.logs = _sums([worth.get(word.stem, 0.0) for word in words])
        self.mean = _sums([_in_mean(word, weights) for word in words])
        self.each = _sums([_in_sum(word, weights) for word in words])
        self.later = _sums([_as_later(word, weights) for word in words])
        text = stream.text
        self.opened = [text[start - 1 : start] in _QUOTES for start in stream.starts]
        self.closed = [text[end : end + 1] in _QUOTES for end in stream.ends]

    def phrase(self, start: int, size: int) -> float:
        """Return what the words of a phrase and the place of its first occurrence are worth."""
        weights, end = self.weights, start + size
        content = self.content[end] - self.content[start]
        value = self.place[start]
        value += weights.word_count * (self.logs[end] - self.logs[start]) / content
        if size == 1 and start in self.topics:
            length = min(self.lengths[start], len(self.sizes) - 1)
            return value + self.sizes[length] + weights.topic
        value += self.sizes[size] + (self.mean[end] - self.mean[start]) / size
        value += self.each[end] - self.each[start] + self.later[end] - self.later[start + 1]
        if size > 1:
            last = end - 1
            value += self.as_first[start] + self.as_last[last]
            if self.article[start] != self.article[last]:
                value += weights.definite_first if self.article[start] else weights.definite_last
        return value

    def around(self, start: int, end: int) -> float:
        """Return what the surroundings of one occurrence are worth."""
        value = self.left[start] + self.right[end - 1]
        if self.opened[start] and self.closed[end - 1]:
            value += self.weights.quoted
        return value


def _sums(values: Iterable[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def _in_mean(word: Word, weights: Weights) -> float:
    value = weights.letters * word.letters
    if word.article:
        value += weights.article
    return value + weights.time if word.time else value


def _in_sum(word: Word, weights: Weights) -> float:
    if word.function:
        return weights.function
    return weights.given_name if word.given_name else 0.0


def _as_later(word: Word, weights: Weights) -> float:
    if not word.proclitic:
        return 0.0
    return weights.joined if word.proclitic[0] == AND else weights.prefixed


def _as_last(word: Word, weights: Weights) -> float:
    value = weights.nisba if word.nisba else 0.0
    return value + weights.empty_last if word.generic or not word.opener else value


def _lefts(stream: Stream, weights: Weights) -> list[float]:
    values = []
    edge = False
    for word, opens in zip(stream.words, stream.opens, strict=True):
        value = weights.proclitic if word.proclitic and not word.article else 0.0
        values.append(value if edge and not opens else value + weights.begins)
        edge = word.edge
    return values


def _rights(stream: Stream, weights: Weights) -> list[float]:
    values = []
    behind = Word("")
    closed = True
    for word, opens in zip(reversed(stream.words), reversed(stream.opens), strict=True):
        if closed:
            values.append(weights.ends)
        else:
            another = word.article and behind.article and not behind.proclitic
            values.append(weights.before_definite if another else 0.0)
        behind, closed = word, opens
    return values[::-1]


def _repeated(
    stream: Stream, size: int, places: Sequence[int], table: _Table, weights: Weights
) -> float:
    start, end, count = places[0], places[0] + size, len(places)
    lefts: set[int | str] = set()
    rights: set[int | str] = set()
    for place in places:
        behind = place + size
        lefts.add(place if stream.opens[place] else stream.forms[place - 1])
        closed = behind == len(stream.words) or stream.opens[behind]
        rights.add(place if closed else stream.forms[behind])
    value = weights.left_kinds * math.log(len(lefts)) + weights.right_kinds * math.log(len(rights))
    if size > 1 or start not in stream.topics:
        forms = {tuple(stream.forms[place : place + size]) for place in places}
        value += weights.forms * math.log(len(forms))
    content = table.content[end] - table.content[start]
    if content > 1:
        expected = table.logs[end] - table.logs[start] - (content - 1) * table.log_size
        value += weights.tie * (math.log(count) - expected) / (content - 1)
    return value


class _Yake:
    """YAKE's scores of phrases, by running sums where all words count."""

    def __init__(self, stream: Stream, terms: Terms) -> None:
        self.stream, self.terms = stream, terms
        special, scores, logs = [], [], []
        for form in stream.forms:
            row = form.split(" ") if " " in form else (form,)
            total = product = 0.0
            odd = False
            for word in row:
                term = terms.by_word[word]
                if term.stop or word in terms.unusual or not term.score:
                    odd = True
                else:
                    total += term.score
                    product += math.log(term.score)
            special.append(odd)
            scores.append(total)
            logs.append(product)
        self.special, self.scores, self.logs = _sums(special), _sums(scores), _sums(logs)

    def signal(self, places: Sequence[int], size: int) -> float:
        """Return minus the logarithm of the score of a phrase in its first form, 0 for none."""
        start, end = places[0], places[0] + size
        forms, times = self.stream.forms, 1
        if len(places) > 1:
            first = forms[start:end]
            times = sum(forms[place : place + size] == first for place in places)
        if self.special[end] == self.special[start]:
            total = self.scores[end] - self.scores[start]
            return math.log((total + 1) * times) - (self.logs[end] - self.logs[start])
        score = phrase_score(" ".join(forms[start:end]).split(" "), times, self.terms)
        return -math.log(score) if score is not None and score > 0 else 0.0
