"""Addresses of pages, and the relative links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import LANGUAGES

if TYPE_CHECKING:
    from generator.model import ArticleId, Language, SourceId, TopicId


def other(language: Language) -> Language:
    """Return the other language."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


class Links(NamedTuple):
    """Relative links from one page; templates call it ``to``.

    Relative links let the site live under any address and under ``file://``.
    """

    url: str
    """Address of the page that links, relative to the site's root."""
    language: Language

    @property
    def root(self) -> str:
        """Return the link to the site's root, ``./`` from the root itself."""
        return "../" * self.url.count("/") or "./"

    def page(self, path: str = "") -> str:
        """Return the link to a page of the same language, such as ``topics/``.

        It does not name the language, so that what two languages show alike has the same HTML.
        """
        return ("../" * (self.url.count("/") - 1) or "./") + path

    def article(self, article: ArticleId, anchor: str = "") -> str:
        """Return the link to an article, or to a place in it."""
        return self.page(f"articles/{article}/") + (f"#{anchor}" if anchor else "")

    def topic(self, topic: TopicId) -> str:
        """Return the link to a topic."""
        return self.page(f"topics/{topic}/")

    def source(self, source: SourceId) -> str:
        """Return the link to a source."""
        return self.page(f"sources/{source}/")
