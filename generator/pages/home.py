"""The home page of a language, the choice of language at the root, and the search page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.edit import origin_of
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page
from generator.pages.pictures import bars_now, story_line
from generator.pages.side_by_side import Sides

if TYPE_CHECKING:
    from generator.compare.difference import Difference
    from generator.model import Language
    from generator.pages.renderer import Renderer

LATEST = 8
DIFFERENCES = 3
STORIES = 5
"""Stories that are asked for differences, the newest."""


def home_page(renderer: Renderer, language: Language) -> Page:
    """Return the home page: what happened, what to read first, which topics matter."""
    briefing, settings = renderer.briefing, renderer.settings
    url = f"{language}/"
    override = briefing.home.get(language)
    linker = make_linker(renderer, url, language)
    title = (override and override.title) or settings.name.get(language)
    description = (override and override.description) or settings.description.get(language)
    articles = list(briefing.articles.values())
    chosen = briefing.articles.get(override.lead) if override and override.lead else None
    lead = chosen or (articles[0] if articles else None)
    body = renderer.render(
        "home",
        url,
        language,
        story=story_line(renderer, language),
        topics_now=bars_now(renderer, language),
        lead=lead,
        chosen=chosen is not None,
        articles=list(islice((a for a in articles if a is not lead), LATEST)),
        differences=_differences(renderer),
        sides=Sides(renderer, language),
        sections=[
            (s, render_markdown(s.markdown, linker, language))
            for s in (override.sections if override else ())
        ],
        origin=origin_of(override) if override else None,
        heading=title,
        about=description,
    )
    return Page(Text(title, language, "editor"), description, body)


def _differences(renderer: Renderer) -> tuple[Difference, ...]:
    """Return the most telling differences of the newest story that has any."""
    for story in islice(renderer.briefing.stories, STORIES):
        found = renderer.comparison(story).differences
        if found:
            return found[:DIFFERENCES]
    return ()


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
