"""What a page is before the site's shell is put around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from generator.briefing import Text
    from generator.model import Language


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A section of a page, for the list of what is on it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page without its shell. Texts are plain; only :attr:`body` is HTML."""

    title: Text
    description: str
    body: Markup
    toc: tuple[TocEntry, ...] = ()
    head: Markup | str = ""
    """More elements for the page's head."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that can be rendered, and what its rendering depends on."""

    url: str
    """Relative to the site's root, with a slash at its end: ``ar/topics/iran/``."""
    language: Language
    partner: str
    """Address of the same page in the other language."""
    digest: str
    """Changes when anything that the page shows changes; equal digests mean equal pages."""
    section: str
    """Which entry of the navigation it belongs to."""
    render: Callable[[], Page]
