"""Small bars: the topics that matter now, by how often the newest articles name them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from generator.briefing import BriefedArticle, BriefedTopic, Briefing
    from generator.model import Language, TopicId
    from generator.pages.strings import Interface

PERIODS = (7, 30, 90, 365)
"""Days before the newest article that can be “now”: the shortest that holds enough articles."""
ENOUGH = 3


class Bar(NamedTuple):
    """A topic and how often it is named."""

    topic: BriefedTopic
    mentions: int
    articles: int
    length: float
    """In hundredths of the longest."""
    new: bool
    """Whether no earlier article names it."""


class Bars(NamedTuple):
    """The drawing."""

    title: str
    bars: tuple[Bar, ...]
    since: date | None
    """First day of the period; None where all articles count."""


def topics_now(briefing: Briefing, ui: Interface, language: Language, most: int = 7) -> Bars:
    """Return the topics that the newest articles name most, counted from the newest article."""
    since, newest, earlier = _newest(list(briefing.articles.values()))
    counts = _mentions(newest, briefing.topics)
    before = set(_mentions(earlier, briefing.topics))
    articles = Counter(s.topic for a in newest for s in a.topics if s.topic in counts)
    order = sorted(counts, key=lambda t: (-articles[t], -counts[t], t))
    shown = sorted(order[:most], key=lambda t: (-counts[t], -articles[t], t))
    longest = max((counts[t] for t in shown), default=1)
    bars = tuple(
        Bar(
            briefing.topics[t],
            counts[t],
            articles[t],
            round(100 * counts[t] / longest, 1),
            bool(earlier) and t not in before,
        )
        for t in shown
    )
    return Bars(_title(bars, ui, language), bars, since)


def _newest(
    articles: Sequence[BriefedArticle],
) -> tuple[date | None, list[BriefedArticle], list[BriefedArticle]]:
    """Return the first day of “now”, the articles from then on, and the ones before."""
    days = [a.published for a in articles if a.published]
    for period in PERIODS if days else ():
        since = max(days) - timedelta(days=min(period, max(days).toordinal() - 1))
        newest = [a for a in articles if a.published and a.published >= since]
        if len(newest) >= ENOUGH and len(newest) < len(articles):
            return since, newest, [a for a in articles if not a.published or a.published < since]
    return None, list(articles), []


def _mentions(
    articles: Sequence[BriefedArticle], topics: Mapping[TopicId, BriefedTopic]
) -> Counter[TopicId]:
    counts: Counter[TopicId] = Counter()
    for article in articles:
        for share in article.topics:
            if share.count and share.topic in topics:
                counts[share.topic] += share.count
    return counts


def _title(bars: Sequence[Bar], ui: Interface, language: Language) -> str:
    if not bars:
        return ui.t("charts.bars_none")
    first = bars[0]
    return ui.t(
        "charts.bars_most",
        topic=first.topic.topic.name.get(language),
        times=ui.count("times", first.mentions),
        articles=ui.count("in_articles", first.articles),
    )
