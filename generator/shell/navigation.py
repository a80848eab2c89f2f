"""The main navigation of each language: our sections, then the hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import LANGUAGES
from generator.shell.page import GeneratedPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from generator.model import Language
    from generator.pages.strings import Interface

SECTIONS = (("home", ""), ("articles", "articles/"), ("topics", "topics/"), ("sources", "sources/"))


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One entry of the main navigation of a language."""

    url: str
    section: str
    title: str


Navigation = dict["Language", list[NavigationEntry]]


def make_navigation(
    files: Files, config: MkDocsConfig, interfaces: Mapping[Language, Interface]
) -> Navigation:
    """Return the entries of each language, in the order they are shown.

    A generated page is never listed: a navigation of a thousand articles would make every page
    hundreds of kilobytes long.
    """
    navigation: Navigation = {}
    for language in LANGUAGES:
        ui = interfaces[language]
        entries = [
            NavigationEntry(f"{language}/{path}", section, ui.t(f"nav.{section}"))
            for section, path in SECTIONS
        ]
        for file in files.documentation_pages():
            page = file.page
            if page is None or isinstance(page, GeneratedPage):
                continue
            if file.src_uri.startswith(f"{language}/"):
                page.read_source(config)
                entries.append(NavigationEntry(file.url, file.url, str(page.title or file.name)))
        navigation[language] = entries
    return navigation
