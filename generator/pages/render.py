"""Renders planned pages on all cores; a page that can't be rendered costs only itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.errors import Problem
from generator.metadata.head import page_head
from generator.metadata.subject import Described
from generator.pages.page import RenderedPage
from generator.parallel import run_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pages.page import PlannedPage
    from generator.pages.renderer import Renderer

FEW = 100
"""Pages that are rendered here: for so few, a second process costs more than it saves."""


def render_pages(
    renderer: Renderer, pages: Sequence[PlannedPage], workers: int | None
) -> Iterator[tuple[PlannedPage, RenderedPage | Problem]]:
    """Yield each planned page with what it became."""
    wanted = 0 if len(pages) <= FEW else workers
    if wanted != 0:
        renderer.warm_up()
    outcomes = run_all(partial(_render, renderer), pages, wanted)
    for page, outcome in zip(pages, outcomes, strict=True):
        if outcome.error is None:
            yield page, outcome.value
        else:
            yield page, _problem(page, outcome.error)


def _render(renderer: Renderer, page: PlannedPage) -> RenderedPage:
    with renderer.reads.noted() as reads:
        made = page.render()
        described = Described(
            page.url, page.language, page.partner, page.section, made.title, made.description
        )
        made = made._replace(head=page_head(renderer, described))
        return RenderedPage(made, frozenset(reads))


def _problem(page: PlannedPage, error: str) -> Problem:
    return Problem(
        page.path,
        0,
        f"the page could not be rendered ({error})",
        "If the project has templates of its own, look at them first; else report it",
    )
