"""Full names of persons whom the article calls by their surname afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.frequency import zipf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.lexicon import Word
    from generator.analysis.keywords.stream import Stream

_GOD: Final = "الله"
"""Part of many a name, and the surname of nobody."""
_NAME: Final = 5.2
_NOUN: Final = 4.0
"""Zipf values above which a word is too common for a surname, without and with the article."""


def full_names(stream: Stream, candidates: Mapping[Key, Sequence[int]]) -> dict[Key, Key]:
    """Return for every surname the commonest phrase that is a first name and that surname.

    ``زيلينسكي`` gives ``فولوديمير زيلينسكي``. The surname is no common word; a first name that is
    one as well (``جهاد``) counts only before a word that the language at large does not know.
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
        if (first.noun and zipf(_bare(stream, start + 1))) or stream.forms[start + 1] == _GOD:
            continue
        if first.capital and not all(word.capital for word in rest):
            continue
        if not _same_form(stream, start + 1, candidates[key[1:]]):
            continue
        known = found.get(key[1:])
        if known is None or len(candidates[known]) < len(places):
            found[key[1:]] = key
    return found


def _is_first(word: Word) -> bool:
    given = word.given_name or (word.capital and not word.adjective)
    return given and not (word.generic or word.article or word.name_part)


def _is_proper(word: Word) -> bool:
    common = word.noun or word.generic or word.adjective or (word.article and word.plural)
    common = common or word.zipf > (_NOUN if word.article else _NAME)
    return word.capital or not (common or word.proclitic or word.inner)


def _same_form(stream: Stream, surname: int, places: Sequence[int]) -> bool:
    """Return whether most words that share the surname's stem are the surname itself."""
    name = _bare(stream, surname)
    return 2 * sum(_bare(stream, place) == name for place in places) > len(places)


def _bare(stream: Stream, place: int) -> str:
    return stream.forms[place][len(stream.words[place].proclitic) :]
