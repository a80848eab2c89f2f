"""The static search index: every file of it, as scripts that a page can load from anywhere.

Scripts, because ``fetch`` does not work from ``file://`` and a content security policy of
``script-src 'self'`` allows them. Each calls ``mujazSearch(name, data)``:

``start``
    format, version, names of the sources, and the segments: the current one in full, closed ones
    by the name of their file. The only file without a hash in its name.
``m/<segment>-<tag>``
    a closed segment: columns of its documents, and which term files there are.
``f/<segment>-<tag>``
    for each topic the documents that carry it.
``t/<segment>/<prefix in hexadecimal>-<tag>``
    terms that begin with the prefix, each with its postings.
``d/<segment>/<slot>-<tag>``
    one document: titles, addresses, sentences.
``topics-<tag>``
    every name of each topic.
``words-<tag>``
    words whose first letter only looks like a proclitic, for reading a query as the text was read.

The tag is a hash of what the content is made of. A browser with an older ``start`` therefore asks
for files that are gone, never for newer ones under the same name, and begins again; nothing is ever
mixed.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from generator.planned import PlannedFile
from generator.search.documents import columns, document, topic_lists, topic_names
from generator.search.literals import compact, literal, literal_terms
from generator.search.postings import Postings, bring_up_to_date
from generator.search.segments import CURRENT, LIMIT, part
from generator.search.shards import cut_shards, entry
from generator.search.slots import assign_slots
from generator.search.terms import RecordTerms, record_terms
from generator.search.words import own_first_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.model import Bilingual, SourceId, TopicId
    from generator.search.records import Findable
    from generator.search.segments import Segment

FORMAT: Final = 1
"""Raised when the scripts of an older site could no longer read the files."""
FOLDER: Final = "search"
"""Where the files lie below the root of the site."""
TAG_LENGTH: Final = 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_files(
    records: Sequence[Findable],
    topics: Mapping[TopicId, Bilingual],
    sources: Mapping[SourceId, Bilingual],
    *,
    terms: Mapping[str, RecordTerms] | None = None,
    known: Mapping[str, Postings] | None = None,
    segment_limit: int = LIMIT,
) -> tuple[list[PlannedFile], dict[str, Postings]]:
    """Return every file of the index, and the postings of each segment for the next build.

    The files depend on the set of records alone. ``terms`` are what :func:`record_terms` made of
    records, by key; what is missing there is made here. ``known`` are the postings of an earlier
    build. ``segment_limit`` is the number of articles above which years get segments of their own.
    """
    known, terms = known or {}, terms or {}
    found = {r.key: terms.get(r.key) or record_terms(r.make()) for r in records}
    segments: list[Any] = []
    files: list[PlannedFile] = []
    postings: dict[str, Postings] = {}
    for segment in part(sorted(records, key=lambda record: record.key), segment_limit):
        slots, size = assign_slots(record.key for record in segment.records)
        digests = {record.key: record.digest for record in segment.records}
        postings[segment.name] = now = bring_up_to_date(
            known.get(segment.name, Postings()), slots, digests, found
        )
        manifest, made = _segment(segment, size, now)
        files += made
        if segment.name == CURRENT:
            segments.append(manifest)
        else:
            segments.append(_name(file := _tagged(f"m/{segment.name}", compact(manifest))))
            files.append(file)
    files.append(names := _tagged("topics", compact(topic_names(records, topics))))
    files.append(words := _tagged("words", compact(" ".join(sorted(own_first_letters())))))
    start = {
        "format": FORMAT,
        "words": _name(words),
        "topics": _name(names),
        "sources": {key: [sources[key].ar, sources[key].en] for key in sorted(sources)},
        "segments": segments,
    }
    literal_start = compact({"version": _tag(compact(start), 12), **start})
    files.append(_file("start", literal_start, lambda: literal_start))
    return files, postings


def _segment(segment: Segment, size: int, postings: Postings) -> tuple[Any, list[PlannedFile]]:
    """Return the manifest of a segment and all files that it names."""
    slots = postings.slots
    records = sorted(segment.records, key=lambda record: slots[record.key])
    documents = [
        _made_later(f"d/{segment.name}/{slots[record.key]}", record.digest, _document, record)
        for record in records
    ]
    lists = postings.lists
    shards = list(cut_shards([entry(term, lists[term]) for term in sorted(lists)]))
    terms = [
        _made_later(f"t/{segment.name}/{_letters(shard.prefix)}", shard.body, literal_terms, *shard)
        for shard in shards
    ]
    topics = _tagged(f"f/{segment.name}", compact(topic_lists(records)))
    manifest = {
        "name": segment.name,
        "size": size,
        "topics": _name(topics),
        "terms": " ".join(
            f"{shard.prefix} {_tag_of(file)}" for shard, file in zip(shards, terms, strict=True)
        ),
        "tags": "".join(map(_tag_of, documents)),
        **columns(records, slots),
    }
    return manifest, [*documents, *terms, topics]


def _document(record: Findable) -> str:
    return literal(document(record.make()))


def _letters(prefix: str) -> str:
    """Return a file name for a prefix that every file system and server takes as it is."""
    return ".".join(f"{ord(letter):x}" for letter in prefix) or "0"


def _tagged(name: str, literal_text: str) -> PlannedFile:
    return _made_later(name, literal_text, lambda: literal_text)


def _made_later(name: str, made_of: str, make: Callable[..., str], *arguments: Any) -> PlannedFile:
    """Return a file whose literal ``make`` writes; it changes where ``made_of`` does."""
    tag = _tag(f"{FORMAT} {made_of}", TAG_LENGTH)
    return _file(f"{name}-{tag}", made_of, partial(make, *arguments))


def _file(name: str, made_of: str, make: Callable[[], str]) -> PlannedFile:
    digest = hashlib.sha256(f"{FORMAT} {name} {made_of}".encode()).hexdigest()
    return PlannedFile(
        f"{FOLDER}/{name}.js", digest, lambda: f'mujazSearch("{name}",{make()});\n'.encode()
    )


def _name(file: PlannedFile) -> str:
    """Return what a file calls itself, which is what it is asked for by."""
    return file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def _tag_of(file: PlannedFile) -> str:
    return _name(file)[-TAG_LENGTH:]


def _tag(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "big")
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
    return "".join(digits)
