"""What a project holds: articles, topics, sources and what editors say, frozen and typed.

All offsets are Unicode code points of :attr:`Article.text`, half open: ``text[start:end]`` is what
stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, NewType

from generator.errors import Problem

ArticleId = NewType("ArticleId", str)
"""Lower-case ASCII slug from the article's file name; stable for ever."""
TopicId = NewType("TopicId", str)
"""Lower-case ASCII slug from the topic's file name."""
SourceId = NewType("SourceId", str)
"""Lower-case ASCII slug, a key of ``sources.yml``."""

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")

TopicKind = Literal["person", "place", "organisation", "country", "agreement", "theme", "event"]


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this span covers."""
        return text[self.start : self.end]


# --- load -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a short text in both languages; either may be unknown (empty)."""

    ar: str = ""
    en: str = ""

    def get(self, language: Language) -> str:
        """Return the text in ``language``, empty where unknown."""
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What an editor states about an article beside its text (``<id>.yml``)."""

    title: str | None = None
    source: SourceId | None = None
    url: str | None = None
    """Address of the original; None where unknown."""
    published: date | None = None
    published_reason: Bilingual = field(default_factory=Bilingual)
    """Why that date, where the article itself does not print one."""
    byline: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One raw article, decoded, before any analysis."""

    id: ArticleId
    text: str
    """Whole text: ``\\n`` line ends, no control or bidi characters."""
    path: str
    """Relative to the project folder, printable."""
    version: str
    """First 16 hex digits of the SHA-256 of :attr:`text`: the version that overrides refer to."""
    sidecar: Sidecar = field(default_factory=Sidecar)


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, place, theme … that has its own page (``content/topics/<id>.yml``)."""

    id: TopicId
    kind: TopicKind
    name: Bilingual
    aliases_ar: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    parents: tuple[TopicId, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names or aliases that count only where another one of the topic stands in the article or, of
    an event with several parents, where the sentence names them all."""
    wikidata: str | None = None

    def names(self) -> tuple[str, ...]:
        """Return every name and alias, both languages, first the names; without repeats."""
        everything = (self.name.ar, self.name.en, *self.aliases_ar, *self.aliases_en)
        return tuple(dict.fromkeys(name for name in everything if name))


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet (an entry of ``content/sources.yml``)."""

    id: SourceId
    name: Bilingual
    url: str | None = None
    signatures: tuple[str, ...] = ()
    """How it signs in text, in credit lines such as ``المصدر: سكاي نيوز عربية``."""


SectionKind = Literal["summary", "key-facts", "translation", "background", "note"]
PageSection = Literal["articles", "topics", "sources", "home"]


@dataclass(frozen=True, slots=True)
class OverrideSection:
    """One second-level heading of an override with the Markdown under it."""

    kind: SectionKind
    heading: str
    """As the editor wrote it; shown for notes."""
    markdown: str
    line: int
    """Line of the heading in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a machine says about the draft of an article that it has written."""

    digest: str
    """Of what the machine wrote (see :mod:`generator.translate.draft`); another one means that
    somebody has been at it since."""
    memory: tuple[str, ...] = ()
    """Sentences that the translation memory supplied, as their anchors, and ``title``."""
    untranslated: tuple[str, ...] = ()
    """Sentences that stand there in Arabic, as their anchors, and ``title``."""


@dataclass(frozen=True, slots=True)
class Override:
    """An editor's corrections to one page (``content/overrides/<lang>/<section>/<id>.md``)."""

    language: Language
    section: PageSection
    id: str
    path: str
    title: str | None = None
    description: str | None = None
    published: date | None = None
    topics_add: tuple[TopicId, ...] = ()
    topics_remove: tuple[TopicId, ...] = ()
    keywords_add: tuple[str, ...] = ()
    keywords_remove: tuple[str, ...] = ()
    origin: str = "editor"
    """``editor``, or ``machine: NAME`` for a draft nobody has reviewed."""
    source: str | None = None
    """:attr:`Article.version` that the editor wrote against."""
    source_lines: tuple[str, ...] = ()
    """Digests of that version's lines (see :mod:`generator.versions`); empty where not kept."""
    hidden: bool = False
    merged_into: ArticleId | None = None
    """The article that takes the place of this one, whose page then leads there."""
    lead: ArticleId | None = None
    """On the home page: the article to read first, instead of the newest one."""
    draft: Draft | None = None
    """What ``mujaz translate`` keeps about its own drafts."""
    sections: tuple[OverrideSection, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether a machine wrote it and nobody has reviewed it."""
        return self.origin != "editor"

    @property
    def machine(self) -> str:
        """Return the name of the machine that wrote it, empty where an editor did."""
        return self.origin.partition(": ")[2]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a project's ``content/`` holds, checked; what is broken is only in the problems."""

    articles: tuple[Article, ...]
    """By id."""
    topics: Mapping[TopicId, Topic]
    sources: Mapping[SourceId, Source]
    overrides: tuple[Override, ...]
    """By path."""
    problems: tuple[Problem, ...]
    """By path and line."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """New page of each renamed one, both as ``articles/<id>``."""

    def overrides_by_article(self) -> dict[ArticleId, dict[Language, Override]]:
        """Return the overrides of each article that has any, by language."""
        found: dict[ArticleId, dict[Language, Override]] = {}
        for override in self.overrides:
            if override.section == "articles":
                found.setdefault(ArticleId(override.id), {})[override.language] = override
        return found
