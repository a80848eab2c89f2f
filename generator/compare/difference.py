"""One difference between columns: two sentences to be read side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.compare.table import Place  # noqa: TC001 - the cache reads the type hints
from generator.model import TopicId  # noqa: TC001 - the cache reads the type hints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.facts import Fact
    from generator.compare.table import Row
    from generator.compare.wording import Wording

Kind = Literal["denial", "opposite", "act", "number", "wording"]


class Difference(NamedTuple):
    """Two sentences, or two halves of one, that differ in the words at their places."""

    kind: Kind
    topics: tuple[TopicId, ...]
    """What both are about, what it turns on first; may be empty for a number."""
    first: Place
    second: Place
    others: tuple[Place, ...] = ()
    """More that says what the second does."""


def distinct(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return the differences without those that say again what one before them says."""
    seen: set[object] = set()
    kept = []
    for found in differences:
        marks = {
            (found.kind, found.topics[:1]),
            (found.kind, found.first),
            (found.first, found.second),
        }
        if not marks & seen:
            kept.append(found)
        seen |= marks
    return tuple(kept)


def of_fact(fact: Fact) -> Difference | None:
    """Return a number that differs as two sentences, None where it agrees."""
    if fact.agrees or len(fact.values) < 2:
        return None
    first, second = _apart(fact.values[0][1], fact.values[1][1])
    return Difference("number", (fact.topic,) if fact.topic else (), first, second)


def of_wording(wording: Wording) -> Difference | None:
    """Return two names of a topic as two sentences of different columns."""
    first, second = (_in_sentences(name.row) for name in wording.names[:2])
    if not any(first) or not any(second):
        return None
    a, b = _apart(first, second)
    return None if a.article == b.article else Difference("wording", (wording.topic,), a, b)


def _in_sentences(row: Row) -> Row:
    return tuple(tuple(place for place in cell if place.sentence is not None) for cell in row)


def _apart(first: Row, second: Row) -> tuple[Place, Place]:
    """Return a place of each row, in different columns where there are such."""
    order = range(len(first))
    a = max(order, key=lambda n: (len(first[n]) - len(second[n]), -n))
    b = max(order, key=lambda n: (n != a, len(second[n]) - len(first[n]), -n))
    own = next(cell for cell in (first[a], *first) if cell)
    other = next(cell for cell in (second[b], *second) if cell)
    return own[0], other[0]
