"""The page that lays sources side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.compare import compare
from generator.edit import shorten
from generator.pages.page import Page, TocEntry

if TYPE_CHECKING:
    from generator.model import Language
    from generator.pages.renderer import Renderer

COLUMNS = 12
"""Most articles compared: more columns than that, nobody reads."""


def compare_page(renderer: Renderer, language: Language) -> Page:
    """Return the comparison of the newest articles by source."""
    ui = renderer.interfaces[language]
    newest = list(renderer.briefing.articles.values())[:COLUMNS]
    comparison = compare(renderer.briefing, newest)
    body = renderer.render("compare", f"{language}/compare/", language, comparison=comparison)
    shown = [
        ("numbers", comparison.numbers),
        ("dates", comparison.dates),
        ("wording", comparison.wordings),
        ("speakers", comparison.speakers),
        ("coverage", comparison.topics),
    ]
    toc = tuple(TocEntry(key, ui.t(f"compare.{key}")) for key, rows in shown if rows)
    title = Text(ui.t("nav.compare"), language, "source")
    return Page(title, shorten(ui.t("compare.lead")), body, toc)
