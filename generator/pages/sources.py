"""The page of a source and the list of all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.edit import origin_of, shorten
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.months import by_month
from generator.pages.page import Page

if TYPE_CHECKING:
    from generator.briefing import BriefedSource
    from generator.model import Language
    from generator.pages.renderer import Renderer

TOP_TOPICS = 15


def source_page(renderer: Renderer, source: BriefedSource, language: Language) -> Page:
    """Return the page of one outlet."""
    url = f"{language}/sources/{source.source.id}/"
    override = source.overrides.get(language)
    linker = make_linker(renderer, url, language)
    name = (override and override.title) or source.source.name.get(language)
    articles = [renderer.briefing.articles[key] for key in source.articles]
    counts = Counter({s.topic: 0 for a in articles for s in a.topics})
    for article in articles:
        counts.update({share.topic: share.count for share in article.topics})
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:TOP_TOPICS]
    body = renderer.render(
        "source",
        url,
        language,
        source=source,
        months=by_month(articles, renderer.interfaces[language]),
        topics=[
            (renderer.briefing.topics[key], n) for key, n in top if key in renderer.briefing.topics
        ],
        sections=[
            (s, render_markdown(s.markdown, linker, language))
            for s in (override.sections if override else ())
        ],
        origin=origin_of(override) if override else None,
        heading=name,
    )
    count = renderer.interfaces[language].count("articles", len(articles))
    description = (override and override.description) or f"{name} — {count}"
    return Page(Text(name, language, "editor"), shorten(description), body)


def sources_page(renderer: Renderer, language: Language) -> Page:
    """Return the list of all outlets."""
    ui = renderer.interfaces[language]
    unsourced = [
        a for a in renderer.briefing.articles.values() if a.source not in renderer.briefing.sources
    ]
    known = sorted(
        renderer.briefing.sources.values(), key=lambda s: (-len(s.articles), s.source.id)
    )
    body = renderer.render(
        "sources",
        f"{language}/sources/",
        language,
        sources=[(s, [renderer.briefing.articles[key] for key in s.articles]) for s in known],
        unsourced=by_month(unsourced, ui),
    )
    return Page(Text(ui.t("nav.sources"), language, "source"), shorten(ui.t("lists.sources")), body)
