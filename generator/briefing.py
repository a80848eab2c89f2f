"""The linked briefing: articles, topics and sources as the pages show them, in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.findings import Analysis, Keyword
    from generator.model import (
        Article,
        ArticleId,
        Language,
        Override,
        Source,
        SourceId,
        Span,
        Topic,
        TopicId,
    )
    from generator.versions import Changes

Origin = Literal["source", "machine", "editor", "draft"]
"""Who wrote a piece of text; ``draft`` is a machine's that nobody has reviewed."""


class Text(NamedTuple):
    """A short text as shown, with the language it is in and who wrote it."""

    text: str
    language: Language
    origin: Origin


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How much an article has to do with a topic."""

    topic: TopicId
    count: int
    """Mentions in the kept text; 0 where an editor added the topic."""


class Related(NamedTuple):
    """Another article and the topics that tie it to this one, strongest first."""

    article: ArticleId
    shared: tuple[TopicId, ...]


class BriefedArticle(NamedTuple):
    """One article with everything that its pages show."""

    article: Article
    analysis: Analysis
    analysis_key: str
    """Changes with the text, its sidecar, or anything else that the analysis depends on."""
    digest: str
    """Changes with the text, its analysis, or its overrides."""
    titles: Mapping[Language, Text]
    descriptions: Mapping[Language, Text]
    overrides: Mapping[Language, Override]
    stale: Mapping[Language, Changes]
    """What has changed since the override of a language was written; no entry where nothing."""
    published: date | None
    source: SourceId | None
    topics: tuple[TopicShare, ...]
    """Most mentioned first."""
    keywords: tuple[Keyword, ...]
    related: tuple[Related, ...] = ()

    @property
    def id(self) -> ArticleId:
        """Return the article's id."""
        return self.article.id

    @property
    def anchors(self) -> tuple[str, ...]:
        """Return the fragment id of each sentence."""
        return self.analysis.anchors

    @property
    def outlet(self) -> Text | None:
        """Return the outlet that the text names, where it names one."""
        line, language = self.analysis.cleaned.source, self.analysis.language
        return Text(line.text, language, "source") if line else None

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that covers ``offset``, None outside the body."""
        low, high = 0, len(self.analysis.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.analysis.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        found = low < len(self.analysis.sentences)
        return low if found and self.analysis.sentences[low].span.start <= offset else None


class TopicMention(NamedTuple):
    """An article that mentions a topic and the sentences that do."""

    article: ArticleId
    sentences: tuple[int, ...]
    """Indexes into the article's sentences; empty where an editor added the topic."""
    spans: tuple[Span, ...]


class Companion(NamedTuple):
    """A topic that appears in the same articles, and in how many of the same sentences."""

    topic: TopicId
    articles: int
    sentences: int


class BriefedTopic(NamedTuple):
    """One topic with everything that its pages show."""

    topic: Topic
    overrides: Mapping[Language, Override]
    mentions: tuple[TopicMention, ...]
    """Newest article first."""
    spellings: tuple[tuple[str, int], ...]
    """Surface forms seen in the articles with their counts, most frequent first."""
    companions: tuple[Companion, ...]
    ties: tuple[tuple[TopicId, TopicId, int], ...] = ()
    """Companions that appear together, and how strongly: the binary digits of how many sentences.

    So coarse that it seldom changes, and with it the pages of all topics that the two go with.
    """
    children: tuple[TopicId, ...] = ()
    """Topics that this one is a parent of, most mentioned first."""

    @property
    def id(self) -> TopicId:
        """Return the topic's id."""
        return self.topic.id


class BriefedSource(NamedTuple):
    """One outlet with its articles, newest first."""

    source: Source
    overrides: Mapping[Language, Override]
    articles: tuple[ArticleId, ...]


class Story(NamedTuple):
    """Articles of several sources about the same things."""

    id: ArticleId
    """The id of the article that began it."""
    articles: tuple[ArticleId, ...]
    """Newest first; undated ones last."""
    topics: tuple[TopicId, ...]
    """What it is about, most telling first."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole site's content, before any HTML."""

    articles: Mapping[ArticleId, BriefedArticle]
    """Newest first; undated ones last, then by id."""
    topics: Mapping[TopicId, BriefedTopic]
    """Topics that some article mentions, most mentioned first."""
    sources: Mapping[SourceId, BriefedSource]
    home: Mapping[Language, Override]
    stories: Mapping[ArticleId, Story] = field(default_factory=dict)
    """By the id of the article that began it; that with the newest article first."""
