"""The way of one article through the whole program, in this process and without a disk."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.analyse import Input, analyse
from generator.analysis.knowledge import Knowledge
from generator.analysis.mentions import build_matcher
from generator.config import Settings
from generator.edit import edit
from generator.errors import ContentError
from generator.feeds.files import machine_files
from generator.link import link
from generator.load.articles import text_of
from generator.load.limits import DEFAULTS
from generator.load.override_file import Place, read_override
from generator.load.refused import Refused, Report
from generator.load.targets import Targets
from generator.model import Article, ArticleId, Bilingual, Content, Sidecar, Topic, TopicId
from generator.pages.articles import article_page
from generator.pages.renderer import Renderer
from generator.search.index import index_files
from generator.search.stage import search_records
from generator.versions import version_of

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle
    from generator.model import Override, PageSection
    from generator.pages.page import Page

TOPIC = Topic(TopicId("harbour"), "organisation", Bilingual("بلدية المرفأ", "Harbour Council"))
NAME = ArticleId("one")


class Made(NamedTuple):
    """What became of an article."""

    article: BriefedArticle
    pages: dict[str, Page]
    """Its page in each language."""
    search: dict[str, bytes]
    machines: dict[str, bytes]
    """Data files, and the feeds of the English site."""


@cache
def _knowledge() -> Knowledge:
    topics = {TOPIC.id: TOPIC}
    return Knowledge(topics, {}, build_matcher(topics.values()))


@cache
def _settings() -> Settings:
    words = Bilingual("موجز", "Briefing")
    return Settings(Path(__file__).parent, words, words, site_url="https://briefing.example/")


@cache
def empty_renderer() -> Renderer:
    """Return the renderer of a briefing without articles."""
    return Renderer(_settings(), link(_content((), ()), ()), _knowledge().matcher)


def _content(articles: tuple[Article, ...], overrides: tuple[Override, ...]) -> Content:
    return Content(articles, {TOPIC.id: TOPIC}, {}, overrides, ())


def read(data: bytes, suffix: str = ".txt") -> str | None:
    """Return the text of a file, or None where it is refused with a message."""
    try:
        return text_of(data, suffix)
    except Refused:
        return None


def override_of(text: str) -> Override | None:
    """Return the English override that ``text`` holds, None where it is refused with a message."""
    report = Report("content/overrides/en/articles/one.md")
    names: dict[PageSection, set[str]] = {
        "articles": {NAME}, "topics": {TOPIC.id}, "sources": set(), "home": set(),
    }  # fmt: skip
    try:
        found = read_override(
            text,
            Place("en", "articles", NAME, report.path),
            report,
            Targets(names, names),
            DEFAULTS,
        )
    except Refused:
        return None
    return found if report.sound else None


def publish(text: str, override: Override | None = None) -> Made | None:
    """Return the pages and the index of an article, None where there is no article in the text."""
    article = Article(NAME, text, "content/articles/one.txt", version_of(text), Sidecar())
    try:
        analysis = analyse(Input(text, article.path, article.sidecar), _knowledge())
    except ContentError:
        return None
    overrides = {override.language: override} if override else {}
    edited = edit(article, analysis, overrides, "key")
    briefing = link(_content((article,), tuple(overrides.values())), [edited])
    renderer = Renderer(_settings(), briefing, _knowledge().matcher)
    renderer.__dict__["interfaces"] = empty_renderer().interfaces
    briefed = briefing.articles[NAME]
    pages = {language: article_page(renderer, briefed, language) for language in ("ar", "en")}
    names = {TOPIC.id: TOPIC.name}
    search = {f.path: f.make() for f in index_files(list(search_records(briefing)), names, {})[0]}
    files = machine_files(renderer, (), {})
    machines = {f.path: f.make() for f in files if f.path.startswith(("data/", "en/feed."))}
    return Made(briefed, pages, search, machines)
