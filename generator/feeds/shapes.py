"""The shapes of the published data files. Their JSON Schemas are made from these types."""

from __future__ import annotations

from typing import TypedDict

from generator.briefing import Origin
from generator.model import ArticleId, Language, SourceId, TopicId, TopicKind


class InBoth(TypedDict):
    """A text or an address in both languages."""

    ar: str
    en: str


class TitleData(TypedDict):
    """A title as a page shows it."""

    text: str
    language: Language
    """Language that the text is in: that of the article where it is not translated."""
    origin: Origin
    """Who wrote it; `draft` is a machine's that nobody has reviewed."""


class TitlesData(TypedDict):
    """The title on the page of each language."""

    ar: TitleData
    en: TitleData


class SummarySentenceData(TypedDict):
    """A sentence of the machine's summary."""

    text: str
    span: list[int]
    """Start and end in the article's text, in code points."""
    anchor: str
    """Fragment of the article's page."""


class KeywordData(TypedDict):
    """A keyword, best first."""

    text: str
    topic: TopicId | None


class TopicShareData(TypedDict):
    """A topic of an article."""

    id: TopicId
    mentions: int
    """0 where an editor added the topic."""


class DateData(TypedDict):
    """A day, month or year that the article speaks of."""

    text: str
    iso: str


class NumberData(TypedDict):
    """A number with what it counts."""

    text: str
    value: float


class FactsData(TypedDict):
    """What the machine read out of the article as facts."""

    dates: list[DateData]
    numbers: list[NumberData]


class ArticleData(TypedDict):
    """One article."""

    id: ArticleId
    version: str
    """Changes when its text does."""
    language: Language
    urls: InBoth
    """Relative to the site's root."""
    titles: TitlesData
    published: str | None
    """YYYY-MM-DD."""
    source: SourceId | None
    url: str | None
    """Address of the original."""
    summary: list[SummarySentenceData]
    edited: dict[str, dict[str, str]]
    """By language and part, such as `summary`, a digest of an editor's text."""
    facts: FactsData
    keywords: list[KeywordData]
    topics: list[TopicShareData]
    related: list[ArticleId]


class ArticlesData(TypedDict):
    """The articles, newest first."""

    articles: list[ArticleData]


class SpellingData(TypedDict):
    """A spelling of a topic as it stands in the texts."""

    text: str
    count: int


class TopicData(TypedDict):
    """One topic that some article mentions."""

    id: TopicId
    kind: TopicKind
    names: InBoth
    parents: list[TopicId]
    wikidata: str | None
    urls: InBoth
    spellings: list[SpellingData]
    articles: list[ArticleId]


class TopicsData(TypedDict):
    """The topics, most mentioned first."""

    topics: list[TopicData]


class MentionData(TypedDict):
    """A place where an article names a topic."""

    topic: TopicId
    article: ArticleId
    text: str
    span: list[int]
    anchor: str | None
    """Fragment of the sentence on the article's page; null outside the sentences."""


class MentionsData(TypedDict):
    """Every mention of every topic."""

    mentions: list[MentionData]


class CountsData(TypedDict):
    """How much there is on the site."""

    articles: int
    topics: int
    sources: int
    pages: int
    errors: int
    warnings: int


class ProblemData(TypedDict):
    """A problem of the content that the site was built from."""

    path: str
    line: int
    message: str
    remedy: str
    severity: str


class BuildReport(TypedDict):
    """What a build made, and of what.

    No times and no paths of a machine: equal content, equal report.
    """

    generator: str
    """Name and version of the program."""
    counts: CountsData
    problems: list[ProblemData]
    inputs: dict[str, str]
    """Digest of everything that was read, by its path in the project; `mujaz` is the program."""
    pages: dict[str, str]
    """Digest of what each page shows, by its address."""
