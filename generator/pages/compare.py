"""The page that lays sources side by side, and the line of time of the whole story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.compare import compare
from generator.edit import shorten
from generator.pages.page import Page, TocEntry
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle
    from generator.model import Language
    from generator.pages.renderer import Renderer
    from generator.pages.text_view import Piece

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


@dataclass(frozen=True, slots=True)
class Moment:
    """A sentence that speaks of a day."""

    article: BriefedArticle
    anchor: str | None
    pieces: tuple[Piece, ...]
    words: str
    """How the text puts the date."""
    why: str


def moments(renderer: Renderer) -> list[tuple[date, list[Moment]]]:
    """Return the days that articles speak of, oldest first; a sentence counts once a day."""
    found: dict[date, dict[tuple[str, int | None], Moment]] = defaultdict(dict)
    for article in renderer.briefing.articles.values():
        for mention in article.analysis.dates:
            if not mention.iso or len(mention.iso) != len("2025-01-17"):
                continue
            index = article.sentence_at(mention.span.start)
            anchor = None if index is None else article.anchors[index]
            pieces = () if index is None else sentence_pieces(article, index)
            words = mention.span.of(article.article.text)
            moment = Moment(article, anchor, pieces, words, mention.why)
            found[date.fromisoformat(mention.iso)].setdefault((article.id, index), moment)
    return [(day, list(found[day].values())) for day in sorted(found)]


def timeline_page(renderer: Renderer, language: Language) -> Page:
    """Return the line of time: every day that the articles speak of, with the sentences."""
    ui = renderer.interfaces[language]
    days = moments(renderer)
    body = renderer.render("timeline", f"{language}/timeline/", language, days=days)
    title = Text(ui.t("nav.timeline"), language, "source")
    return Page(title, shorten(ui.t("timeline.lead")), body)
