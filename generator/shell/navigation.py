"""The main navigation of each language: our sections, then the hand-written pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs.utils import get_markdown_title
from mkdocs.utils.meta import get_data

from generator.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import File, Files

    from generator.model import Language
    from generator.pages.strings import Interface

SECTIONS = ("articles", "topics", "timeline", "compare", "sources")


class NavigationEntry(NamedTuple):
    """One entry of the main navigation of a language."""

    url: str
    section: str
    title: str


Navigation = dict["Language", list[NavigationEntry]]


def make_navigation(written: Files, interfaces: Mapping[Language, Interface]) -> Navigation:
    """Return the entries of each language, in the order they are shown.

    ``written`` are the hand-written pages. A generated page is never listed: a navigation of a
    thousand articles would make every page hundreds of kilobytes long.
    """
    navigation: Navigation = {}
    for language in LANGUAGES:
        ui = interfaces[language]
        entries = [NavigationEntry(f"{language}/", "home", ui.t("nav.home"))]
        entries += [
            NavigationEntry(f"{language}/{section}/", section, ui.t(f"nav.{section}"))
            for section in SECTIONS
        ]
        entries += [
            NavigationEntry(file.url, file.url, _title(file))
            for file in written.documentation_pages()
            if file.src_uri.startswith(f"{language}/")
        ]
        navigation[language] = entries
    return navigation


def _title(file: File) -> str:
    """Return the title of a hand-written page: from its front matter, its heading, or its name."""
    text, front_matter = get_data(file.content_string)
    title = front_matter.get("title") or get_markdown_title(text)
    return str(title or file.name.replace("-", " ").capitalize())
