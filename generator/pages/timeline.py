"""The line of time of all articles: the days that they speak of, with the sentences that do.

Where there are too many sentences for one page, each year or month has its own, and the first page
lists the days.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.briefing import Text
from generator.edit import shorten
from generator.moments import WHOLE
from generator.pages.page import Page, TocEntry
from generator.pages.pictures import story_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.briefing import BriefedArticle
    from generator.model import Language
    from generator.moments import Moment, Quoted, Said
    from generator.pages.renderer import Renderer
    from generator.pages.strings import Interface

OF_ARTICLE = 4
"""Most sentences of one article shown with a day, a month or a year."""
ARTICLES = 8
"""Most articles shown with a day, a month or a year, where each page holds a part of all."""


class ArticleView(NamedTuple):
    """What one article says of a day."""

    article: BriefedArticle
    ahead: bool
    """Whether it was published before that day."""
    sentences: tuple[Quoted, ...]
    more: int


class TimeView(NamedTuple):
    """A day, a month or a year with the articles that speak of it."""

    iso: str
    articles: tuple[ArticleView, ...]
    more: int
    """Articles that are not shown."""


def timeline_page(renderer: Renderer, language: Language) -> Page:
    """Return the line of time: all that is said of days, or the list of days by month."""
    days = renderer.days()
    periods = {period: said for period, said in renderer.periods.items() if period}
    shown = {} if periods else renderer.said_in("")
    ui = renderer.interfaces[language]
    body = renderer.render(
        "timeline",
        f"{language}/timeline/",
        language,
        line=story_line(renderer, language),
        days=_views(renderer, _days(shown)),
        longer=_views(renderer, _longer(shown), 1),
        periods=[(p, _label(p, ui), _counted(_days(found))) for p, found in periods.items()],
        period=None,
        heading=ui.t("nav.timeline"),
    )
    longer = any(not _days(found) for found in periods.values()) or _longer(shown)
    headings = [("days", days), ("longer", longer)]
    toc = tuple(TocEntry(key, ui.t(f"timeline.{key}")) for key, found in headings if found)
    title = Text(ui.t("nav.timeline"), language, "source")
    return Page(title, shorten(ui.t("timeline.lead")), body, toc)


def period_page(renderer: Renderer, period: str, language: Language) -> Page:
    """Return what is said of the days, months and years of one of :func:`periods_of`."""
    said = renderer.said_in(period)
    ui = renderer.interfaces[language]
    name = f"{ui.t('nav.timeline')}{ui.t('site.colon')} {_label(period, ui)}"
    body = renderer.render(
        "timeline",
        f"{language}/timeline/{period}/",
        language,
        line=None,
        days=_views(renderer, _days(said), 2, ARTICLES),
        longer=_views(renderer, _longer(said), 1, ARTICLES),
        periods=(),
        period=_label(period, ui),
        heading=name,
    )
    return Page(Text(name, language, "source"), shorten(ui.t("timeline.lead")), body)


def _label(period: str, ui: Interface) -> str:
    if period.endswith("x"):
        return ui.digits(f"{period[:3]}0–{period[:3]}9")
    return ui.iso_date(period)


def _days(said: Said) -> Said:
    return {iso: found for iso, found in said.items() if len(iso) == WHOLE}


def _longer(said: Said) -> Said:
    return {iso: found for iso, found in said.items() if len(iso) < WHOLE}


def _counted(days: Said) -> list[tuple[date, int]]:
    return [
        (date.fromisoformat(iso), len({moment.article.id for moment in found}))
        for iso, found in days.items()
    ]


def _views(
    renderer: Renderer,
    said: Mapping[str, Sequence[Moment]],
    sentences: int = OF_ARTICLE,
    most: int | None = None,
) -> list[TimeView]:
    views = []
    for iso, found in said.items():
        articles = [list(of) for _, of in groupby(found, _name)]
        shown = tuple(_article(renderer, iso, of, sentences) for of in articles[:most])
        views.append(TimeView(iso, shown, len(articles) - len(shown)))
    return views


def _name(moment: Moment) -> str:
    return moment.article.id


def _article(renderer: Renderer, iso: str, found: Sequence[Moment], most: int) -> ArticleView:
    article = renderer.briefing.articles[found[0].article.id]
    ahead = bool(article.published and article.published.isoformat() < iso)
    shown = tuple(moment.quoted() for moment in found[:most])
    return ArticleView(article, ahead and len(iso) == WHOLE, shown, len(found) - len(shown))
