"""Finds an article's headline, or makes one from its lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.clean.lead_title import derive_title
from generator.clean.page import matching_form
from generator.model import Span, Title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.clean.page import Line, Page
    from generator.model import Sidecar

_FEWEST_WORDS: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_KICKER_WORDS: Final = 4
_HEADLINE_WORDS: Final = 5
"""Words from which the first line is no kicker, and those of a headline below one."""
_SAME_STORY: Final = 0.4
"""Share of words that two headlines of one article have in common."""


def find_headline(page: Page, sidecar: Sidecar) -> Line | None:
    """Return the line that is the headline: the first one that stays, where it reads as one.

    A headline is short, has no full stop, and a longer line follows. Names of sections and sites
    above it are passed over.
    """
    first = _below_kickers(page)
    if first is None or page.next_kept(first) is None:
        return None
    if sidecar.title and matching_form(sidecar.title)[:160] == first.key:
        return first
    return first if _reads_as_headline(first, page) else None


def _below_kickers(page: Page) -> Line | None:
    """Return the first line that stays, or the first long enough below very short ones."""
    first = None
    for line in page.kept():
        if line.is_paragraph:
            break
        first = first or line
        letters = len(_WORD.findall(line.key))
        if line is first and letters >= _KICKER_WORDS:
            break
        if letters >= _HEADLINE_WORDS and _reads_as_headline(line, page):
            return line
    return first or next(page.kept(), None)


def _reads_as_headline(first: Line, page: Page) -> bool:
    if first.is_paragraph or first.words < _FEWEST_WORDS or first.bullet:
        return False
    if first.sign in (".", "،", "؛", ":"):
        return False
    return any(line.is_paragraph or line.words > first.words for line in page.kept(first.index + 1))


def is_other_headline(headline: Line, sidecar: Sidecar, page: Page) -> bool:
    """Tell whether the text has a headline in other words than the editor's."""
    if not sidecar.title or _where(sidecar.title, page, headline) == headline.span:
        return False
    ours, theirs = set(matching_form(sidecar.title).split()), set(headline.key.split())
    return len(ours & theirs) >= _SAME_STORY * min(len(ours), len(theirs))


def make_title(page: Page, headline: Line | None, body: Sequence[Span], sidecar: Sidecar) -> Title:
    """Return the title: the editor's, else the headline, else a piece of the lead."""
    if sidecar.title:
        span = _where(sidecar.title, page, headline)
        return Title(sidecar.title, "sidecar", span)
    if headline:
        return Title(headline.span.of(page.text), "source", headline.span)
    return derive_title(page.text, body) if body else Title("", "derived", None)


def _where(title: str, page: Page, headline: Line | None) -> Span | None:
    if headline and matching_form(title) == matching_form(headline.span.of(page.text)):
        return headline.span
    start = page.text.find(title)
    return Span(start, start + len(title)) if start >= 0 else None
