"""Sightings of one name, gathered from all articles and joined with its shorter forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.model import Bilingual, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.analysis.suggest.cues import Sighting
    from generator.model import TopicId, TopicKind

Key = tuple[str, ...]
"""The folded words of a name."""

_SURE: Final = 2.0
_FEWEST: Final = 2
_SERVANT: Final = "عبد"


@dataclass(slots=True)
class Candidate:
    """A name under which somebody or something may get a topic."""

    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[TopicKind] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    """Of the surest sighting."""
    seen: int = 0
    aliases: list[str] = field(default_factory=list)

    def add(self, sighting: Sighting) -> None:
        """Count one sighting."""
        self.forms[sighting.name] += 1
        self.kinds[sighting.kind] += 1
        if sighting.cue:
            self.cues[sighting.cue] += 1
        self.weight = max(self.weight, sighting.weight)
        self.seen += 1

    def absorb(self, other: Candidate) -> None:
        """Take over another form of the same name."""
        self.aliases += [other.name, *other.aliases]
        self.cues += other.cues
        self.seen += other.seen
        self.weight = max(self.weight, other.weight)

    @property
    def name(self) -> str:
        """The form seen most often."""
        return best(self.forms)

    @property
    def kind(self) -> TopicKind:
        """The kind that most sightings tell."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    def topic(self, id_: TopicId) -> Topic:
        """Return the topic it would make, so that its occurrences can be counted."""
        return Topic(id_, self.kind, Bilingual(ar=self.name), tuple(self.aliases))


def best(counts: Mapping[str, int]) -> str:
    """Return what occurs most often, the first in order among equals."""
    return min(counts, key=lambda form: (-counts[form], form))


def gather(sightings: Iterable[Sighting]) -> list[Candidate]:
    """Return the candidates that are seen often or surely enough, by name."""
    found: defaultdict[Key, Candidate] = defaultdict(Candidate)
    for sighting in sightings:
        key = tuple(fold(sighting.name).split())
        # عبد الله alone is a first name.
        if key[0] != _SERVANT or len(key) > 2:
            found[key].add(sighting)
    _join_beginnings(found)
    _join_endings(found)
    kept = [c for c in found.values() if c.weight >= _SURE or c.seen >= _FEWEST]
    return sorted(kept, key=lambda candidate: candidate.name)


def _join_beginnings(found: dict[Key, Candidate]) -> None:
    """Join names that begin alike: of ``شيرين أبو عاقلة`` and a word more, what is seen oftener.

    The word more may be no part of the name, so the longer one is forgotten, unless it wins.
    """
    for key in sorted(_of_kind(found, "person", "organisation"), key=len, reverse=True):
        shorter = next(
            (key[:cut] for cut in range(len(key) - 1, 1, -1) if key[:cut] in found), None
        )
        if shorter is None:
            continue
        long, short = found[key], found[shorter]
        if long.seen > short.seen:
            long.absorb(found.pop(shorter))
        else:
            short.seen += long.seen
            del found[key]


def _join_endings(found: dict[Key, Candidate]) -> None:
    """Make a surname an alias of the one full name that ends in it."""
    longer: defaultdict[Key, set[Key]] = defaultdict(set)
    for key in _of_kind(found, "person"):
        for cut in range(1, len(key)):
            longer[key[cut:]].add(key)
    for key in sorted(_of_kind(found, "person"), key=len):
        full = longer[key] & found.keys()
        if len(full) == 1:
            found[full.pop()].absorb(found.pop(key))


def _of_kind(found: Mapping[Key, Candidate], *kinds: TopicKind) -> list[Key]:
    return sorted(key for key, candidate in found.items() if candidate.kind in kinds)
