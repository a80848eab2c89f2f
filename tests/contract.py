"""What holds for every analysis record, whatever the text: DESIGN section 10 as a check."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import jsonschema

from generator.schemas.documents import all_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.findings import Record

_LISTED: Final = ("summary", "mentions", "dates", "numbers", "quotes")
_SINGLE: Final = ("title", "byline", "source")


def faults(given: Record, record: Record) -> list[str]:
    """Return what is wrong with the record of an input, empty where nothing is."""
    if record.get("id") != given.get("id"):
        return [f"id {record.get('id')!r} for {given.get('id')!r}"]
    if "error" in record:
        return [] if set(record) == {"id", "error"} else ["an error with other fields"]
    found = [f"{e.json_path}: {e.message[:120]}" for e in _validator().iter_errors(record)]
    return found or [*_misplaced(given["text"], record), *_untrue(given, record)]


@cache
def _validator() -> Any:
    return jsonschema.Draft7Validator(all_schemas()["analysis-record"])


def _misplaced(text: str, record: Record) -> Iterator[str]:
    """Yield spans that are not in the text, or not what stands there."""
    for name in _SINGLE:
        part = record[name]
        if part and part["span"] and text[slice(*part["span"])] != part["text"]:
            yield f"{name}: {part['text'][:40]!r} does not stand at {part['span']}"
    for name in _LISTED:
        for part in record[name]:
            if text[slice(*part["span"])] != part["text"]:
                yield f"{name}: {part['text'][:40]!r} does not stand at {part['span']}"
        starts = [part["span"] for part in record[name]]
        if starts != sorted(starts):
            yield f"{name} are out of order"
    kept = [*record["body"], *(cut["span"] for cut in record["cuts"])]
    everything = [
        *kept, *(s["span"] for s in record["sentences"]),
        *(span for keyword in record["keywords"] for span in keyword["spans"]),
        *(part["span"] for name in _LISTED for part in record[name]),
    ]  # fmt: skip
    yield from (f"{s} is no span" for s in everything if not 0 <= s[0] < s[1] <= len(text))
    yield from _overlaps("body or cuts", sorted(kept))
    yield from _overlaps("mentions", [m["span"] for m in record["mentions"]])
    yield from _overlaps("quotes", [q["span"] for q in record["quotes"]])
    yield from _overlaps("sentences", [s["span"] for s in record["sentences"]])
    for sentence in record["sentences"]:
        start, end = sentence["span"]
        if not any(a <= start and end <= b for a, b in record["body"]):
            yield f"a sentence outside the body at {sentence['span']}"


def _overlaps(what: str, spans: list[list[int]]) -> Iterator[str]:
    for before, after in pairwise(spans):
        if after[0] < before[1]:
            yield f"{what} overlap: {before} {after}"


def _untrue(given: Record, record: Record) -> Iterator[str]:
    """Yield where the record does not do what the input asks for."""
    if given.get("title") and record["title"]["text"] != given["title"]:
        yield "another title than the given one"
    if given.get("published") and record["published"] != given["published"]:
        yield "another date than the given one"
    source = record["source"]
    if given.get("source") and (source is None or given["source"] not in source.values()):
        yield f"another source than the given one: {source}"
    whole = [s["span"] for s in record["sentences"] if s["kind"] == "sentence"]
    if any(s["span"] not in whole for s in record["summary"]):
        yield "a sentence of the summary is none of the article"
    count = given.get("summary_sentences")
    if count and len(record["summary"]) != min(count, len(whole)):
        yield f"{len(record['summary'])} sentences of {len(whole)} where {count} are asked for"
