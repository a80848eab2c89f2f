"""Finds an article's headline, or makes one from its lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.clean.lead_title import derive_title
from generator.clean.page import matching_form
from generator.findings import Title
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.clean.page import Line, Page
    from generator.model import Sidecar

_FEWEST_WORDS: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_KICKER_WORDS: Final = 4
_HEADLINE_WORDS: Final = 5
_SECTION_WORDS: Final = 2
"""Words from which the first line is no kicker, those of a headline below one, and those of a
kicker so short that one word less makes a headline below it."""
_SAME_STORY: Final = 0.4
"""Share of words that two headlines of one article have in common."""


def find_headline(page: Page, sidecar: Sidecar) -> Line | None:
    """Return the line that is the headline: the first one that stays, where it reads as one.

    A headline is short, has no full stop, and a longer line follows. Names of sections and sites
    above it are passed over. Where an editor has given a title, only a line that says the same is
    the headline.
    """
    first = _below_kickers(page)
    if first is None or page.next_kept(first) is None:
        return None
    if _is_title(first, sidecar, page):
        return first
    of_the_story = sidecar.title is None or is_other_headline(first, sidecar, page)
    return first if of_the_story and _reads_as_headline(first, page) else None


def _below_kickers(page: Page) -> Line | None:
    """Return the first line that stays, or the first long enough below very short ones."""
    first, least = None, _HEADLINE_WORDS
    for line in page.kept():
        if line.is_paragraph:
            break
        letters = len(_WORD.findall(line.key))
        if first is None:
            first = line
            if letters >= _KICKER_WORDS:
                break
            least -= letters <= _SECTION_WORDS
        elif letters >= least and _reads_as_headline(line, page):
            return line
    return first or next(page.kept(), None)


def _reads_as_headline(first: Line, page: Page) -> bool:
    if first.is_paragraph or first.bullet or len(_WORD.findall(first.key)) < _FEWEST_WORDS:
        return False
    if first.sign in (".", "،", "؛", ":"):
        return False
    return any(line.is_paragraph or line.words > first.words for line in page.kept(first.index + 1))


def is_other_headline(headline: Line, sidecar: Sidecar, page: Page) -> bool:
    """Tell whether a line says in other words what the editor's title says."""
    if not sidecar.title or _is_title(headline, sidecar, page):
        return False
    ours, theirs = set(matching_form(sidecar.title).split()), set(headline.key.split())
    return len(ours & theirs) >= _SAME_STORY * min(len(ours), len(theirs))


def _is_title(line: Line, sidecar: Sidecar, page: Page) -> bool:
    title = sidecar.title
    return bool(title) and matching_form(title or "") == matching_form(line.span.of(page.text))


def make_title(page: Page, headline: Line | None, body: Sequence[Span], sidecar: Sidecar) -> Title:
    """Return the title: the editor's, else the headline, else a piece of the lead."""
    if sidecar.title:
        return Title(sidecar.title, "sidecar", _where(sidecar.title, page, headline, sidecar))
    if headline:
        return Title(headline.span.of(page.text), "source", headline.span)
    return derive_title(page.text, body) if body else Title("", "derived", None)


def _where(title: str, page: Page, headline: Line | None, sidecar: Sidecar) -> Span | None:
    if headline and _is_title(headline, sidecar, page):
        return headline.span
    start = page.text.find(title)
    return Span(start, start + len(title)) if start >= 0 else None
