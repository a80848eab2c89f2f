"""The pages that lay sources side by side: one a story, and the list of the stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.charts.coverage import coverage
from generator.edit import shorten
from generator.pages.page import Page, TocEntry
from generator.pages.side_by_side import Sides

if TYPE_CHECKING:
    from generator.briefing import Story
    from generator.model import ArticleId, Language
    from generator.pages.renderer import Renderer

RICH = 12
"""Stories that the list shows with what differs in them; older ones have a line each."""


def compare_page(renderer: Renderer, language: Language) -> Page:
    """Return the comparison of the only story, or the list of all of them."""
    stories = renderer.briefing.stories
    if len(stories) == 1:
        return _comparison(renderer, next(iter(stories.values())), f"{language}/compare/", language)
    ui = renderer.interfaces[language]
    body = renderer.render(
        "stories",
        f"{language}/compare/",
        language,
        stories=[
            (story, story_name(renderer, story, language), number < RICH)
            for number, story in enumerate(stories.values())
        ],
        sides=Sides(renderer, language),
    )
    title = Text(ui.t("nav.compare"), language, "source")
    return Page(title, shorten(ui.t("compare.lead")), body)


def story_page(renderer: Renderer, story: ArticleId, language: Language) -> Page:
    """Return the comparison of one story of several."""
    found = renderer.briefing.stories[story]
    return _comparison(renderer, found, f"{language}/compare/{story}/", language)


def story_name(renderer: Renderer, story: Story, language: Language) -> str:
    """Return what a story is about: an agreement or an event, else its first two topics."""
    topics = [renderer.briefing.topics[topic] for topic in story.topics]
    one = [t for t in topics[:12] if t.topic.kind in ("agreement", "event")]
    names = [t.topic.name.get(language) for t in (one[:1] or topics[:2])]
    return renderer.interfaces[language].t("site.list_separator").join(names)


def _comparison(renderer: Renderer, story: Story, url: str, language: Language) -> Page:
    ui, comparison = renderer.interfaces[language], renderer.comparison(story.id)
    heading = ui.t("compare.heading", name=story_name(renderer, story, language))
    topics = renderer.briefing.topics
    counts = [(topics[t], [len(cell) for cell in row]) for t, row in comparison.coverage.rows]
    body = renderer.render(
        "compare",
        url,
        language,
        comparison=comparison,
        story=story,
        heading=heading,
        sides=Sides(renderer, language),
        picture=coverage(counts, comparison.coverage, ui, language),
    )
    shown = [
        ("differ", comparison.differences),
        ("facts", comparison.numbers or comparison.dates),
        ("wording", comparison.wordings),
        ("speakers", comparison.speakers),
        ("coverage", comparison.coverage.rows),
    ]
    toc = tuple(TocEntry(key, ui.t(f"compare.{key}")) for key, rows in shown if rows)
    return Page(Text(heading, language, "source"), shorten(ui.t("compare.lead")), body, toc)
