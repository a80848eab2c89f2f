"""A page as the metadata sees it, and the addresses in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.pages.links import Links

if TYPE_CHECKING:
    from generator.briefing import Text
    from generator.model import Language


THINGS: Final = ("articles", "topics", "sources")
"""Sections of which each entry has a page."""


class Described(NamedTuple):
    """One page, generated or hand-written. Texts are plain."""

    url: str
    """Relative to the site's root, with a slash at its end."""
    language: Language
    partner: str
    """Address of the same page in the other language."""
    section: str
    """Entry of the navigation that it belongs to, such as ``topics``; empty at the root."""
    title: Text
    description: str

    @property
    def key(self) -> str | None:
        """Return the id of the one article, topic or source that the page is about."""
        return key_of(self.url, self.section)


def key_of(url: str, section: str) -> str | None:
    """Return the id in the address of a page that is about one thing, None in all others."""
    parts = url.split("/")
    return parts[2] if section in THINGS and len(parts) == len(("ar", section, "id", "")) else None


class Addresses(NamedTuple):
    """Addresses as one page gives them to machines."""

    base: str
    """Absolute address of the site; empty where unknown."""
    url: str
    language: Language

    def of(self, path: str) -> str:
        """Return the address of ``path``, which is relative to the site's root.

        It is absolute where the site knows its own; else relative to the page, which JSON-LD
        resolves as a link.
        """
        return (self.base or Links(self.url, self.language).root) + path
