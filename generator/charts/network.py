"""The network of a topic: what it appears with, and what of that appears together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.charts.lettering import NARROWEST, wrap
from generator.charts.seats import seat_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.briefing import BriefedTopic
    from generator.charts.seats import Seat
    from generator.model import Language, TopicId
    from generator.pages.strings import Interface

MOST = 10
"""Most companions drawn around a topic: with it they fill the seats of four rows."""
CROSS = 10
"""Most lines drawn between companions, the strongest."""
ROW = 92
"""Height of a row of seats in pixels: a node and three lines of its label."""
ROOM = NARROWEST * 0.31
"""Width of a label in pixels."""
COLUMNS = (16.5, 50.0, 83.5)


class Node(NamedTuple):
    """A topic where it stands."""

    topic: BriefedTopic
    x: float
    y: int
    radius: int
    lines: tuple[str, ...]
    """Its name, as much as there is room for."""
    sentences: int
    """In how many sentences it stands together with the topic in the middle."""


class Line(NamedTuple):
    """Two topics that appear together."""

    a: Node
    b: Node
    weight: int
    """1, 2 or 3: the width of the line."""


class Network(NamedTuple):
    """The drawing."""

    title: str
    nodes: tuple[Node, ...]
    """The topic itself first; none where there is too little to draw."""
    lines: tuple[Line, ...]
    height: int
    left_out: int


def network(
    topic: BriefedTopic,
    topics: Mapping[TopicId, BriefedTopic],
    ui: Interface,
    language: Language,
) -> Network:
    """Return the network of ``topic`` among ``topics``."""
    known = [c for c in topic.companions if c.topic in topics]
    title = _title(topic, [(topics[c.topic], c.sentences) for c in known], ui, language)
    if len(known) < 2:
        return Network(title, (), (), 0, 0)
    drawn = known[:MOST]
    members = [topic, *(topics[c.topic] for c in drawn)]
    place = {member.id: number for number, member in enumerate(members)}
    ties = {(0, number): c.sentences.bit_length() for number, c in enumerate(drawn, 1)}
    for a, b, strength in topic.ties:
        if a in place and b in place:
            ties[min(place[a], place[b]), max(place[a], place[b])] = strength
    with_topic = [0, *(c.sentences for c in drawn)]
    most = max(1, *with_topic)
    strongest = max(1, *ties.values())
    at = seat_all(len(members), tuple((a, b, 1 + n) for (a, b), n in ties.items()))
    nodes = tuple(
        Node(
            member,
            COLUMNS[column],
            24 + half_row * ROW // 2,
            14 if member is topic else 5 + 6 * sentences // most,
            wrap(member.topic.name.get(language), ROOM, 3),
            sentences,
        )
        for member, (column, half_row), sentences in zip(members, at, with_topic, strict=True)
    )
    lines = tuple(
        Line(nodes[a], nodes[b], 1 + 2 * n // strongest)
        for (a, b), n in sorted(_strongest(ties, at).items(), key=lambda tie: (tie[1], tie[0]))
    )
    height = max(node.y for node in nodes) + ROW - 24
    return Network(title, nodes, lines, height, len(known) - len(drawn))


def _strongest(
    ties: Mapping[tuple[int, int], int], at: Sequence[Seat]
) -> dict[tuple[int, int], int]:
    """Return the ties of the topic itself, and the strongest of the others."""
    cross = [(a, b) for a, b in ties if a and _in_sight(at[a], at[b], at)]
    cross.sort(key=lambda pair: (-ties[pair], pair))
    return {pair: ties[pair] for pair in [*(p for p in ties if not p[0]), *cross[:CROSS]]}


def _in_sight(a: Seat, b: Seat, at: Sequence[Seat]) -> bool:
    """Return whether nobody sits on the line between two seats."""
    if a[0] == b[0]:
        return abs(a[1] - b[1]) == 2
    return not any((2 * c, 2 * h) == (a[0] + b[0], a[1] + b[1]) for c, h in at)


def _title(
    topic: BriefedTopic,
    companions: Sequence[tuple[BriefedTopic, int]],
    ui: Interface,
    language: Language,
) -> str:
    name = topic.topic.name.get(language)
    if not companions:
        return ui.t("charts.network_none", topic=name)
    by_sentences = sorted(companions, key=lambda c: (-c[1], c[0].id))
    first, most = by_sentences[0]
    if len(companions) > 1 and by_sentences[1][1] == most:
        return ui.t("charts.network_even", topic=name, n=ui.number(len(companions)))
    return ui.t(
        "charts.network_most",
        topic=name,
        other=first.topic.name.get(language),
        together=ui.count("together", most),
    )
