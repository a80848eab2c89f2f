"""What a feed lists: a channel and its entries, as plain texts and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.model import LANGUAGES
from generator.pages.values import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from generator.briefing import Briefing
    from generator.model import ArticleId, Language
    from generator.pages.renderer import Renderer

NEWEST = 30
"""Entries of a feed; older ones are on the site."""
UNDATED = "1970-01-01"
"""Atom demands a date of every entry; an article without one sorts last."""


@dataclass(frozen=True)
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

    @cached_property
    def digest(self) -> str:
        """Return what changes when anything of the entry does; many feeds list the same entry."""
        return digest(repr(self))

    @property
    def is_dated(self) -> bool:
        """Return whether its date is known."""
        return self.published != UNDATED


class Channel(NamedTuple):
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
    def digest(self) -> str:
        """Return what changes when anything of the feed does."""
        own = (self.path, self.language, self.title, self.description, self.base)
        return digest(repr((own, [entry.digest for entry in self.entries])))

    @property
    def updated(self) -> str:
        """Return the day of the newest entry: a rebuild alone is no news."""
        return max((entry.published for entry in self.entries), default=UNDATED)


def channels(renderer: Renderer) -> Iterator[Channel]:
    """Yield every feed of the site."""
    settings = renderer.settings
    for language in LANGUAGES:
        entry_of = cache(partial(_entry, renderer, language))
        name, about = settings.name.get(language), settings.description.get(language)
        for place, of, articles in _lists(renderer.linked, language):
            path = f"{language}/{place}"
            title = f"{of} · {name}" if of else name
            entries = tuple(map(entry_of, islice(articles, NEWEST)))
            yield Channel(path, language, title, about, settings.site_url, entries)


def _lists(
    briefing: Briefing, language: Language
) -> Iterator[tuple[str, str, Iterable[ArticleId]]]:
    """Yield what has a feed: its folder, its name and its articles, newest first."""
    yield "", "", briefing.articles
    for topic in briefing.topics.values():
        articles = (mention.article for mention in topic.mentions)
        yield f"topics/{topic.id}/", topic.topic.name.get(language), articles
    for found in briefing.sources.values():
        yield f"sources/{found.source.id}/", found.source.name.get(language), found.articles


def _entry(renderer: Renderer, language: Language, key: ArticleId) -> Entry:
    briefing, base = renderer.linked, renderer.settings.site_url
    article = briefing.articles[key]
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
