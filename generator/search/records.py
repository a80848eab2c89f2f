"""What search knows about one page, as the pages stage hands it over."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model import Language, SourceId, TopicId

RecordKind = Literal["article", "topic", "source"]
KINDS: tuple[RecordKind, ...] = ("article", "topic", "source")


class SearchSentence(NamedTuple):
    """A sentence that a result can show and lead to."""

    text: str
    anchor: str
    """Fragment id of its place on the page."""
    language: Language


class SearchRecord(NamedTuple):
    """One thing that can be found: an article, a topic or a source, in both languages."""

    key: str
    """Section and id, such as ``articles/duma-ratifies``; unique and stable for ever."""
    kind: RecordKind
    urls: Mapping[Language, str]
    """Its pages, relative to the root of the site: ``ar/articles/duma-ratifies/``."""
    titles: Mapping[Language, tuple[str, Language]]
    """The title shown on pages of a language, and the language that title is in."""
    published: str | None = None
    """ISO date."""
    source: SourceId | None = None
    topics: tuple[TopicId, ...] = ()
    aliases: tuple[str, ...] = ()
    """Every name and alias of its topics (of a topic: its own), in both languages."""
    lead: tuple[str, ...] = ()
    """Summary texts, best first."""
    sentences: tuple[SearchSentence, ...] = ()
    """The body, and the sentences of its translation where there is one."""


class Findable(NamedTuple):
    """A record that need not be made where all that is made of it is known already."""

    key: str
    kind: RecordKind
    published: str | None
    source: SourceId | None
    topics: tuple[TopicId, ...]
    digest: str
    """Equal digests mean equal records."""
    make: Callable[[], SearchRecord]


def findable(record: SearchRecord, digest: str | None = None) -> Findable:
    """Return a record that is made already; ``digest`` where it is known."""
    return Findable(
        record.key,
        record.kind,
        record.published,
        record.source,
        record.topics,
        digest or hashlib.sha256(repr(record).encode()).hexdigest(),
        lambda: record,
    )
