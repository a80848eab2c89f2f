"""The whole program on one screen: from a project folder to pages and files, nothing written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.mentions import build_matcher
from generator.analysis.stage import analyse_all
from generator.cache import Cache
from generator.cards.stage import plan_cards
from generator.edit import edit, is_listed, override_problems
from generator.feeds.account import build_report
from generator.feeds.data import to_json
from generator.feeds.files import machine_files
from generator.link import link
from generator.load.project import load_content
from generator.load.strict_yaml import ParsedYaml
from generator.moves import find_moves
from generator.pages.plan import plan_pages
from generator.pages.previews import preview_files
from generator.pages.renderer import Renderer
from generator.planned import ready_file
from generator.search.stage import search_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.cards.card import Card
    from generator.config import Settings
    from generator.errors import Problem
    from generator.model import Content
    from generator.pages.page import PlannedPage
    from generator.planned import PlannedFile
    from generator.report import Report


class Site(NamedTuple):
    """Everything that will be published, apart from the shell and hand-written pages."""

    content: Content
    renderer: Renderer
    pages: tuple[PlannedPage, ...]
    files: tuple[PlannedFile, ...]
    """What is not a page: the search index, feeds and data."""
    cards: dict[str, Card]
    """Words of each share image by its path in the site; drawn only where they are new."""

    def account(self, digests: Mapping[str, str], problems: Iterable[Problem]) -> PlannedFile:
        """Return ``build-report.json``; ``digests`` are those of the pages, by path."""
        made = {page.url: digests[page.path] for page in self.pages if page.path in digests}
        report = build_report(self.renderer, self.content, made, problems)
        return ready_file("build-report.json", to_json(report))


def assemble(settings: Settings, report: Report) -> Site:
    """Load, analyse, edit, link and plan a project; problems go into the report.

    Raises :class:`~generator.errors.ContentError` only where there is no content to read.
    """
    with report.stage("load") as stage:
        parsed = Cache(settings.cache, "yaml", ParsedYaml, settings.remembered("yaml"))
        content = load_content(settings.root, settings.limits, settings.remembered("html"), parsed)
        report.add(content.problems)
        stage.count = len(content.articles)
    matcher = build_matcher(content.topics.values())
    with report.stage("analyse") as stage:
        analyses = analyse_all(content, matcher, settings, stage)
        report.add(analyses.problems)
    with report.stage("edit") as stage:
        overrides = content.overrides_by_article()
        edited = [
            edit(article, analysis, overrides.get(article.id, {}), key)
            for article, analysis, key in analyses.results
        ]
        report.add(problem for article in edited for problem in override_problems(article))
        stage.count = sum(len(article.overrides) for article in edited)
    with report.stage("link") as stage:
        moves = find_moves(content)
        report.add(moves.problems)
        visible = [a for a in edited if is_listed(a, moves.targets)]
        briefing = link(content, visible)
        stage.count = len(briefing.topics)
    with report.stage("pages") as stage:
        renderer = Renderer(settings, briefing, matcher)
        pages = tuple(plan_pages(renderer))
        stage.count = len(pages)
    with report.stage("search") as stage:
        files, problems = search_files(renderer, stage)
        report.add(problems)
    with report.stage("data") as stage:
        files += preview_files(renderer)
        files += machine_files(renderer, pages, moves.targets)
        stage.count = len(files)
    listed = tuple({file.path: file for file in files}.values())
    return Site(content, renderer, pages, listed, plan_cards(renderer, pages))
