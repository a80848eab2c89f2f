"""Full names of persons whom the article calls by their surname afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.lexicon import Word
    from generator.analysis.keywords.stream import Stream


def full_names(stream: Stream, candidates: Mapping[Key, Sequence[int]]) -> dict[Key, Key]:
    """Return for every surname the commonest phrase that is a first name and that surname.

    ``زيلينسكي`` gives ``فولوديمير زيلينسكي``. Neither may be a common noun.
    """
    firsts = {index for index, word in enumerate(stream.words) if _is_first(word)}
    found: dict[Key, Key] = {}
    for key, places in candidates.items():
        start = places[0]
        if start not in firsts or len(key) < 2 or key[1:] not in candidates:
            continue
        first, *rest = stream.words[start : start + len(key)]
        if not all(map(_is_proper, rest)) or any(word.article for word in rest[1:]):
            continue
        if first.capital and not all(word.capital for word in rest):
            continue
        known = found.get(key[1:])
        if known is None or len(candidates[known]) < len(places):
            found[key[1:]] = key
    return found


def _is_first(word: Word) -> bool:
    given = word.given_name or (word.capital and not word.adjective)
    return given and not (word.noun or word.generic or word.article)


def _is_proper(word: Word) -> bool:
    return not (word.noun or word.generic or word.proclitic or word.inner)
