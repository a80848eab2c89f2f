"""The parts of an article's and of a topic's page that two builds are compared by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.feeds.shapes import ArticleData, TopicData

    Parts = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page: what came to it and what went; neither where only the order changed."""

    name: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def article_parts(before: ArticleData, after: ArticleData) -> tuple[Part, ...]:
    """Return the parts of an article that differ, apart from its links."""
    found = [*_compare(_of_article(before), _of_article(after))]
    old, new = _edited(before), _edited(after)
    rewritten = [
        f"{name} (rewritten)" for name in old.keys() & new.keys() if old[name] != new[name]
    ]
    added, removed = new.keys() - old.keys(), old.keys() - new.keys()
    if rewritten or added or removed:
        found.append(Part("edited", (*sorted(added), *sorted(rewritten)), tuple(sorted(removed))))
    return tuple(found)


def topic_parts(before: TopicData, after: TopicData) -> tuple[Part, ...]:
    """Return the parts of a topic that differ."""
    return tuple(_compare(_of_topic(before), _of_topic(after)))


def link_part(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Part, ...]:
    """Return what has changed in the links of an article's text, given as counts by topic."""
    return tuple(_compare({"links": _counted(before)}, {"links": _counted(after)}))


def _counted(counts: Mapping[str, int]) -> list[str]:
    return [f"{topic} ×{count}" for topic, count in sorted(counts.items())]


def _edited(article: ArticleData) -> dict[str, str]:
    return {
        f"{language}: {part}": digest
        for language, parts in article["edited"].items()
        for part, digest in parts.items()
    }


def _of_article(article: ArticleData) -> Parts:
    titles = article["titles"]
    return {
        "text": [article["version"]],
        "title": [f"ar: {titles['ar']['text']}", f"en: {titles['en']['text']}"],
        "published": [article["published"] or ""],
        "source": [article["source"] or ""],
        "summary": [sentence["text"] for sentence in article["summary"]],
        "keywords": [keyword["text"] for keyword in article["keywords"]],
        "topics": [share["id"] for share in article["topics"]],
        "related": list(article["related"]),
        "dates": [f"{date['text']} → {date['iso']}" for date in article["facts"]["dates"]],
        "numbers": [number["text"] for number in article["facts"]["numbers"]],
    }


def _of_topic(topic: TopicData) -> Parts:
    return {
        "name": [topic["names"]["ar"], topic["names"]["en"]],
        "kind": [topic["kind"]],
        "parents": list(topic["parents"]),
        "spellings": [f"{s['text']} ×{s['count']}" for s in topic["spellings"]],
        "articles": list(topic["articles"]),
    }


def _compare(before: Parts, after: Parts) -> Iterator[Part]:
    for name, old in before.items():
        new = after[name]
        if old != new:
            added = tuple(item for item in new if item and item not in old)
            removed = tuple(item for item in old if item and item not in new)
            yield Part(name, added, removed)
