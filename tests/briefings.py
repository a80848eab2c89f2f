"""Briefings for tests, made of plain text: articles with their outlet and day, and topics."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.analysis.anchors import sentence_anchors
from generator.analysis.dates import find_dates
from generator.analysis.mentions import build_matcher, find_mentions
from generator.analysis.numbers import find_numbers
from generator.analysis.quotes import find_quotes
from generator.edit import edit
from generator.findings import Analysis
from generator.link import link
from generator.model import Article, ArticleId, Bilingual, Content, Sidecar, Source, SourceId
from generator.pages.strings import load_interface
from tests.unit.documents import make_document, make_topics, script_of

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle, Briefing
    from generator.model import Language
    from generator.pages.strings import Interface

_HEAD = re.compile(r"== (?P<id>[\w-]+)(?: (?P<source>[a-z]+))?(?: (?P<day>\d{4}-\d\d-\d\d))?")
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def make_briefing(topics: str, articles: str) -> Briefing:
    """Return the briefing of articles that begin with a line such as ``== one sky 2025-01-17``.

    Outlet and day may be missing. The lines after it are paragraphs; there is no headline.
    """
    known = make_topics(topics)
    matcher = build_matcher(known.values())
    made: list[BriefedArticle] = []
    sources: dict[SourceId, Source] = {}
    for block in re.split(r"\n(?===)", articles.strip()):
        head, _, text = block.partition("\n")
        match = _HEAD.fullmatch(head)
        if match is None:
            raise ValueError(f"not an article's head: {head}")
        source = SourceId(match["source"]) if match["source"] else None
        day = date.fromisoformat(match["day"]) if match["day"] else None
        if source:
            sources[source] = Source(source, Bilingual(source, source))
        document = replace(make_document(text, language=script_of(text)), published=day)
        mentions = find_mentions(document, matcher)
        dates = find_dates(document)
        analysis = Analysis(
            document.language,
            document.cleaned,
            day,
            document.sentences,
            sentence_anchors(s.span.of(text) for s in document.sentences),
            (),
            (),
            mentions,
            dates,
            find_numbers(document, dates),
            find_quotes(document, mentions, known),
        )
        name = ArticleId(match["id"])
        article = Article(name, text, f"{name}.txt", "0" * 16, Sidecar(source=source))
        made.append(edit(article, analysis, {}, "key"))
    content = Content(tuple(a.article for a in made), known, sources, (), ())
    return link(content, made)


@cache
def interface(language: Language) -> Interface:
    """Return the words of a language."""
    return load_interface(language, [TEMPLATES])
