"""What is read out of one article: frozen, typed values with their places in the source.

Offsets are those of :mod:`generator.model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from generator.model import Language, SourceId, Span, TopicId

CutKind = Literal[
    "furniture", "related", "tags", "source-line", "byline", "pull-quote", "embedded-article",
    "caption", "timestamp", "comments", "advert", "placeholder", "other",
]  # fmt: skip


class Cut(NamedTuple):
    """A piece of the text that is not the article, and the rule that says so."""

    span: Span
    kind: CutKind
    rule: str
    """Name of the rule, a stable slug such as ``share-line``."""


class Located(NamedTuple):
    """A piece of the text with its place; ``span`` is None where an editor or a rule made it."""

    text: str
    span: Span | None


class Title(NamedTuple):
    """The headline and where it comes from."""

    text: str
    origin: Literal["sidecar", "source", "derived"]
    span: Span | None


class SourceLine(NamedTuple):
    """Who published the article, as read from the text."""

    id: SourceId | None
    text: str
    span: Span | None


class Cleaned(NamedTuple):
    """An article taken apart: what is its text, what is not."""

    title: Title
    byline: Located | None
    source: SourceLine | None
    body: tuple[Span, ...]
    """Paragraphs kept, in order."""
    cuts: tuple[Cut, ...]


class Sentence(NamedTuple):
    """A sentence or a subhead of the body."""

    span: Span
    kind: Literal["sentence", "subhead"]
    paragraph: int
    """Index into :attr:`Cleaned.body`."""


class SummarySentence(NamedTuple):
    """A sentence of the source chosen for the summary, and why."""

    span: Span
    score: float
    parts: Mapping[str, float]
    """Named shares of the score, for “why this sentence”."""


class Keyword(NamedTuple):
    """A keyword as it stands in the text, or the name of a topic."""

    text: str
    score: float
    topic: TopicId | None
    spans: tuple[Span, ...]


class Mention(NamedTuple):
    """A place where a topic is named; the span covers the name without its proclitics."""

    topic: TopicId
    span: Span


class DateMention(NamedTuple):
    """A time expression and what it resolves to."""

    span: Span
    iso: str | None
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None where it can't be known."""
    why: str
    """Stable slug of the reason, such as ``explicit``, ``weekday-before-publication``."""


class NumberMention(NamedTuple):
    """A number with what it counts."""

    span: Span
    value: float
    unit: str | None


class Speaker(NamedTuple):
    """Who says a quotation."""

    text: str
    topic: TopicId | None


class Quote(NamedTuple):
    """Words that the article puts between quotation marks, and who says them."""

    span: Span
    """The quoted words without their quotation marks."""
    speaker: Speaker | None
    verb: str | None


class Analysis(NamedTuple):
    """Everything read out of one article."""

    language: Language
    cleaned: Cleaned
    published: date | None
    sentences: tuple[Sentence, ...]
    anchors: tuple[str, ...]
    """Fragment id of each sentence: a hash of its words, so that it lasts."""
    summary: tuple[SummarySentence, ...]
    keywords: tuple[Keyword, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[NumberMention, ...]
    quotes: tuple[Quote, ...]


Record = dict[str, Any]
"""The analysis record of DESIGN section 10, ready for JSON."""
