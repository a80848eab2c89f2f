"""What a page is before the site's shell is put around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from generator.pages.values import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.briefing import Text
    from generator.model import Language
    from generator.pages.tracking import Read


class TocEntry(NamedTuple):
    """A section of a page, for the list of what is on it."""

    id: str
    title: str


class Page(NamedTuple):
    """A finished page without its shell. Texts are plain; only :attr:`body` is HTML."""

    title: Text
    description: str
    body: Markup
    toc: tuple[TocEntry, ...] = ()
    head: Markup | str = ""
    """More elements for the page's head."""


class RenderedPage(NamedTuple):
    """A page with what was read of the briefing to make it."""

    page: Page
    reads: frozenset[Read]

    @property
    def digest(self) -> str:
        """Return what is different for pages that show different things."""
        page = self.page
        rest = page._replace(body=Markup(), head="")  # to write HTML as a literal takes long
        return digest("\0".join((repr(rest), page.head, page.body)))


class PlannedPage(NamedTuple):
    """A page that can be rendered."""

    url: str
    """Relative to the site's root, with a slash at its end: ``ar/topics/iran/``."""
    language: Language
    partner: str
    """Address of the same page in the other language."""
    section: str
    """Which entry of the navigation it belongs to."""
    render: Callable[[], Page]

    @property
    def path(self) -> str:
        """Return the page's file in the site."""
        return f"{self.url}index.html"
