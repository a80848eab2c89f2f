"""The line of time of the whole story: every day that articles speak of, with the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.edit import shorten
from generator.moments import WHOLE, moments
from generator.pages.page import Page
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle
    from generator.model import Language
    from generator.moments import Moment
    from generator.pages.renderer import Renderer
    from generator.pages.text_view import Piece


@dataclass(frozen=True, slots=True)
class MomentView:
    """A sentence that speaks of a day."""

    article: BriefedArticle
    anchor: str | None
    pieces: tuple[Piece, ...]
    words: str
    """How the text puts the date."""
    why: str


def timeline_page(renderer: Renderer, language: Language) -> Page:
    """Return the line of time: every day that the articles speak of, with the sentences."""
    ui = renderer.interfaces[language]
    said = moments(renderer.briefing.articles.values())
    days = [
        (date.fromisoformat(iso), [_view(moment) for moment in found])
        for iso, found in said.items()
        if len(iso) == WHOLE
    ]
    body = renderer.render("timeline", f"{language}/timeline/", language, days=days)
    title = Text(ui.t("nav.timeline"), language, "source")
    return Page(title, shorten(ui.t("timeline.lead")), body)


def _view(moment: Moment) -> MomentView:
    article, index = moment.article, moment.sentence
    return MomentView(
        article,
        None if index is None else article.anchors[index],
        () if index is None else sentence_pieces(article, index),
        moment.mention.span.of(article.article.text),
        moment.mention.why,
    )
