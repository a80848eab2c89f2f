"""The list of all pages of a briefing; nothing is rendered yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from generator.model import LANGUAGES
from generator.pages.articles import article_page, articles_page
from generator.pages.compare import compare_page, story_page
from generator.pages.home import home_page, root_page, search_page
from generator.pages.links import other
from generator.pages.page import PlannedPage
from generator.pages.sources import source_page, sources_page
from generator.pages.timeline import period_page, timeline_page
from generator.pages.topics import topic_page, topics_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.model import Language
    from generator.pages.page import Page
    from generator.pages.renderer import Renderer

_SINGLE: Final[Mapping[str, Callable[[Renderer, Language], Page]]] = {
    "": home_page,
    "articles/": articles_page,
    "topics/": topics_page,
    "sources/": sources_page,
    "timeline/": timeline_page,
    "compare/": compare_page,
    "search/": search_page,
}
"""The pages that a language has one of, by their path."""


def plan_pages(renderer: Renderer) -> Iterator[PlannedPage]:
    """Yield every generated page of the site."""
    briefing = renderer.briefing
    yield PlannedPage("", "ar", "en/", "", partial(root_page, renderer))
    for language in LANGUAGES:
        for path, render in _SINGLE.items():
            section = path.rstrip("/") or "home"
            yield _planned(language, path, section, partial(render, renderer, language))
    for period in filter(None, renderer.periods):
        yield from _both(f"timeline/{period}/", partial(period_page, renderer, period))
    for story in briefing.stories.values() if len(briefing.stories) > 1 else ():
        yield from _both(f"compare/{story.id}/", partial(story_page, renderer, story.id))
    for article in briefing.articles.values():
        yield from _both(f"articles/{article.id}/", partial(article_page, renderer, article))
    for topic in briefing.topics.values():
        yield from _both(f"topics/{topic.id}/", partial(topic_page, renderer, topic))
    for source in briefing.sources.values():
        yield from _both(f"sources/{source.source.id}/", partial(source_page, renderer, source))


def _both(path: str, render: Callable[[Language], Page]) -> Iterator[PlannedPage]:
    section = path.partition("/")[0]
    for language in LANGUAGES:
        yield _planned(language, path, section, partial(render, language))


def _planned(
    language: Language, path: str, section: str, render: Callable[[], Page]
) -> PlannedPage:
    return PlannedPage(f"{language}/{path}", language, f"{other(language)}/{path}", section, render)
