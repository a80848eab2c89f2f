"""One page of each kind of a built site, found by its address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("ar", "en")
SCHEMES = ("light", "dark")
WIDTHS = (390, 768, 1280)
MANY = ("articles", "topics", "sources")
"""Sections of which each entry has a page."""


def kinds_of_pages(site: Path) -> list[str]:
    """Return the addresses: of articles, topics and sources the longest page is taken."""
    found = ["", "404.html"]
    for language in LANGUAGES:
        home = site / language
        found.append(f"{language}/")
        for page in sorted(home.glob("*/index.html")):
            name = page.parent.name
            found.append(f"{language}/{name}/")
            if name in MANY and (example := longest(site, language, name)):
                found.append(example)
        found.append(f"{language}/search/?q={quote(most_mentioned(site))}")
    return found


def longest(site: Path, language: str, section: str) -> str | None:
    """Return the address of the largest page of a section; None where it has none."""
    pages = (site / language / section).glob("*/index.html")
    # A page that leads elsewhere is no example.
    sized = (
        (page.stat().st_size, page)
        for page in pages
        if b'http-equiv="refresh"' not in page.read_bytes()
    )
    largest = max(sized, default=None)
    return f"{largest[1].parent.relative_to(site).as_posix()}/" if largest else None


def most_mentioned(site: Path) -> str:
    """Return the English name of the site's first topic."""
    topics = json.loads((site / "data" / "topics.json").read_text("utf-8"))["topics"]
    return str(topics[0]["names"]["en"]) if topics else "x"
