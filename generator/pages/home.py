"""The home page of a language, the choice of language at the root, and the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.edit import origin_of
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page

if TYPE_CHECKING:
    from generator.model import Language
    from generator.pages.renderer import Renderer

LATEST = 12
TOP_TOPICS = 24


def home_page(renderer: Renderer, language: Language) -> Page:
    """Return the home page: what is new and which topics matter."""
    briefing, settings = renderer.briefing, renderer.settings
    url = f"{language}/"
    override = briefing.home.get(language)
    linker = make_linker(renderer, url, language)
    body = renderer.render(
        "home",
        url,
        language,
        articles=list(briefing.articles.values())[:LATEST],
        topics=list(briefing.topics.values())[:TOP_TOPICS],
        sections=[
            (s, render_markdown(s.markdown, linker))
            for s in (override.sections if override else ())
        ],
        origin=origin_of(override) if override else None,
    )
    title = (override and override.title) or settings.name.get(language)
    description = (override and override.description) or settings.description.get(language)
    return Page(Text(title, language, "editor"), description, body)


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
