"""The home page of a language, the choice of language at the root, and the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.compare import compare
from generator.edit import origin_of
from generator.pages.compare import COLUMNS, moments
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page

if TYPE_CHECKING:
    from datetime import date

    from generator.briefing import BriefedTopic
    from generator.model import Language
    from generator.pages.compare import Moment
    from generator.pages.renderer import Renderer

LATEST = 8
TOP_TOPICS = 18
STORY_DAYS = 7
"""Dots on the line of time: as many as fit a phone's width."""
DIFFERENCES = 3


def home_page(renderer: Renderer, language: Language) -> Page:
    """Return the home page: what happened, what to read first, which topics matter."""
    briefing, settings = renderer.briefing, renderer.settings
    url = f"{language}/"
    override = briefing.home.get(language)
    linker = make_linker(renderer, url, language)
    title = (override and override.title) or settings.name.get(language)
    description = (override and override.description) or settings.description.get(language)
    articles = list(briefing.articles.values())
    topics = list(briefing.topics.values())[:TOP_TOPICS]
    body = renderer.render(
        "home",
        url,
        language,
        story=_story(renderer),
        lead=articles[0] if articles else None,
        articles=articles[1 : LATEST + 1],
        topics=[(topic, _count(topic)) for topic in topics],
        most=max(map(_count, topics), default=1),
        wordings=compare(briefing, articles[:COLUMNS]).wordings[:DIFFERENCES],
        sections=[
            (s, render_markdown(s.markdown, linker))
            for s in (override.sections if override else ())
        ],
        origin=origin_of(override) if override else None,
        heading=title,
        about=description,
    )
    return Page(Text(title, language, "editor"), description, body)


def _story(renderer: Renderer) -> list[tuple[date, Moment, int]]:
    """Return the days most spoken of, oldest first, each with a sentence and how many there are."""
    days = moments(renderer)
    most = sorted(days, key=lambda day: (-len(day[1]), day[0]))[:STORY_DAYS]
    return [(day, found[0], len(found)) for day, found in sorted(most, key=lambda d: d[0])]


def _count(topic: BriefedTopic) -> int:
    return sum(count for _, count in topic.spellings)


def root_page(renderer: Renderer) -> Page:
    """Return the page at ``/`` where the reader chooses a language."""
    name = renderer.settings.name
    body = renderer.render("root", "", "ar")
    return Page(
        Text(f"{name.ar} · {name.en}", "ar", "editor"), renderer.settings.description.ar, body
    )


def search_page(renderer: Renderer, language: Language) -> Page:
    """Return the page of search results, which the browser fills."""
    ui = renderer.interfaces[language]
    body = renderer.render("search", f"{language}/search/", language)
    return Page(Text(ui.t("nav.search"), language, "source"), ui.t("nav.search"), body)
