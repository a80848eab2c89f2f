"""The list of all pages of a briefing, each with what it depends on; nothing is rendered yet."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from generator.model import LANGUAGES
from generator.pages.articles import article_page, articles_page
from generator.pages.home import home_page, root_page, search_page
from generator.pages.links import other
from generator.pages.page import PlannedPage
from generator.pages.sources import source_page, sources_page
from generator.pages.topics import topic_page, topics_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Language
    from generator.pages.page import Page
    from generator.pages.renderer import Renderer


def plan_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """Yield every generated page of the site."""
    briefing = renderer.briefing
    everything = _digest(
        *(a.digest for a in briefing.articles.values()), *map(repr, briefing.home.values())
    )
    topics = {key: _digest(repr((t.topic, t.overrides))) for key, t in briefing.topics.items()}
    sources = _digest(repr([s.source for s in briefing.sources.values()]))
    yield PlannedPage(
        "", "ar", "", _digest("root", repr(renderer.settings)), "", partial(root_page, renderer)
    )
    for language in LANGUAGES:
        add = partial(_planned, language)
        yield add("", "home", everything, partial(home_page, renderer, language))
        yield add("articles/", "articles", everything, partial(articles_page, renderer, language))
        yield add(
            "topics/", "topics", everything + sources, partial(topics_page, renderer, language)
        )
        yield add(
            "sources/", "sources", everything + sources, partial(sources_page, renderer, language)
        )
        yield add("search/", "search", "", partial(search_page, renderer, language))
        for article in briefing.articles.values():
            shown = [topics.get(s.topic, "") for s in article.topics]
            related = [briefing.articles[r.article].digest for r in article.related]
            digest = _digest(article.digest, sources, *shown, *related, repr(article.related))
            render = partial(article_page, renderer, article, language)
            yield add(f"articles/{article.id}/", "articles", digest, render)
        for topic in briefing.topics.values():
            mentions = [briefing.articles[m.article].digest for m in topic.mentions]
            digest = _digest(topics[topic.id], sources, *mentions, repr(topic.companions))
            render = partial(topic_page, renderer, topic, language)
            yield add(f"topics/{topic.id}/", "topics", digest, render)
        for source in briefing.sources.values():
            digests = [briefing.articles[key].digest for key in source.articles]
            digest = _digest(repr(source), *digests)
            render = partial(source_page, renderer, source, language)
            yield add(f"sources/{source.source.id}/", "sources", digest, render)


def _planned(
    language: Language, path: str, section: str, digest: str, render: Callable[[], Page]
) -> PlannedPage:
    return PlannedPage(
        f"{language}/{path}", language, f"{other(language)}/{path}", digest, section, render
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
