"""The words a record is found by, each with how much it says about the record.

A pure function of the record alone, so that a build can keep the result for what has not changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.tokens import raw_words
from generator.search.words import search_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.search.records import SearchRecord

TITLE, ALIAS, LEAD, BODY = 4.0, 2.0, 1.0, 1.0
"""What one occurrence weighs; a word of the lead also counts where it stands in the body."""
VARIANT: Final = 0.5
"""Share of a word's weight that its form without a proclitic gets, for that is a guess."""
TYPICAL_LENGTH: Final = 300
"""Words of a typical article. A constant, so that an impact depends on its record alone."""
LEVELS: Final = 31
"""Highest impact; the lowest is 1."""
_SATURATION, _LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b (Robertson and Zaragoza 2009)


@dataclass(frozen=True, slots=True)
class RecordTerms:
    """The terms of one record; small, and fit to be pickled."""

    terms: str
    """Separated by spaces, sorted."""
    impacts: bytes
    """Impact of each term, 1 to 31."""

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return zip(self.terms.split(" ") if self.terms else (), self.impacts, strict=True)


def record_terms(record: SearchRecord) -> RecordTerms:
    """Return the terms of ``record`` with BM25 impacts, fields weighted."""
    weights: defaultdict[str, float] = defaultdict(float)
    _add(weights, _once(title for title, _ in record.titles.values()), TITLE)
    _add(weights, _once(record.aliases), ALIAS)
    _add(weights, _count(record.lead), LEAD)
    _add(weights, _count(sentence.text for sentence in record.sentences), BODY)
    slowness = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * _length(record) / TYPICAL_LENGTH)
    terms = sorted(weights)
    impacts = bytes(
        max(1, round(LEVELS * weights[term] / (weights[term] + slowness))) for term in terms
    )
    return RecordTerms(" ".join(terms), impacts)


def _count(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(raw_words(text))
    return counts


def _once(texts: Iterable[str]) -> Counter[str]:
    """Return the words with a count of one: ten names with the same word do not say it louder."""
    return Counter({fold(word) for text in texts for word in raw_words(text)})


def _add(weights: defaultdict[str, float], words: Counter[str], weight: float) -> None:
    for word, count in words.items():
        for term, share in _terms_of(word):
            weights[term] += weight * count * share


@lru_cache(maxsize=1 << 16)
def _terms_of(raw: str) -> tuple[tuple[str, float], ...]:
    words = search_words(fold(raw))
    stems = [(word.stem, 1.0) for word in words]
    return (*stems, *((word.variant, VARIANT) for word in words if word.variant is not None))


def _length(record: SearchRecord) -> int:
    """Return the words of the body; a translation, which follows it, makes no article longer."""
    sentences = record.sentences
    return sum(s.text.count(" ") + 1 for s in sentences if s.language == sentences[0].language)
