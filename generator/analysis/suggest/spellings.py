"""Other spellings of known names, and of names that are proposed themselves."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.matcher import Name, build_matcher
from generator.analysis.suggest.lookalikes import index_names, look_alikes
from generator.arabic.fold import fold
from generator.model import Bilingual, Topic, TopicId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.suggest import Reading
    from generator.analysis.suggest.candidates import Candidate
    from generator.analysis.suggest.lookalikes import LookAlike

_KINDS: Final = frozenset({"person", "place", "country", "organisation"})
"""Names of the others are common nouns, whose forms differ in just these letters."""
_FEWEST: Final = 2
_SURE: Final = 2.0


class Spelling(NamedTuple):
    """A stretch of text that looks like the name of a topic."""

    text: str
    of: TopicId
    resembles: str
    short: str | None
    """The word that differs, where the topic is also called by that word alone."""
    weight: float

    def topic(self, known: Topic) -> Topic:
        """Return a topic of its own, so that its occurrences can be counted."""
        id_ = TopicId(f"spelling-{known.id}-{fold(self.text)}")
        return Topic(id_, known.kind, Bilingual(ar=self.text), (self.short,) if self.short else ())


def find_spellings(
    articles: Sequence[Reading],
    topics: Mapping[TopicId, Topic],
    candidates: dict[TopicId, Candidate],
) -> list[Spelling]:
    """Return the spellings of known topics that have some evidence, by topic and text.

    A candidate that looks like another one becomes its alias and leaves ``candidates``.
    """
    proposed = [candidate.topic(id_) for id_, candidate in candidates.items()]
    names = _names([*topics.values(), *proposed])
    found: defaultdict[tuple[TopicId, str], list[tuple[LookAlike, bool]]] = defaultdict(list)
    for article in articles:
        for alike in look_alikes(article.words, article.text, names):
            named = alike.topic in article.topics
            found[alike.topic, fold(alike.text)].append((alike, named))
    by_name = {fold(candidate.name): id_ for id_, candidate in candidates.items()}
    spellings = []
    for (topic, folded), seen in sorted(found.items()):
        own = by_name.get(folded, topic)
        if topic in candidates:
            if own != topic and own in candidates:
                less, more = sorted((topic, own), key=lambda id_: candidates[id_].seen)
                candidates[more].absorb(candidates.pop(less))
        elif topic in topics and _has_evidence(seen, own != topic):
            alike = seen[0][0]
            resembles = _spelt(topics[topic], alike.resembles)
            short = _short(topics[topic], alike)
            spellings.append(Spelling(alike.text, topic, resembles, short, alike.weight))
            candidates.pop(own, None)
    return spellings


def _names(topics: Sequence[Topic]) -> dict[str, list[tuple[Name, int]]]:
    matcher = build_matcher(topic for topic in topics if topic.kind in _KINDS)
    return index_names(name for names in matcher.names.values() for name in names)


def _has_evidence(seen: Sequence[tuple[LookAlike, bool]], is_candidate: bool) -> bool:
    """Return whether a look-alike is worth the editor's time.

    Other words of the name stand beside it, or it stands where names stand, or it comes back in
    articles that name the topic.
    """
    if is_candidate or any(alike.weight >= _SURE for alike, _ in seen):
        return True
    return sum(named for _, named in seen) >= _FEWEST


def _short(topic: Topic, alike: LookAlike) -> str | None:
    """Return the differing word if the topic's own form of it is a name by itself."""
    alone = {fold(name) for name in topic.names()}
    several = len(alike.resembles) > 1
    return alike.word if several and alike.resembles[alike.place] in alone else None


def _spelt(topic: Topic, words: tuple[str, ...]) -> str:
    """Return the name of the topic that has these folded words, as the editor writes it."""
    return next(
        (name for name in topic.names() if tuple(fold(name).split()) == words), topic.name.ar
    )
