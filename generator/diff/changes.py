"""What has changed between two builds: one value for each article and topic that did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.diff.causes import Causes
from generator.diff.parts import Part, article_parts, link_part, topic_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.diff.site import BuiltSite

Fate = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Changed:
    """An article or a topic that is not as it was."""

    id: str
    title: str
    fate: Fate
    parts: tuple[Part, ...]
    """Empty unless it was there before and is there now."""
    causes: tuple[str, ...]
    """Inputs that have changed and could have caused it, nearest first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that two builds differ in."""

    articles: tuple[Changed, ...]
    topics: tuple[Changed, ...]
    inputs: tuple[tuple[str, Fate], ...]
    pages: tuple[tuple[str, Fate], ...]
    new_problems: tuple[str, ...]
    mended: int
    """Problems of the old build that the new one does not have."""


def compare_sites(old: BuiltSite, new: BuiltSite) -> Difference:
    """Return what has changed from ``old`` to ``new``."""
    inputs = tuple(_fates(old.report["inputs"], new.report["inputs"]))
    causes = Causes(old, new, [path for path, _ in inputs])
    before, after = _problems(old), _problems(new)
    return Difference(
        articles=tuple(_articles(old, new, causes)),
        topics=tuple(_topics(old, new, causes)),
        inputs=inputs,
        pages=tuple(_fates(old.report["pages"], new.report["pages"])),
        new_problems=tuple(problem for problem in after if problem not in before),
        mended=sum(problem not in after for problem in before),
    )


def _fates(old: Mapping[str, object], new: Mapping[str, object]) -> Iterable[tuple[str, Fate]]:
    """Yield each key whose value is not the same in both, in order, with what became of it."""
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield key, _fate(old.get(key), new.get(key))


def _fate(before: object, after: object) -> Fate:
    return "added" if before is None else "removed" if after is None else "changed"


def _problems(site: BuiltSite) -> list[str]:
    return [
        f"{p['path']}:{p['line']}: {p['message']}" if p["line"] else f"{p['path']}: {p['message']}"
        for p in site.report["problems"]
    ]


def _articles(old: BuiltSite, new: BuiltSite, causes: Causes) -> Iterable[Changed]:
    for key in sorted(old.articles.keys() | new.articles.keys()):
        before, after = old.articles.get(key), new.articles.get(key)
        was, now = old.mentions.get(key, {}), new.mentions.get(key, {})
        if before == after and was == now:
            continue
        parts: tuple[Part, ...] = ()
        if before and after:
            parts = (*article_parts(before, after), *link_part(was, now))
        title = (after or old.articles[key])["titles"]["ar"]["text"]
        yield Changed(key, title, _fate(before, after), parts, causes.of_article(key, parts))


def _topics(old: BuiltSite, new: BuiltSite, causes: Causes) -> Iterable[Changed]:
    for key in sorted(old.topics.keys() | new.topics.keys()):
        before, after = old.topics.get(key), new.topics.get(key)
        if before == after:
            continue
        parts = topic_parts(before, after) if before and after else ()
        name = (after or old.topics[key])["names"]["ar"]
        yield Changed(key, name, _fate(before, after), parts, causes.of_topic(key, parts))
