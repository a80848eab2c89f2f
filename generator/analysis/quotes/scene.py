"""What the readers of quotations know about the article: its text and the topics named in it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    folded_words,
    speaker_stops,
    speech_words,
    titles,
)
from generator.arabic.fold import fold
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis.document import Document
    from generator.findings import Mention
    from generator.model import Span, Topic, TopicId

_PARTICLES: Final = folded_words(
    "فون فان دير دي دا دو لو لا بن ابن بنت أبو أبي أم آل آيت أيت ولد عبد سيدي إن أن في من إلى"
    " على عن الله الدين"
)
"""What stands within a name, or behind a first name that is alone."""
_SERVANT: Final = "عبد"
"""``عبد`` is half of a first name."""
LONGEST_NAME: Final = 60
"""Characters; no name or term between quotation marks is longer."""


class Scene(NamedTuple):
    """The text and the mentions in it, by where they begin."""

    text: str
    persons: dict[int, Mention]
    bodies: dict[int, Mention]
    """Of organisations."""
    places: dict[int, Mention]
    """Of countries and places."""
    others: dict[int, Mention]
    """Of agreements, themes and events, which never speak."""
    spans: list[Span]
    """Of all mentions, in order."""
    ends: frozenset[int]
    """Offsets behind the names of topics."""
    person_ends: frozenset[int]
    surnames: frozenset[str]
    """Folded words that are names of speakers somewhere in the body: they stand behind a first
    name, or between a verb of saying and what is said."""
    repeated: frozenset[str]
    """Folded words that stand between quotation marks more than once."""

    def starts(self, offset: int) -> bool:
        """Return whether the name of somebody or some place begins at ``offset``."""
        return offset in self.persons or offset in self.bodies or offset in self.places

    def is_inside(self, offset: int) -> bool:
        """Return whether a word at ``offset`` stands within a name that began before it."""
        index = bisect_left(self.spans, (offset, 0)) - 1
        return index >= 0 and offset < self.spans[index].end

    def is_repeated(self, start: int, end: int) -> bool:
        """Return whether the text between two offsets is quoted elsewhere as well."""
        return end - start <= LONGEST_NAME and fold(self.text[start:end]) in self.repeated

    def is_name(self, start: int, end: int) -> bool:
        """Return whether the text between two offsets is nothing but the name of a topic."""
        for group in (self.persons, self.bodies, self.places, self.others):
            mention = group.get(start)
            if mention is not None and mention.span.end >= end:
                return True
        return False


def make_scene(
    document: Document,
    mentions: Sequence[Mention],
    topics: Mapping[TopicId, Topic],
    repeated: frozenset[str],
) -> Scene:
    """Sort the mentions of an article by what their topics are, and collect its surnames."""
    persons: dict[int, Mention] = {}
    bodies: dict[int, Mention] = {}
    places: dict[int, Mention] = {}
    others: dict[int, Mention] = {}
    groups = {"person": persons, "organisation": bodies, "country": places, "place": places}
    for mention in mentions:
        kind = topics[mention.topic].kind if mention.topic in topics else "theme"
        groups.get(kind, others)[mention.span.start] = mention
    return Scene(
        document.text,
        persons,
        bodies,
        places,
        others,
        [mention.span for mention in mentions],
        frozenset(mention.span.end for mention in mentions),
        frozenset(mention.span.end for mention in persons.values()),
        frozenset(_surnames(document)),
        repeated,
    )


def _surnames(document: Document) -> Iterator[str]:
    first_names = word_list("first_names")
    lexicon = speech_words()
    tokens = document.tokens
    words = [token.folded for token in tokens]
    cues = _cues()
    for index in [index for index, word in enumerate(words) if word in cues]:
        word = words[index]
        if word in first_names:
            if index + 1 == len(words) or word == _SERVANT or words[index + 1] in _PARTICLES:
                continue
            if tokens[index + 1].start - tokens[index].end == 1:
                yield words[index + 1]
        elif index > 1 and words[index - 2] in lexicon:
            word = words[index - 1]
            said = lexicon[words[index - 2]].kind == "say" and not word.startswith("لل")
            if said and word not in speaker_stops() and word not in titles():
                yield word


@cache
def _cues() -> frozenset[str]:
    """Return the words beside which surnames stand."""
    return word_list("first_names") | COMPLEMENTISERS
