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

The tag is a hash of the content. A browser with an older ``start`` therefore asks for files that
are gone, never for newer ones under the same name, and begins again; nothing is ever mixed.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from generator.search.documents import columns, document, topic_lists, topic_names
from generator.search.literals import compact, literal, literal_terms
from generator.search.numbers import encode_postings
from generator.search.segments import CURRENT, LIMIT, part
from generator.search.shards import Entry, cut_shards
from generator.search.slots import assign_slots
from generator.search.terms import RecordTerms, record_terms
from generator.search.words import own_first_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Bilingual, SourceId, TopicId
    from generator.search.records import SearchRecord
    from generator.search.segments import Segment

FORMAT: Final = 1
"""Raised when the scripts of an older site could no longer read the files."""
FOLDER: Final = "search"
"""Where the files lie below the root of the site."""
TAG_LENGTH: Final = 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

File = tuple[str, bytes]


def index_files(
    records: Sequence[SearchRecord],
    topics: Mapping[TopicId, Bilingual],
    sources: Mapping[SourceId, Bilingual],
    *,
    terms: Mapping[str, RecordTerms] | None = None,
    segment_limit: int = LIMIT,
) -> Iterator[File]:
    """Yield path, relative to the root of the site, and content of every file of the index.

    The files depend on the set of records, not on their order. ``terms`` are what
    :func:`record_terms` made of records, by key, in this build or an earlier one; what is missing
    there is made here. ``segment_limit`` is the number of articles above which years get segments
    of their own.
    """
    known = terms or {}
    segments: list[Any] = []
    for segment in part(sorted(records, key=lambda record: record.key), segment_limit):
        manifest, files = _segment(segment, known)
        yield from files
        if segment.name == CURRENT:
            segments.append(manifest)
        else:
            segments.append(_name(file := _tagged(f"m/{segment.name}", compact(manifest))))
            yield file
    yield (names := _tagged("topics", compact(topic_names(records, topics))))
    yield (words := _tagged("words", compact(" ".join(sorted(own_first_letters())))))
    start = {
        "format": FORMAT,
        "words": _name(words),
        "topics": _name(names),
        "sources": {key: [sources[key].ar, sources[key].en] for key in sorted(sources)},
        "segments": segments,
    }
    yield _file("start", compact({"version": _tag(compact(start), 12), **start}))


def _segment(segment: Segment, known: Mapping[str, RecordTerms]) -> tuple[Any, list[File]]:
    """Return the manifest of a segment and all files that it names."""
    slots, size = assign_slots(record.key for record in segment.records)
    records = sorted(segment.records, key=lambda record: slots[record.key])
    documents = [_tagged(f"d/{segment.name}/{slots[r.key]}", literal(document(r))) for r in records]
    shards = list(cut_shards(_entries(records, slots, known)))
    terms = [
        _tagged(f"t/{segment.name}/{_letters(shard.prefix)}", literal_terms(*shard))
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


def _entries(
    records: Sequence[SearchRecord], slots: Mapping[str, int], known: Mapping[str, RecordTerms]
) -> list[Entry]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for record in records:
        slot = slots[record.key] << 5
        for term, impact in known.get(record.key) or record_terms(record):
            postings[term].append(slot | impact)
    return [Entry(term, encode_postings(postings[term])) for term in sorted(postings)]


def _letters(prefix: str) -> str:
    """Return a file name for a prefix that every file system and server takes as it is."""
    return ".".join(f"{ord(letter):x}" for letter in prefix) or "0"


def _tagged(name: str, literal_text: str) -> File:
    return _file(f"{name}-{_tag(literal_text, TAG_LENGTH)}", literal_text)


def _file(name: str, literal_text: str) -> File:
    return f"{FOLDER}/{name}.js", f'mujazSearch("{name}",{literal_text});\n'.encode()


def _name(file: File) -> str:
    """Return what a file calls itself, which is what it is asked for by."""
    return file[0].removeprefix(f"{FOLDER}/").removesuffix(".js")


def _tag_of(file: File) -> str:
    return _name(file)[-TAG_LENGTH:]


def _tag(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest(), "big")
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 36)
        digits.append(_DIGITS[digit])
    return "".join(digits)
