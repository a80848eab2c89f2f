"""Which input has caused a change: what is nearest to the parts that differ."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diff.parts import Part
    from generator.diff.site import BuiltSite

_OF_THE_TOPIC_ALONE: Final = frozenset(["name", "kind", "parents"])
_SHARED: Final = "content/sources.yml"


class Causes:
    """What may be laid to each of the inputs that differ between two builds."""

    def __init__(self, old: BuiltSite, new: BuiltSite, inputs: Sequence[str]) -> None:
        """Take ``inputs`` as the paths of those that are not the same in both."""
        self._inputs = inputs
        self._own: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in inputs:
            folder, _, name = path.rpartition("/")
            section = folder.rpartition("/")[2]
            languages = [f"content/overrides/{lang}/{section}" for lang in ("ar", "en")]
            if folder in (f"content/{section}", *languages):
                self._own[section, name.rpartition(".")[0]].append(path)
        self._linked: dict[str, set[str]] = defaultdict(set)
        """By article: the topics that it names more or less often than it did."""
        self._naming: dict[str, set[str]] = defaultdict(set)
        """By topic: the articles that do, and those that came to it or left it."""
        for article in old.mentions.keys() | new.mentions.keys():
            was, now = old.mentions.get(article, {}), new.mentions.get(article, {})
            for topic in was.keys() | now.keys():
                if was.get(topic) != now.get(topic):
                    self._linked[article].add(topic)
                    self._naming[topic].add(article)
        for topic in old.topics.keys() | new.topics.keys():
            listed = [site.topics[topic]["articles"] for site in (old, new) if topic in site.topics]
            if len(listed) == 2:
                self._naming[topic] |= set(map(str, listed[0])) ^ set(map(str, listed[1]))
            else:
                self._naming[topic] |= set(map(str, listed[0]))

    def of_article(self, key: str, parts: Sequence[Part]) -> tuple[str, ...]:
        """Return what has changed an article, nearest first; without ``parts`` it came or went.

        Its own files explain all but its related articles, which their files explain; topics
        explain the links to them. What nothing explains is laid to what all pages share.
        """
        related = [part for part in parts if part.name == "related"]
        names = (name for part in related for name in (*part.added, *part.removed))
        others = [path for name in names for path in self._own.get(("articles", name), ())]
        if others and len(related) == len(parts):
            return _distinct(others)
        linked = [f"content/topics/{topic}.yml" for topic in sorted(self._linked.get(key, ()))]
        near = [
            *self._own.get(("articles", key), ()),
            *(path for path in linked if parts and path in self._inputs),
            *others,
        ]
        topics = [path for path in self._inputs if path.startswith("content/topics/")]
        return _distinct(near or [*self._of_all(), *topics] or self._inputs)

    def of_topic(self, key: str, parts: Sequence[Part]) -> tuple[str, ...]:
        """Return what has changed a topic: its own files, then articles that name it otherwise."""
        own = self._own.get(("topics", key), [])
        if own and parts and all(part.name in _OF_THE_TOPIC_ALONE for part in parts):
            return _distinct(own)
        naming = sorted(self._naming.get(key, ()))
        articles = [path for name in naming for path in self._own.get(("articles", name), ())]
        return _distinct([*own, *articles] or self._of_all() or self._inputs)

    def _of_all(self) -> list[str]:
        """Return the inputs that every page depends on: the program, its settings, the sources."""
        return [p for p in self._inputs if not p.startswith("content/") or p == _SHARED]


def _distinct(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))
