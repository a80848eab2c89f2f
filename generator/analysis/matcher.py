"""The names of all topics, made ready to be looked up word by word."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.clitics import ARTICLE, without_article
from generator.arabic.fold import fold
from generator.arabic.tokens import Token, tokenise
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Topic, TopicId, TopicKind

_RULES: Final = 4
"""Raised with every change of the matching rules, so that cached analyses are made anew."""
_LISTS: Final = (
    "first_names", "memorial_heads", "name_heads", "name_tails", "own_first_letter",
)  # fmt: skip
_OPEN_KINDS: Final = frozenset({"agreement", "event", "organisation", "theme"})
_VOWEL_MARKS: Final = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
_SHORT: Final = 3
_ACRONYM: Final = 3
_FEWEST_PARENTS: Final = 2
"""Parents of an event that tell it apart: one alone has many."""


class Name(NamedTuple):
    """One name of one topic, as words to be met in a text."""

    words: tuple[str, ...]
    """Folded, spelt as the editor wrote them."""
    topic: TopicId
    ambiguous: bool
    """Counts only with evidence: the editor says so, or it is a surname that is a first name as
    well (``صالح``)."""
    open: bool
    """Its words may carry the article in the text though the editor wrote none."""
    short: bool
    """So short that a word which ends in it is no sign of it: ``فتح`` in ``وفتح``."""
    capitals: bool
    """An acronym that must stand in capitals, else ``US`` is found in ``tell us``."""
    surname: bool
    """One word of a person who has a longer name as well."""
    vocalised: tuple[str, ...]
    """Spellings with vowel marks, which are sure where the plain one is ambiguous: ``عُمان``."""

    def fits(self, words: tuple[str, ...]) -> bool:
        """Return whether the words of a text, equal but for articles, spell this name."""
        return self.words == words or (
            self.open
            and all(met in (own, ARTICLE + own) for own, met in zip(self.words, words, strict=True))
        )


@dataclass(frozen=True, slots=True)
class TopicMatcher:
    """Every name of every topic by its words; made by :func:`build_matcher`, never changed."""

    fingerprint: str
    """Changes with anything that decides what is found: names, kinds, lists of words, rules."""
    kinds: Mapping[TopicId, TopicKind]
    names: Mapping[tuple[str, ...], tuple[Name, ...]]
    """By their words without articles."""
    starts: Mapping[str, tuple[int, ...]]
    """Each word that a name may begin with, and how many words such names have, most first."""
    own_words: Mapping[TopicId, frozenset[str]]
    """Of each person: all words of all names."""
    settings: Mapping[TopicId, frozenset[TopicId]]
    """Of each event with several parents: the parents, which together tell that it is meant."""


def build_matcher(topics: Iterable[Topic]) -> TopicMatcher:
    """Make the names of ``topics`` ready for :func:`generator.analysis.mentions.find_mentions`.

    A name without the article is met with it too (``عقوبات غربية`` in ``العقوبات الغربية``) where
    it is a common noun: of themes, agreements, events and organisations always, of places and
    countries where the name has several words, of persons never (``صالح`` is not ``الصالح``). A
    name with the article is never met without (``الرياض`` is not the first name ``رياض``).
    """
    ordered = sorted(topics, key=lambda topic: topic.id)
    names: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    starts: defaultdict[str, set[int]] = defaultdict(set)
    own_words: dict[TopicId, frozenset[str]] = {}
    for topic in ordered:
        of_topic = list(_names(topic))
        for name in of_topic:
            key = tuple(without_article(word) for word in name.words)
            names[key].append(name)
            for first in (name.words[0], ARTICLE + name.words[0])[: 1 + name.open]:
                starts[first].add(len(key))
        if topic.kind == "person":
            own_words[topic.id] = frozenset(word for name in of_topic for word in name.words)
    return TopicMatcher(
        fingerprint=_fingerprint(ordered),
        kinds={topic.id: topic.kind for topic in ordered},
        names={key: tuple(sorted(found, key=_preference)) for key, found in names.items()},
        starts={first: tuple(sorted(counts, reverse=True)) for first, counts in starts.items()},
        own_words=own_words,
        settings={
            topic.id: frozenset(topic.parents)
            for topic in ordered
            if topic.kind == "event" and len(topic.parents) >= _FEWEST_PARENTS
        },
    )


def name_words(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """Yield the words by which names are compared.

    Latin words fall apart at hyphens (``North-South``), lose a possessive ``'s`` and the full
    stops of ``U.S.``; all others stay as they are.
    """
    for token in tokens:
        if token.folded.isalpha() or token.folded[:1].isdecimal():
            yield token
        else:
            yield from _latin_parts(token, text)


def _latin_parts(token: Token, text: str) -> Iterator[Token]:
    start = token.start
    for part in text[token.start : token.end].split("-"):
        end = start + len(part)
        plain = part.replace("’", "'")
        if plain.lower().endswith("'s"):
            plain = plain[:-2]
            end -= 2
        if plain:
            yield Token(start, end, fold(plain.replace(".", "")))
        start += len(part) + 1


def _names(topic: Topic) -> Iterator[Name]:
    ambiguous = {fold(name) for name in topic.ambiguous}
    spelt = {
        name: tuple(word.folded for word in name_words(tokenise(name), name))
        for name in topic.names()
    }
    several = any(len(words) > 1 for words in spelt.values())
    first_names = word_list("first_names")
    seen = set()
    vocalised = {
        words: tuple(name for name, same in spelt.items() if same == words and has_marks(name))
        for words in spelt.values()
    }
    for name, words in spelt.items():
        if not words or words in seen:
            continue
        seen.add(words)
        surname = topic.kind == "person" and len(words) == 1 and several
        yield Name(
            words=words,
            topic=topic.id,
            ambiguous=fold(name) in ambiguous or (surname and words[0] in first_names),
            open=topic.kind in _OPEN_KINDS or (topic.kind != "person" and len(words) > 1),
            short=len(words) == 1
            and len(words[0]) <= _SHORT
            and topic.kind not in ("country", "place"),
            capitals=len(words) == 1 and len(words[0]) <= _ACRONYM and name.isupper(),
            surname=surname,
            vocalised=vocalised[words],
        )


def has_marks(text: str) -> bool:
    """Return whether a text is written with vowel marks, if only in part."""
    return not _VOWEL_MARKS.isdisjoint(text)


def is_spelt(text: str, vocalised: str) -> bool:
    """Return whether a text bears every vowel mark of a spelling, and maybe more."""
    met, wanted = _marks(text), _marks(vocalised)
    return len(met) == len(wanted) and all(
        own <= found for own, found in zip(wanted, met, strict=True)
    )


def contradicts(text: str, vocalised: str) -> bool:
    """Return whether a text bears another vowel mark than a spelling on one of its letters."""
    return any(
        own and found and own.isdisjoint(found)
        for own, found in zip(_marks(vocalised), _marks(text), strict=False)
    )


def _marks(text: str) -> list[set[str]]:
    """Return the vowel marks behind each letter."""
    found: list[set[str]] = []
    for char in text:
        if char in _VOWEL_MARKS and found:
            found[-1].add(char)
        elif fold(char):
            found.append(set())
    return found


def _preference(name: Name) -> tuple[bool, TopicId]:
    return name.open, name.topic


def _fingerprint(topics: Iterable[Topic]) -> str:
    """Hash all that decides what is found; the order of the topics does not."""
    digest = hashlib.sha256(str(_RULES).encode())
    for topic in topics:
        names = [topic.id, topic.kind, sorted(topic.names()), sorted(topic.ambiguous)]
        if topic.kind == "event":
            names.append(sorted(topic.parents))
        digest.update(json.dumps(names, ensure_ascii=False).encode())
    for name in _LISTS:
        digest.update("\n".join(sorted(word_list(name))).encode())
    return digest.hexdigest()[:16]
