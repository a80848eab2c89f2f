"""Words that look like the name of a topic: another spelling, perhaps, for the editor to judge.

The rule was chosen on 48 pairs of spellings and 69 pairs of different names: first and last letter
the same, within them only ``ا و ي`` may differ, ``غ`` stands for ``ج`` and ``ق`` for ``ك``, at
least four letters. It finds five spellings of six; about one pair in twenty is two names
(``بوتين``, ``بوتان``), therefore nothing is ever merged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.suggest.words import Word, may_name, surface
from generator.arabic.clitics import readings, skip_letters
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.analysis.matcher import Name
    from generator.model import TopicId

_FEWEST_LETTERS: Final = 4
_SOUNDS: Final = str.maketrans({"غ": "ج", "ق": "ك", "ا": None, "و": None, "ي": None})


class LookAlike(NamedTuple):
    """A stretch of text and the name it looks like."""

    text: str
    topic: TopicId
    resembles: tuple[str, ...]
    """Folded words of the name."""
    word: str
    """The word of the text that is spelt otherwise."""
    place: int
    """Which word of the name it is."""
    weight: float
    """2 where other words of the name stand beside it, else 1."""


def skeleton(folded: str) -> str | None:
    """Return what two spellings of one name share; None for a word too short to tell."""
    if len(folded) < _FEWEST_LETTERS or not folded.isalpha() or folded.isascii():
        return None
    return folded[0] + folded[1:-1].translate(_SOUNDS) + folded[-1]


def index_names(names: Iterable[Name]) -> dict[str, list[tuple[Name, int]]]:
    """Return each name by the skeletons of its words, with the place of the word in it."""
    found: dict[str, list[tuple[Name, int]]] = {}
    for name in names:
        for place, word in enumerate(name.words):
            key = skeleton(word)
            if key is not None:
                found.setdefault(key, []).append((name, place))
    return found


def look_alikes(
    words: Sequence[Word], text: str, names: Mapping[str, Sequence[tuple[Name, int]]]
) -> Iterator[LookAlike]:
    """Yield the stretches of the text that differ from a name in the spelling of one word."""
    for index, word in enumerate(words):
        if not may_name(word) or word.folded in word_list("first_names"):
            continue
        for folded, cut in [(word.folded, 0), *readings(word.folded)]:
            key = skeleton(folded)
            for name, place in names.get(key, ()) if key else ():
                if name.words[place] != folded and _others_fit(words, index, name, place):
                    yield _look_alike(words, index, cut, text, name, place)


def _others_fit(words: Sequence[Word], index: int, name: Name, place: int) -> bool:
    """Return whether the other words of the name stand where they should."""
    first = index - place
    last = first + len(name.words) - 1
    if first < 0 or last >= len(words):
        return False
    beside = range(first, last + 1)
    return all(words[i].joined for i in beside[1:]) and all(
        i == index or words[i].folded == name.words[i - first] for i in beside
    )


def _look_alike(
    words: Sequence[Word], index: int, cut: int, text: str, name: Name, place: int
) -> LookAlike:
    first, last = words[index - place], words[index - place + len(name.words) - 1]
    own = skip_letters(text, words[index].start, cut) if cut else words[index].start
    start = own if place == 0 else first.start
    word = surface(text, own, words[index].end)
    weight = 2.0 if len(name.words) > 1 else 1.0
    whole = surface(text, start, last.end)
    return LookAlike(whole, name.topic, name.words, word, place, weight)
