"""What a feed lists: a channel and its entries, as plain texts and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.briefing import BriefedArticle
    from generator.model import Language
    from generator.pages.renderer import Renderer

NEWEST = 30
"""Entries of a feed; older ones are on the site."""
UNDATED = "1970-01-01"
"""Atom demands a date of every entry; an article without one sorts last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in a feed. Texts are plain."""

    id: str
    url: str
    title: str
    title_language: Language
    summary: str
    summary_language: Language
    published: str
    """ISO date; :data:`UNDATED` where it is not known."""
    source: str
    """Name of the outlet, empty where unknown."""
    tags: tuple[str, ...]

    @property
    def is_dated(self) -> bool:
        """Return whether its date is known."""
        return self.published != UNDATED


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: of a language, a topic or a source."""

    path: str
    """Folder of the feed in the site, with a slash at its end: ``ar/topics/iran/``."""
    language: Language
    title: str
    description: str
    base: str
    """Absolute address of the site; empty where unknown, addresses are then relative to it."""
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """Return the day of the newest entry: a rebuild alone is no news."""
        return max((entry.published for entry in self.entries), default=UNDATED)


def channels(renderer: Renderer) -> Iterator[Channel]:
    """Yield every feed of the site."""
    briefing, settings = renderer.linked, renderer.settings
    for language in LANGUAGES:
        name = settings.name.get(language)
        about = settings.description.get(language)
        everything = briefing.articles.values()
        yield _channel(renderer, language, f"{language}/", name, about, everything)
        for topic in briefing.topics.values():
            mentions = (briefing.articles[mention.article] for mention in topic.mentions)
            title = f"{topic.topic.name.get(language)} · {name}"
            path = f"{language}/topics/{topic.id}/"
            yield _channel(renderer, language, path, title, about, mentions)
        for source in briefing.sources.values():
            articles = (briefing.articles[key] for key in source.articles)
            title = f"{source.source.name.get(language)} · {name}"
            path = f"{language}/sources/{source.source.id}/"
            yield _channel(renderer, language, path, title, about, articles)


def _channel(
    renderer: Renderer,
    language: Language,
    path: str,
    title: str,
    description: str,
    articles: Iterable[BriefedArticle],
) -> Channel:
    newest = [article for article, _ in zip(articles, range(NEWEST), strict=False)]
    entries = tuple(_entry(renderer, language, article) for article in newest)
    return Channel(path, language, title, description, renderer.settings.site_url, entries)


def _entry(renderer: Renderer, language: Language, article: BriefedArticle) -> Entry:
    briefing, base = renderer.linked, renderer.settings.site_url
    title, summary = article.titles[language], article.descriptions[language]
    source = briefing.sources.get(article.source) if article.source else None
    ui = renderer.interfaces[language]
    drafted = "draft" in (title.origin, summary.origin)
    return Entry(
        # An id that neither a move of the site nor a new title changes.
        id=f"urn:mujaz:{language}:articles:{article.id}",
        url=f"{base}{language}/articles/{article.id}/",
        title=title.text,
        title_language=title.language,
        summary=f"[{ui.t('origin.draft')}] {summary.text}" if drafted else summary.text,
        summary_language=summary.language,
        published=_day(article.published),
        source=source.source.name.get(language) if source else "",
        tags=tuple(
            briefing.topics[share.topic].topic.name.get(language)
            for share in article.topics[:10]
            if share.topic in briefing.topics
        ),
    )


def _day(published: date | None) -> str:
    return published.isoformat() if published else UNDATED
