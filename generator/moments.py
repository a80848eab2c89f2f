"""The days that articles speak of, each with the sentences that do."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.charts.line_of_time import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.briefing import BriefedArticle, BriefedTopic, Briefing
    from generator.findings import DateMention
    from generator.model import Language

WHOLE = len("2025-01-17")
"""Length of a date of which the day is known."""
MONTH, YEAR = len("2025-01"), len("2025")
MANY = 80
"""Most sentences of one page."""
MODERN = "2000"
"""Years before this one share the page of their decade: few articles speak of each."""

Said = dict[str, list["Moment"]]
"""What is said of each day, month or year, by ISO date."""


class Moment(NamedTuple):
    """A sentence that speaks of a day, a month or a year."""

    article: BriefedArticle
    sentence: int | None
    """Index into the article's sentences; None where the date stands outside of them."""
    mention: DateMention

    def quoted(self) -> Quoted:
        """Return the sentence as pages show it."""
        article, span = self.article, self.mention.span
        text, language = article.article.text, article.analysis.language
        if self.sentence is None:
            return Quoted(None, language, "", span.of(text), "", self.mention.why)
        start, end = article.analysis.sentences[self.sentence].span
        before, after = text[start : span.start], text[span.end : end]
        anchor = article.anchors[self.sentence]
        return Quoted(anchor, language, before, span.of(text), after, self.mention.why)


class Quoted(NamedTuple):
    """A sentence cut at the words that name the day."""

    anchor: str | None
    language: Language
    before: str
    words: str
    after: str
    why: str


def moments(articles: Iterable[BriefedArticle]) -> Said:
    """Return what is said of each day, month and year, by ISO date, oldest first.

    A sentence counts once for each.
    """
    found: dict[str, dict[tuple[str, int | None], Moment]] = defaultdict(dict)
    for article in articles:
        for mention in article.analysis.dates:
            if mention.iso:
                index = article.sentence_at(mention.span.start)
                found[mention.iso].setdefault((article.id, index), Moment(article, index, mention))
    return {iso: list(found[iso].values()) for iso in sorted(found)}


def periods_of(said: Said) -> dict[str, Said]:
    """Return what is said by decade (``199x``), year or month: as much as one page holds.

    Empty where one page holds all.
    """
    if sum(map(len, said.values())) <= MANY:
        return {}
    years = Counter(iso[:YEAR] for iso, found in said.items() for _ in found)
    periods: dict[str, Said] = {}
    for iso, found in said.items():
        period = iso[: MONTH if years[iso[:YEAR]] > MANY else YEAR]
        if iso < MODERN:
            period = f"{iso[:3]}x"
        periods.setdefault(period, {})[iso] = found
    return {period: periods[period] for period in sorted(periods)}


def pages_of(said: Said) -> dict[str, Said]:
    """Return what each page of the line of time holds, by period; one without a name holds all."""
    return periods_of(said) or {"": said}


def days(said: Mapping[str, Sequence[Moment]]) -> list[Day]:
    """Return the days among ``said`` with how many articles speak of them, oldest first."""
    return [_day(date.fromisoformat(iso), found) for iso, found in said.items() if _is_day(iso)]


def days_of_topic(topic: BriefedTopic, briefing: Briefing) -> list[Day]:
    """Return the days that the sentences about a topic speak of."""
    said: dict[str, list[Moment]] = defaultdict(list)
    for mention in topic.mentions:
        article, sentences = briefing.articles[mention.article], set(mention.sentences)
        for iso, found in moments([article]).items():
            said[iso] += [moment for moment in found if moment.sentence in sentences]
    return days({iso: said[iso] for iso in sorted(said) if said[iso]})


def _day(day: date, found: Iterable[Moment]) -> Day:
    articles = {moment.article.id: moment.article for moment in found}.values()
    ahead = sum(bool(a.published and a.published < day) for a in articles)
    return Day(day, ahead, len(articles) - ahead)


def _is_day(iso: str) -> bool:
    return len(iso) == WHOLE
