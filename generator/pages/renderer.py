"""The only place that makes HTML of articles: our own Jinja environment, autoescape always on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.cache import Cache
from generator.cache.code import code_digest
from generator.compare import ARTICLES, Comparison, compare
from generator.compiled import COMPILED
from generator.model import LANGUAGES
from generator.moments import days, moments, pages_of
from generator.pages.links import Links, other
from generator.pages.mentions import uses_of
from generator.pages.strings import Interface, direction, load_interface
from generator.pages.text_view import paragraphs
from generator.pages.tracking import DAYS, NAMES, PERIODS, Read, Reads, track
from generator.pages.values import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.analysis.mentions import TopicMatcher
    from generator.briefing import BriefedArticle, Briefing
    from generator.charts.line_of_time import Day
    from generator.config import Settings
    from generator.model import ArticleId, Language, Topic, TopicId
    from generator.moments import Said
    from generator.pages.mentions import TopicUses

K = TypeVar("K")
T = TypeVar("T")

_INDENTATION = re.compile(r"\n[ \t]+")


@dataclass(frozen=True)
class Renderer:
    """Renders the templates of ``templates/pages`` for one briefing."""

    settings: Settings
    linked: Briefing
    names: TopicMatcher
    reads: Reads = field(default_factory=Reads)
    """What the page that is being rendered reads of the briefing."""

    @cached_property
    def briefing(self) -> Briefing:
        """Return the briefing for pages: what they read of it is noted."""
        return track(self.linked, self.reads)

    @property
    def matcher(self) -> TopicMatcher:
        """Return what finds topics in editors' texts."""
        self.reads.note(NAMES)
        return self.names

    @cached_property
    def environment(self) -> Environment:
        """Return the environment: autoescape on, undefined names an error."""
        folders = [folder / "pages" for folder in self.settings.template_folders]
        environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
        )
        environment.globals |= {
            "briefing": self.briefing,
            "direction": direction,
            "languages": LANGUAGES,
            "other": other,
            "settings": self.settings,
        }
        return environment

    def warm_up(self) -> None:
        """Compile the templates and read the words now, before processes are forked."""
        for name in self.environment.list_templates(extensions=["jinja"]):
            self.environment.get_template(name)
        _ = self.interfaces

    @cached_property
    def interfaces(self) -> dict[Language, Interface]:
        """Return the interface words of each language."""
        settings = self.settings
        return {
            language: load_interface(language, settings.template_folders, settings.numerals)
            for language in LANGUAGES
        }

    def once(self, make: Callable[[K], T], most: int) -> Callable[[K], T]:
        """Return ``make`` with its last ``most`` results kept, for pages that show the same.

        Such are the two languages of a page, which are rendered one after the other. Whoever asks
        has read all that the result was made of.
        """

        @lru_cache(maxsize=most)
        def made(key: K) -> tuple[T, set[Read]]:
            with self.reads.noted() as reads:
                return make(key), reads

        def known(key: K) -> T:
            value, reads = made(key)
            self.reads.add(reads)
            return value

        return known

    @cached_property
    def text(self) -> Callable[[ArticleId], Markup]:
        """Return the function that gives an article's kept text as HTML."""

        def text(article: ArticleId) -> Markup:
            found = self.briefing.articles[article]
            url, language = f"ar/articles/{article}/", found.analysis.language
            return self.render("text", url, language, paragraphs=paragraphs(found))

        return self.once(text, 4)

    @cached_property
    def uses(self) -> Callable[[TopicId], TopicUses]:
        """Return the function that tells where a topic stands in the articles."""
        return self.once(lambda topic: uses_of(self.briefing.topics[topic], self.briefing), 4)

    @cached_property
    def said(self) -> Said:
        """Return what articles say of each day, month and year; nobody notes who reads it."""
        return moments(self.linked.articles.values())

    @cached_property
    def periods(self) -> dict[str, Said]:
        """Return :attr:`said` by page of the line of time; nobody notes who reads it."""
        return pages_of(self.said)

    def said_in(self, period: str) -> Said:
        """Return what articles say of the days of a period; the page that asks reads just that."""
        self.reads.note(f"{PERIODS}/{period}")
        return self.periods[period]

    def days(self) -> list[Day]:
        """Return the days that articles speak of, and how often; the page reads just that."""
        self.reads.note(f"{PERIODS}/{DAYS}")
        return days(self.said)

    @cached_property
    def comparison(self) -> Callable[[ArticleId], Comparison]:
        """Return the function that lays the sources of a story side by side, by the story's id.

        Comparisons are kept from build to build: several pages show something of every story.
        """
        settings = self.settings
        compared = {story: self._compared(story) for story in self.linked.stories}
        keys = {story: _key_of(*given) for story, given in compared.items()}
        cache = Cache(settings.cache, "compared", Comparison, settings.remembered("compared"))
        cache.prune(keys.values())

        def comparison(story: ArticleId) -> Comparison:
            articles, topics = compared[story]
            # Noted here, for through the proxies a question costs as much as its answer; and given
            # no more than what is noted.
            self.reads.note(f"stories/{story}", "articles")
            for article in articles:
                self.reads.note(f"articles/{article.id}", "digest")
            for topic in sorted({share.topic for a in articles for share in a.topics}):
                self.reads.note(f"topics/{topic}", "topic")
            found = cache.get(keys[story])
            if found is None:
                found = compare(articles, topics)
                cache.put(keys[story], found)
            return found

        return self.once(comparison, 64)

    def _compared(self, story: ArticleId) -> tuple[list[BriefedArticle], dict[TopicId, Topic]]:
        """Return what a comparison is made of: articles, and the topics that they name."""
        linked = self.linked
        articles = [linked.articles[key] for key in linked.stories[story].articles[:ARTICLES]]
        named = sorted({share.topic for article in articles for share in article.topics})
        return articles, {t: linked.topics[t].topic for t in named if t in linked.topics}

    def render(self, template: str, url: str, language: Language, **context: Any) -> Markup:
        """Return the HTML of ``templates/pages/<template>.html.jinja`` for the page at ``url``."""
        found = self.environment.get_template(f"{template}.html.jinja")
        ui = self.interfaces[language]
        to = Links(url, language)
        html = found.render(ui=ui, to=to, language=language, **context)
        # The templates' indentation is for those who write them; it is a tenth of a page.
        return Markup(_INDENTATION.sub("\n", html))  # noqa: S704 - from an autoescaping environment


def _key_of(articles: Iterable[BriefedArticle], topics: Mapping[TopicId, Topic]) -> str:
    """Return the key that a comparison of the articles is kept under."""
    code = code_digest("arabic", "compare")
    return digest("\0".join((code, *(f"{a.id} {a.digest}" for a in articles), repr(topics))))
