"""The list of all pages of a briefing, each with what it depends on; nothing is rendered yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.model import LANGUAGES
from generator.pages.articles import article_page, articles_page
from generator.pages.compare import compare_page
from generator.pages.digests import Digests, digest
from generator.pages.home import home_page, root_page, search_page
from generator.pages.links import other
from generator.pages.page import PlannedPage
from generator.pages.sources import source_page, sources_page
from generator.pages.timeline import timeline_page
from generator.pages.topics import topic_page, topics_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Language
    from generator.pages.page import Page
    from generator.pages.renderer import Renderer


def plan_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """Yield every generated page of the site."""
    briefing = renderer.briefing
    seen = Digests(briefing, renderer.matcher.fingerprint)
    yield PlannedPage("", "ar", "en/", digest("root"), "", partial(root_page, renderer))
    for language in LANGUAGES:
        add = partial(_planned, language)
        yield add("", "home", seen.everything, partial(home_page, renderer, language))
        yield add(
            "articles/", "articles", seen.everything, partial(articles_page, renderer, language)
        )
        yield add("topics/", "topics", seen.everything, partial(topics_page, renderer, language))
        yield add("sources/", "sources", seen.everything, partial(sources_page, renderer, language))
        yield add(
            "timeline/", "timeline", seen.everything, partial(timeline_page, renderer, language)
        )
        yield add("compare/", "compare", seen.everything, partial(compare_page, renderer, language))
        yield add("search/", "search", digest("search"), partial(search_page, renderer, language))
    for article in briefing.articles.values():
        for language in LANGUAGES:
            render = partial(article_page, renderer, article, language)
            path = f"articles/{article.id}/"
            yield _planned(language, path, "articles", seen.of_article(article), render)
    for topic in briefing.topics.values():
        for language in LANGUAGES:
            render = partial(topic_page, renderer, topic, language)
            path = f"topics/{topic.id}/"
            yield _planned(language, path, "topics", seen.of_topic(topic), render)
    for source in briefing.sources.values():
        for language in LANGUAGES:
            render = partial(source_page, renderer, source, language)
            path = f"sources/{source.source.id}/"
            yield _planned(language, path, "sources", seen.of_source(source), render)


def _planned(
    language: Language, path: str, section: str, inputs: str, render: Callable[[], Page]
) -> PlannedPage:
    return PlannedPage(
        f"{language}/{path}", language, f"{other(language)}/{path}", inputs, section, render
    )
