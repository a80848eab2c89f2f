"""Numbers and days that several columns give of the same thing, and whether they agree.

Only what can be told is claimed. Two equal numbers are of the same thing where they count the same
noun and stand with the same agreement or event; or where two of three things hold: they stand with
the same topic, the same act is named beside them, the number is not a round one. Numbers differ
only where topic and act are the same (``مدتها 20 عاما`` and ``مدتها 25 عاما``). Everything else is
left alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.arabic.acts import SHARES
from generator.arabic.fold import fold
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.compare.table import Row, row_of, spoken
from generator.model import TopicId  # noqa: TC001 - the cache reads the type hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.compare.context import Context, Reader
    from generator.compare.table import Column
    from generator.model import ArticleId, Topic, TopicKind

MOST = 12
"""Most facts shown."""
MANY = 80
"""Most mentions of one noun or day compared with each other, the newest: that costs the square."""
ONE: tuple[TopicKind, ...] = ("agreement", "event")
"""Kinds of topics of which there is one: what is counted with it is of it."""
SUBJECTS: tuple[TopicKind, ...] = (*ONE, "person", "organisation")
"""Kinds of topics that a number or a day can be said to be of."""


class Fact(NamedTuple):
    """What several columns give a number or a day for."""

    label: str
    """The noun as the first text has it, or the ISO date."""
    topic: TopicId | None
    """What it is about."""
    values: tuple[tuple[str, Row], ...]
    """Each value with its row; most given first."""
    agrees: bool

    def columns(self) -> int:
        """Return how many columns give it."""
        return sum(any(cells) for cells in zip(*(row for _, row in self.values), strict=True))


class _Given(NamedTuple):
    value: str
    context: Context


def numbers(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> tuple[Fact, ...]:
    """Return the numbers that several columns give of the same thing."""
    by_unit: dict[str, list[_Given]] = defaultdict(list)
    words: dict[str, str] = {}
    for reader in readers.values():
        for number in reader.article.analysis.numbers:
            if number.unit and number.unit not in SHARES:
                unit = _stem(number.unit)
                words.setdefault(unit, number.unit)
                by_unit[unit].append(_Given(f"{number.value:g}", reader.context(number.span)))
    found = [
        _fact(words[unit], group, columns, topics)
        for unit, given in by_unit.items()
        for group in _groups(given[:MANY], topics, _same_thing)
    ]
    return _best(found)


def dates(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> tuple[Fact, ...]:
    """Return the days that several columns speak of with the same topic, in order of time.

    A month that is given for the same act agrees with a day in it.
    """
    by_day: dict[str, list[_Given]] = defaultdict(list)
    months: list[_Given] = []
    for reader in readers.values():
        for date in reader.article.analysis.dates:
            if date.iso and len(date.iso) > len("2025"):
                given = _Given(date.iso, reader.context(date.span))
                whole = len(date.iso) == len("2025-01-17")
                (by_day[date.iso] if whole else months).append(given)
    found = []
    for day, given_day in by_day.items():
        for group in _groups(given_day[:MANY], topics, _same_subject):
            less = [m for m in months[:MANY] if any(_in_month(m, item) for item in group)]
            found.append(_fact(day, [*group, *less], columns, topics))
    return tuple(sorted(_best(found), key=lambda fact: (fact.label, fact.topic or "")))


def _in_month(month: _Given, day: _Given) -> bool:
    shared = month.context.telling & day.context.telling
    same_act = bool(month.context.acts & day.context.acts)
    return day.value.startswith(month.value) and same_act and bool(shared)


def _same_thing(a: _Given, b: _Given, topics: Mapping[TopicId, Topic]) -> bool:
    shared = a.context.telling & b.context.telling
    same_act = bool(a.context.acts & b.context.acts)
    if a.value != b.value:
        return same_act and bool(shared) and len(a.context.topics & b.context.topics) > 1
    proofs = [same_act, _digits(a.value) > 1, bool(shared)]
    if sum(proofs) > 1:
        return True
    return any(topics[topic].kind in ONE for topic in shared)


def _same_subject(a: _Given, b: _Given, topics: Mapping[TopicId, Topic]) -> bool:
    shared = a.context.telling & b.context.telling
    if a.context.acts & b.context.acts:
        return bool(shared)
    return any(topics[topic].kind in SUBJECTS for topic in shared)


def _digits(value: str) -> int:
    """Return how many significant digits a number has: a round one proves little."""
    return len(value.split("e")[0].replace(".", "").strip("0-"))


def _groups(
    given: Sequence[_Given],
    topics: Mapping[TopicId, Topic],
    same: Callable[[_Given, _Given, Mapping[TopicId, Topic]], bool],
) -> list[list[_Given]]:
    """Return ``given`` in groups of what is the same thing, one after the other."""
    groups: list[list[_Given]] = []
    for item in given:
        joined = [group for group in groups if any(same(item, other, topics) for other in group)]
        kept = [group for group in groups if group not in joined]
        groups = [*kept, [*(other for group in joined for other in group), item]]
    return groups


def _fact(
    label: str,
    group: Sequence[_Given],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> Fact:
    values = Counter(item.value for item in group)
    rows = tuple(
        (value, row_of([i.context.place for i in group if i.value == value], columns))
        for value, _ in sorted(values.items(), key=lambda item: (-item[1], item[0]))
    )
    agrees = len(rows) == 1 or all(label.startswith(value) for value in values)
    return Fact(label, _subject(group, topics), rows, agrees)


def _subject(group: Sequence[_Given], topics: Mapping[TopicId, Topic]) -> TopicId | None:
    """Return what most of a group is about, an agreement or an event before anything else.

    None where that is only a theme: many of them stand in one sentence.
    """
    articles: dict[TopicId, set[ArticleId]] = defaultdict(set)
    for item in group:
        for topic in item.context.telling:
            if topics[topic].kind in SUBJECTS:
                articles[topic].add(item.context.place.article)
    several = [topic for topic, found in articles.items() if len(found) > 1]
    return min(
        several,
        key=lambda t: (topics[t].kind not in ONE, -len(articles[t]), t),
        default=None,
    )


def _best(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts of several columns, first those that differ, then the most given."""
    several = [fact for fact in facts if fact.columns() > 1]
    several.sort(
        key=lambda f: (f.agrees, -f.columns(), -sum(spoken(r) for _, r in f.values), f.label)
    )
    return tuple(several[:MOST])


def _stem(unit: str) -> str:
    return " ".join(light_stem(token.folded) for token in tokenise(unit)) or fold(unit)
