"""What a browser knows of each document: a column for filters, a file for showing it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from generator.search.numbers import encode_all, encode_rising

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Bilingual, Language, TopicId
    from generator.search.records import Findable, SearchRecord


def document(record: SearchRecord) -> dict[str, Any]:
    """Return what a result shows: titles, addresses, and the sentences to choose from."""
    texts: dict[Language, list[tuple[str, str]]] = {}
    for sentence in record.sentences:
        texts.setdefault(sentence.language, []).append((sentence.anchor, sentence.text))
    return {
        "key": record.key,
        "kind": record.kind,
        "urls": dict(record.urls),
        "titles": dict(record.titles),
        "date": record.published,
        "source": record.source,
        "names": [] if record.kind == "article" else list(record.aliases),
        "lead": _lead(record),
        "texts": texts,
    }


def columns(records: Sequence[Findable], slots: Mapping[str, int]) -> dict[str, Any]:
    """Return what filters and sorting need to know of all documents of a segment, by slot.

    Dates are days since ``since``, counted from 1; 0 stands for none. Sources are places in
    ``sources``, counted from 1. ``kinds`` holds the first letter of each kind.
    """
    days = [_day(record) for record in records]
    since = min((day for day in days if day), default=1)
    own = [_source(record) for record in records]
    sources = sorted({source for source in own if source})
    number = {source: place for place, source in enumerate(sources, 1)}
    return {
        "slots": encode_rising(slots[record.key] for record in records),
        "kinds": "".join(record.kind[0] for record in records),
        "since": date.fromordinal(since).isoformat(),
        "dates": encode_all(day and day - since + 1 for day in days),
        "sources": sources,
        "sourced": encode_all(number[source] if source else 0 for source in own),
    }


def topic_lists(records: Sequence[Findable]) -> dict[str, str]:
    """Return for each topic the places, by slot, of its own page and the articles that carry it."""
    places: dict[str, list[int]] = {}
    for place, record in enumerate(records):
        for topic in _topics(record):
            places.setdefault(topic, []).append(place)
    return {topic: encode_rising(places[topic]) for topic in sorted(places)}


def topic_names(
    records: Iterable[Findable], topics: Mapping[TopicId, Bilingual]
) -> dict[str, list[str]]:
    """Return for each topic its names in Arabic and English, then its other spellings."""
    aliases = {_id(record): record.make().aliases for record in records if record.kind == "topic"}
    named: dict[str, list[str]] = {}
    for topic in sorted(topics):
        names = [topics[topic].ar, topics[topic].en]
        named[topic] = names + [n for n in aliases.get(topic, ()) if n not in names]
    return named


def _lead(record: SearchRecord) -> list[str]:
    """Return the first lead in each script: what a result shows where no sentence answers."""
    first: dict[bool, str] = {}
    for text in record.lead:
        first.setdefault(any("\u0620" <= char <= "\u064a" for char in text), text)
    return list(first.values())


def _topics(record: Findable) -> tuple[str, ...]:
    if record.kind == "topic":
        return (_id(record),)
    return tuple(dict.fromkeys(record.topics))


def _source(record: Findable) -> str | None:
    return _id(record) if record.kind == "source" else record.source


def _id(record: Findable) -> str:
    return record.key.rpartition("/")[2]


def _day(record: Findable) -> int:
    return date.fromisoformat(record.published).toordinal() if record.published else 0
