"""The shape of the analysis record, one type for each object in it; its schema is made from them.

Spans are ``[start, end]``, half open, in Unicode code points of the text as given.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from generator.model import Language, SourceId, TopicId

RecordCutKind = Literal[
    "furniture", "related", "tags", "source-line", "byline", "pull-quote", "embedded-article",
    "other",
]  # fmt: skip


class TitleShape(TypedDict):
    """The headline."""

    text: str
    origin: Literal["sidecar", "source", "derived"]
    """Given with the text, found in it, or made of a piece of its lead."""
    span: list[int] | None


class BylineShape(TypedDict):
    """Who wrote it."""

    text: str
    span: list[int] | None


class SourceShape(TypedDict):
    """Who published it."""

    id: SourceId | None
    text: str
    span: list[int] | None


class CutShape(TypedDict):
    """A piece of the text that is not the article."""

    span: list[int]
    kind: RecordCutKind
    rule: str
    """Name of the rule that took it."""


class SentenceShape(TypedDict):
    """A sentence of the body."""

    span: list[int]
    kind: Literal["sentence", "subhead"]


class SummaryShape(TypedDict):
    """A sentence of the summary."""

    span: list[int]
    text: str
    score: float
    parts: dict[str, float]
    """Named shares of the score."""


class KeywordShape(TypedDict):
    """A keyword, or a topic by its name."""

    text: str
    score: float
    topic: TopicId | None
    spans: list[list[int]]
    """Where it stands, without proclitics."""


class MentionShape(TypedDict):
    """A place that names a topic."""

    topic: TopicId
    span: list[int]
    text: str


class DateShape(TypedDict):
    """A time expression."""

    span: list[int]
    text: str
    iso: str | None
    """A year, month or day; null where it can't be known."""
    why: str


class NumberShape(TypedDict):
    """A number and what it counts."""

    span: list[int]
    text: str
    value: float
    unit: str | None


class SpeakerShape(TypedDict):
    """Who says a quotation."""

    text: str
    topic: TopicId | None


class QuoteShape(TypedDict):
    """Words between quotation marks, without the marks."""

    span: list[int]
    text: str
    speaker: SpeakerShape | None
    verb: str | None


class RecordShape(TypedDict):
    """Everything read out of one text."""

    id: Any
    """As given."""
    language: Language
    title: TitleShape
    byline: BylineShape | None
    source: SourceShape | None
    published: str | None
    body: list[list[int]]
    """Paragraphs kept, in order."""
    cuts: list[CutShape]
    sentences: list[SentenceShape]
    summary: list[SummaryShape]
    """In source order."""
    keywords: list[KeywordShape]
    """Best first."""
    mentions: list[MentionShape]
    dates: list[DateShape]
    numbers: list[NumberShape]
    quotes: list[QuoteShape]
