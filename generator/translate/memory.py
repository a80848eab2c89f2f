"""A translation memory: what editors have accepted, found again by the sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.arabic.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Unit(NamedTuple):
    """A sentence, a paragraph or a title and its accepted English, each on one line."""

    ar: str
    en: str
    article: str
    """Id of the article that it comes from."""


class Memory:
    """Looks sentences up: as they stand first, then by their folded words.

    Where editors have put the same words into English in several ways, the most frequent one is
    taken, then the first by the alphabet.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        exact: dict[str, Counter[str]] = defaultdict(Counter)
        folded: dict[str, Counter[str]] = defaultdict(Counter)
        for unit in units:
            exact[unit.ar][unit.en] += 1
            folded[_words(unit.ar)][unit.en] += 1
        self._exact = {arabic: _best(found) for arabic, found in exact.items()}
        self._folded = {words: _best(found) for words, found in folded.items() if words}

    def find(self, sentence: str) -> str | None:
        """Return the accepted English of a sentence on one line, None where none is known."""
        return self._exact.get(sentence) or self._folded.get(_words(sentence))


class MemoryOnly:
    """The provider ``memory``: whatever the memory does not know stays Arabic."""

    name = "memory"

    def translate(self, sentences: Sequence[str], names: Mapping[str, str]) -> Sequence[str]:  # noqa: ARG002 - it knows none
        """Return nothing for each sentence: every provider is asked after the memory."""
        return [""] * len(sentences)


def _words(text: str) -> str:
    return " ".join(token.folded for token in tokenise(text))


def _best(found: Counter[str]) -> str:
    return min(found, key=lambda english: (-found[english], english))
