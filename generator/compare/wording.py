"""What the columns call the same thing: إسرائيل or الكيان الصهيوني, اتفاق or معاهدة, ترامب or ترمب.

Spellings that only make a name longer are one wording: ``روسيا`` and ``روسيا الاتحادية``. An
agreement goes by its first word, a person by the last.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.arabic.clitics import without_article
from generator.arabic.tokens import tokenise
from generator.compare.table import Row, place_of, row_of, spoken
from generator.model import TopicId  # noqa: TC001 - the cache reads the type hints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.compare.context import Reader
    from generator.compare.table import Column, Place
    from generator.model import ArticleId, Topic, TopicKind

MOST = 8
"""Most topics shown."""
TELLING: dict[TopicKind, int] = {"person": 2, "theme": 1}
"""Weight of kinds of topics of which another name says less than of the rest, which have 3."""

Key = frozenset[str]


class Name(NamedTuple):
    """One wording with its spellings and where the columns use it."""

    text: str
    spellings: tuple[str, ...]
    """Most frequent first."""
    row: Row


class Wording(NamedTuple):
    """What a topic is called, most used first; always several names."""

    topic: TopicId
    names: tuple[Name, ...]


def wordings(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> tuple[Wording, ...]:
    """Return the topics that columns call differently, those first that part them most."""
    spelled: dict[TopicId, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for reader in readers.values():
        article = reader.article
        kept = {share.topic for share in article.topics}
        for mention in article.analysis.mentions:
            if mention.topic in kept and mention.topic in topics:
                text = " ".join(mention.span.of(article.article.text).split())
                spelled[mention.topic][text].append(place_of(article, mention.span))
    found = []
    for topic, spellings in spelled.items():
        names = _names(spellings, columns, topics[topic].kind)
        if len(names) > 1 and _parting(names):
            found.append(Wording(topic, names))
    found.sort(key=lambda w: (*_rank(w, topics[w.topic].kind), w.topic))
    return tuple(found[:MOST])


def _names(
    spellings: Mapping[str, Sequence[Place]], columns: Sequence[Column], kind: TopicKind
) -> tuple[Name, ...]:
    groups: dict[Key, list[str]] = defaultdict(list)
    for spelling, key in _keys(list(spellings), kind).items():
        groups[key].append(spelling)
    names = []
    for members in groups.values():
        members.sort(key=lambda s: (-len(spellings[s]), s))
        row = row_of((place for s in members for place in spellings[s]), columns)
        names.append(Name(_called(members, kind), tuple(members), row))
    return tuple(sorted(names, key=lambda name: (-sum(map(len, name.row)), name.text)))


def _called(members: Sequence[str], kind: TopicKind) -> str:
    """Return what stands for several spellings of one wording, most frequent first."""
    if kind == "person":
        return members[0].split()[-1]
    return min(members, key=lambda s: len(s.split())) if kind == "agreement" else members[0]


def _keys(spellings: Sequence[str], kind: TopicKind) -> dict[str, Key]:
    """Return what each spelling comes down to: one word of it, or the shortest name in it."""
    words = {s: tuple(without_article(t.folded) for t in tokenise(s)) or (s,) for s in spellings}
    if kind in ("agreement", "person"):
        at = 0 if kind == "agreement" else -1
        return {s: frozenset({found[at]}) for s, found in words.items()}
    short = sorted({frozenset(w) for w in words.values()}, key=lambda k: (len(k), sorted(k)))
    return {s: next(key for key in short if key <= frozenset(w)) for s, w in words.items()}


def _parting(names: Sequence[Name]) -> int:
    """Return how many pairs of columns have different favourites among the names."""
    favourites: Counter[int] = Counter()
    for cells in zip(*(name.row for name in names), strict=True):
        counts = list(map(len, cells))
        if any(counts):
            favourites[counts.index(max(counts))] += 1
    whole = sum(favourites.values())
    return sum(n * (whole - n) for n in favourites.values()) // 2


def _rank(wording: Wording, kind: TopicKind) -> tuple[int, int]:
    """Return what orders wordings, those that part the columns most first."""
    cells = sum(spoken(name.row) for name in wording.names)
    return -_parting(wording.names) * TELLING.get(kind, 3), -cells
