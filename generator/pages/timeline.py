"""The line of time of all articles: the days that they speak of, with the sentences that do.

Where there are too many sentences for one page, each month has its own, and the first page lists
the days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from generator.briefing import Text
from generator.edit import shorten
from generator.moments import WHOLE
from generator.pages.page import Page, TocEntry
from generator.pages.pictures import story_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.briefing import BriefedArticle
    from generator.model import Language
    from generator.moments import Moment
    from generator.pages.renderer import Renderer

MANY = 150
"""Most sentences of one page."""
OF_ARTICLE = 4
"""Most sentences of one article shown with a day, a month or a year."""
MONTH = len("2025-01")

Said = dict[str, list["Moment"]]
"""What is said of each day, month or year, by ISO date."""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence cut at the words that name the day."""

    anchor: str | None
    before: str
    words: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What one article says of a day."""

    article: BriefedArticle
    ahead: bool
    """Whether it was published before that day."""
    sentences: tuple[SentenceView, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TimeView:
    """A day, a month or a year with the articles that speak of it."""

    iso: str
    articles: tuple[ArticleView, ...]


def timeline_page(renderer: Renderer, language: Language) -> Page:
    """Return the line of time: all that is said of days, or the list of days by month."""
    said = renderer.moments()
    days = {iso: found for iso, found in said.items() if len(iso) == WHOLE}
    longer = {iso: found for iso, found in said.items() if len(iso) < WHOLE}
    whole = _is_short(said)
    months = () if whole else _by_month(days)
    ui = renderer.interfaces[language]
    body = renderer.render(
        "timeline",
        f"{language}/timeline/",
        language,
        line=story_line(renderer, language),
        days=_views(days) if whole else (),
        months=[(date.fromisoformat(f"{m}-01"), m, _counted(found)) for m, found in months],
        longer=_views(longer, 1 if whole else 0),
        month=None,
    )
    shown = [("days", days), ("longer", longer)]
    toc = tuple(TocEntry(key, ui.t(f"timeline.{key}")) for key, found in shown if found)
    title = Text(ui.t("nav.timeline"), language, "source")
    return Page(title, shorten(ui.t("timeline.lead")), body, toc)


def month_page(renderer: Renderer, month: str, language: Language) -> Page:
    """Return what is said of the days of one month (``2025-01``)."""
    days = {iso: found for iso, found in renderer.moments().items() if _in(iso, month)}
    ui = renderer.interfaces[language]
    body = renderer.render(
        "timeline",
        f"{language}/timeline/{month}/",
        language,
        line=None,
        days=_views(days),
        months=(),
        longer=(),
        month=ui.iso_date(month),
    )
    title = Text(
        f"{ui.t('nav.timeline')}{ui.t('site.colon')} {ui.iso_date(month)}", language, "source"
    )
    return Page(title, shorten(ui.t("timeline.lead")), body)


def months_of(said: Said) -> list[str]:
    """Return the months that have a page of their own; none where one page holds all days."""
    if _is_short(said):
        return []
    return [month for month, _ in _by_month({i: f for i, f in said.items() if len(i) == WHOLE})]


def _is_short(said: Said) -> bool:
    return sum(map(len, said.values())) <= MANY


def _in(iso: str, month: str) -> bool:
    return len(iso) == WHOLE and iso[:MONTH] == month


def _by_month(days: Said) -> list[tuple[str, Said]]:
    groups = groupby(days, key=lambda iso: iso[:MONTH])
    return [(month, {iso: days[iso] for iso in isos}) for month, isos in groups]


def _counted(days: Said) -> list[tuple[date, int]]:
    return [
        (date.fromisoformat(iso), len({moment.article.id for moment in found}))
        for iso, found in days.items()
    ]


def _views(said: Mapping[str, Sequence[Moment]], most: int = OF_ARTICLE) -> list[TimeView]:
    return [
        TimeView(iso, tuple(_article(iso, list(of), most) for _, of in groupby(found, _name)))
        for iso, found in said.items()
    ]


def _name(moment: Moment) -> str:
    return moment.article.id


def _article(iso: str, found: Sequence[Moment], most: int) -> ArticleView:
    article = found[0].article
    ahead = bool(article.published and article.published.isoformat() < iso)
    shown = tuple(_sentence(moment) for moment in found[:most])
    return ArticleView(article, ahead and len(iso) == WHOLE, shown, len(found) - len(shown))


def _sentence(moment: Moment) -> SentenceView:
    article, index = moment.article, moment.sentence
    text, span, why = article.article.text, moment.mention.span, moment.mention.why
    if index is None:
        return SentenceView(None, "", span.of(text), "", why)
    sentence = article.analysis.sentences[index].span
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    return SentenceView(article.anchors[index], before, span.of(text), after, why)
