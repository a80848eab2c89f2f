"""Notes what of the briefing each page reads, so that it is rendered anew when just that changes.

Pages get the briefing through proxies: whatever a page function or a template asks of an article,
a topic, a source or the lists of them is noted with the page. Nobody has to declare dependencies,
and none can be forgotten. Where a whole is made of thousands of answers, a comparison or a part of
the line of time, the renderer notes what it is made of and hands out no more than that.
(*Verifying traces* in Mokhov, Mitchell, Peyton Jones, “Build Systems à la Carte”, 2018.)
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, ValuesView


class Read(NamedTuple):
    """One thing that a page has asked for."""

    of: str
    """``articles/<id>``, or ``articles`` for which there are and in what order."""
    what: str
    """An attribute, with the key where only one entry of it is asked for, such as ``titles en``;
    empty: whether the thing exists."""


NAMES: Final = "names"
"""What a page has read that looks for topics in a text: all their names."""
PERIODS: Final = "periods"
"""What a page has read that shows a part of the line of time: ``periods/<period>``."""
DAYS: Final = "days"
"""As a period: which days are spoken of, and how often, but not in which words."""
_FROM: Final = {"id": "", "anchors": "analysis", "sentence_at": "analysis"}
"""What properties and methods are made of; others are taken by the value they give."""


class Reads:
    """Collects what is read while one page after the other is rendered."""

    def __init__(self) -> None:
        self._now: set[Read] | None = None

    def note(self, of: str, what: str = "") -> None:
        """Note a read, where a page is being rendered."""
        if self._now is not None:
            self._now.add(Read(of, what))

    def add(self, reads: Iterable[Read]) -> None:
        """Note what was read for something that is kept and shown on several pages."""
        if self._now is not None:
            self._now.update(reads)

    @contextmanager
    def noted(self) -> Iterator[set[Read]]:
        """Give the set that is filled with what is read inside the block."""
        before, self._now = self._now, set()
        try:
            yield self._now
        finally:
            self._now = before


def track(briefing: Briefing, reads: Reads) -> Briefing:
    """Return ``briefing`` as it is, but for that ``reads`` hears of all that is asked of it."""
    return Briefing(
        _Things("articles", briefing.articles, reads),
        _Things("topics", briefing.topics, reads),
        _Things("sources", briefing.sources, reads),
        _ByKey("home", "overrides", briefing.home, reads),
        _Things("stories", briefing.stories, reads),
    )


class _Thing:
    """An article, a topic, a source or a story."""

    __slots__ = ("_answers", "_name", "_reads", "_value")

    def __init__(self, name: str, value: Any, reads: Reads) -> None:
        self._name, self._value, self._reads = name, value, reads
        self._answers: dict[str, tuple[Any, tuple[Read, ...]]] = {}

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):
            raise AttributeError(attribute)  # asked by Python itself, about the proxy
        answer = self._answers.get(attribute)
        if answer is None:
            answer = self._answers[attribute] = self._answer(attribute)
        self._reads.add(answer[1])
        return answer[0]

    def _answer(self, attribute: str) -> tuple[Any, tuple[Read, ...]]:
        """Return the value of an attribute, and what to note whenever it is asked for."""
        value = getattr(self._value, attribute)
        if isinstance(value, Mapping):
            return _ByKey(self._name, attribute, value, self._reads), ()
        return value, (Read(self._name, _FROM.get(attribute, attribute)),)


class _Things(Mapping[Any, Any]):
    """All articles, topics, sources or stories by id."""

    def __init__(self, name: str, values: Mapping[Any, Any], reads: Reads) -> None:
        self._name, self._reads = name, reads
        self._things = {k: _Thing(f"{name}/{k}", value, reads) for k, value in values.items()}

    def __getitem__(self, key: Any) -> Any:
        self._reads.note(f"{self._name}/{key}")
        return self._things[key]

    def __iter__(self) -> Iterator[Any]:
        self._reads.note(self._name)
        return iter(self._things)

    def __len__(self) -> int:
        self._reads.note(self._name)
        return len(self._things)

    def values(self) -> ValuesView[Any]:
        """Return all; what is asked of each is noted when it is asked."""
        self._reads.note(self._name)
        return self._things.values()


class _ByKey(Mapping[Any, Any]):
    """An attribute that is a mapping, such as the titles of an article by language."""

    __slots__ = ("_attribute", "_name", "_reads", "_values")

    def __init__(self, name: str, attribute: str, values: Mapping[Any, Any], reads: Reads) -> None:
        self._name, self._attribute, self._values, self._reads = name, attribute, values, reads

    def __getitem__(self, key: Any) -> Any:
        self._reads.note(self._name, f"{self._attribute} {key}")
        return self._values[key]

    def __iter__(self) -> Iterator[Any]:
        self._reads.note(self._name, self._attribute)
        return iter(self._values)

    def __len__(self) -> int:
        self._reads.note(self._name, self._attribute)
        return len(self._values)
