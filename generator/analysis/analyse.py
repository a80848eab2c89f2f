"""The analysis of one article: a pure function of its text, its sidecar and the topics."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.analysis.anchors import sentence_anchors
from generator.analysis.dates import find_dates, stated_publication_date
from generator.analysis.keywords import extract_keywords
from generator.analysis.mentions import find_mentions
from generator.analysis.numbers import find_numbers
from generator.analysis.prepare import prepare
from generator.analysis.quotes import find_quotes
from generator.analysis.summary import summarise
from generator.errors import ContentError, Problem
from generator.findings import Analysis
from generator.model import Sidecar

if TYPE_CHECKING:
    from datetime import date

    from generator.analysis.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Input:
    """One text to analyse."""

    text: str
    name: str
    """How messages call it: the article's path, or the id of a record."""
    sidecar: Sidecar = field(default_factory=Sidecar)
    published: date | None = None
    summary_sentences: int | None = None


_SAMPLE = "وقع الرئيس الاتفاق في موسكو.\n\nوقال الوزير يوم الثلاثاء إن “الاتفاق مهم جدا للبلدين”."


def warm_up(knowledge: Knowledge) -> None:
    """Load every table that an analysis uses, so that processes forked from this one share them."""
    analyse(Input(_SAMPLE, "sample"), knowledge)


def analyse(given: Input, knowledge: Knowledge) -> Analysis:
    """Read everything out of one article.

    Raises :class:`ContentError` where nothing of the text is an article.
    """
    published = given.published or given.sidecar.published
    document = prepare(given.text, given.sidecar, knowledge.sources, published)
    cleaned = document.cleaned
    if not cleaned.body:
        raise ContentError(
            Problem(
                given.name,
                0,
                "nothing of the text is an article: all of it is page furniture",
                "Paste the article itself into the file, or delete the file",
            )
        )
    if published is None:
        published = stated_publication_date(document.text, cleaned.cuts)
        document = replace(document, published=published)
    mentions = find_mentions(document, knowledge.matcher)
    dates = find_dates(document)
    return Analysis(
        language=document.language,
        cleaned=cleaned,
        published=published,
        sentences=document.sentences,
        anchors=sentence_anchors(s.span.of(given.text) for s in document.sentences),
        summary=summarise(document, mentions, given.summary_sentences),
        keywords=extract_keywords(document, mentions, knowledge.topics),
        mentions=mentions,
        dates=dates,
        numbers=find_numbers(document, dates),
        quotes=find_quotes(document, mentions, knowledge.topics),
    )
