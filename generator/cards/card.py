"""What the card of a page says, and where it goes."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.briefing import Text
from generator.cache.code import code_digest
from generator.edit import shorten
from generator.model import ArticleId, SourceId, TopicId
from generator.pages.links import other

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle, BriefedSource, BriefedTopic
    from generator.model import Language
    from generator.pages.renderer import Renderer

FONT: Final = Path(__file__).resolve().parent / "semibold.ttf"
SIZE: Final = (1200, 630)
"""Pixels; the proportion that Open Graph's readers show whole."""
FOLDER: Final = "assets/cards"
"""Folder of the site that cards go to."""
TITLE_LENGTH: Final = 180
"""Characters of a title that are drawn: four or five lines."""
SIDE_LENGTH: Final = 90
SECTIONS: Final = ("articles", "topics", "timeline", "compare", "sources", "search")


class Card(NamedTuple):
    """The words on a card, plain; equal cards are one file."""

    language: Language
    """Which side the words begin at."""
    site: str
    kicker: str
    title: str
    below: str = ""
    """What stands under the title, in small."""

    @property
    def alt(self) -> str:
        """Return the words for those who do not see the card."""
        return " · ".join(filter(None, (self.title, self.kicker, self.site)))

    @property
    def path(self) -> str:
        """Return where the card is in the site: a name that changes with what it shows."""
        words = hashlib.sha256(f"{_drawing()}\n{self!r}".encode()).hexdigest()
        return f"{FOLDER}/{words[:20]}.png"


@cache
def _drawing() -> str:
    """Return what all cards depend on besides their words."""
    font = hashlib.sha256(FONT.read_bytes()).hexdigest()
    return f"{code_digest('cards')} {font} {version('pillow')}"


def card_of(renderer: Renderer, language: Language, section: str, key: str | None) -> Card | None:
    """Return the card of a page; None where the site draws none.

    ``key`` is the id of what the page is about. Pages of no section that cards know, such as
    hand-written ones, share that of the home page.
    """
    drawn, briefing = renderer.settings.share_images, renderer.briefing
    if drawn == "none" or not renderer.settings.site_url:
        return None
    if drawn == "all" and key:
        if section == "articles":
            return _article(renderer, language, briefing.articles[ArticleId(key)])
        if section == "topics":
            return _topic(renderer, language, briefing.topics[TopicId(key)])
        return _source(renderer, language, briefing.sources[SourceId(key)])
    if section in SECTIONS:
        return _section(renderer, language, section)
    return _home(renderer, language)


def _article(renderer: Renderer, language: Language, article: BriefedArticle) -> Card:
    title = article.titles[language]
    # A title that is not translated has one card, in its own language, on the pages of both.
    ui = renderer.interfaces[title.language]
    source = renderer.briefing.sources.get(article.source) if article.source else None
    facts = [
        *([source.source.name.get(title.language)] if source else ()),
        *([ui.date(article.published)] if article.published else ()),
    ]
    return _card(renderer, title, " · ".join(facts) or ui.t("search.kind_article"))


def _topic(renderer: Renderer, language: Language, topic: BriefedTopic) -> Card:
    override, name = topic.overrides.get(language), topic.topic.name
    title = (override and override.title) or name.get(language)
    kicker = renderer.interfaces[language].t(f"kind.{topic.topic.kind}")
    return _card(renderer, Text(title, language, "editor"), kicker, name.get(other(language)))


def _source(renderer: Renderer, language: Language, source: BriefedSource) -> Card:
    override, name = source.overrides.get(language), source.source.name
    title = (override and override.title) or name.get(language)
    kicker = renderer.interfaces[language].t("search.kind_source")
    return _card(renderer, Text(title, language, "editor"), kicker, name.get(other(language)))


def _section(renderer: Renderer, language: Language, section: str) -> Card:
    title = renderer.interfaces[language].t(f"nav.{section}")
    about = renderer.settings.description.get(language)
    return _card(renderer, Text(title, language, "source"), "", about)


def _home(renderer: Renderer, language: Language) -> Card:
    override = renderer.briefing.home.get(language)
    settings = renderer.settings
    title = (override and override.title) or settings.name.get(language)
    about = (override and override.description) or settings.description.get(language)
    return _card(renderer, Text(title, language, "editor"), "", about)


def _card(renderer: Renderer, title: Text, kicker: str, below: str = "") -> Card:
    site = renderer.settings.name.get(title.language)
    return Card(
        title.language,
        shorten(site, SIDE_LENGTH),
        shorten(kicker, SIDE_LENGTH),
        shorten(" ".join(title.text.split()), TITLE_LENGTH) or site,
        shorten(below, TITLE_LENGTH),
    )
