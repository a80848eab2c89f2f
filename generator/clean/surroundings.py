"""Tests for what no phrase tells: short lines among furniture, above the article and below it.

A page that was copied whole keeps the name of its section, buttons and menus between headline and
lead and behind the last paragraph. Each site has its own words for them; what they share is where
they stand, what stands beside them, and that they are labels rather than sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.page import Line, Page

_LABEL_WORDS: Final = 3
_LATIN_WORDS: Final = 12
_HEADLINE_WORDS: Final = 4
"""Most words of a label and of a button in Latin letters, fewest of a headline."""
_ARABIC: Final = re.compile("[\u0620-\u064a]+")
_LATIN: Final = re.compile("[A-Za-z]+")
_SAMPLE: Final = 4000
"""Code points from the start of a text that tell which script it is written in."""
_CLOSING: Final = frozenset(("tags", "comments", "related", "furniture", "source-line"))
"""Kinds of cuts behind which nothing of the article comes, once its last paragraph is over …"""
_PASSING: Final = frozenset(("share", "follow", "toolbar", "network-list", "advert"))
"""… but for these buttons, behind which a sentence may come."""
_STOPS: Final = (".", "؟", "!", "…")


def latin_labels(page: Page) -> Iterator[range]:
    """Yield lines without an Arabic letter around an Arabic article: ``Istanbul``, ``TT``."""
    sample = page.text[:_SAMPLE]
    if sum(map(len, _ARABIC.findall(sample))) < sum(map(len, _LATIN.findall(sample))):
        return
    kept = [(line, _is_latin(line)) for line in page.kept()]
    running = [line.index for line, latin in kept if line.is_paragraph and not latin]
    if not running:
        return
    for line, latin in kept[1:]:
        if latin and not running[0] < line.index < running[-1]:
            yield range(line.index, line.index + 1)


def _is_latin(line: Line) -> bool:
    short = line.words <= _LATIN_WORDS and line.key.isascii()
    return short and _LATIN.search(line.key) is not None


def page_head(page: Page) -> Iterator[range]:
    """Yield labels between headline and lead that stand beside a line cut as furniture."""
    found: list[range] = []
    headed = False
    start: int | None = None
    for line in page.lines:
        taken = page.taken[line.index] is not None
        label = headed and not taken and line.words <= _LABEL_WORDS and line.sign in ("", ":")
        if label and not line.is_paragraph:
            start = line.index if start is None else start
            continue
        if start is not None and (taken or page.taken[start - 1] is not None):
            found.append(range(start, line.index))
        start = None
        if not taken and line.is_paragraph:
            yield from found
            return
        headed = headed or (not taken and line.words >= _HEADLINE_WORDS)


def page_foot(page: Page) -> Iterator[range]:
    """Yield the short lines behind the last paragraph, from the first furniture or label there on.

    A label is no subhead, for no text follows; a list, or words in quotation marks, may follow.
    """
    last = max((line.index for line in page.kept() if line.is_paragraph), default=None)
    if last is None:
        return
    closed = passed = False
    for line in page.lines[last + 1 :]:
        rule = page.taken[line.index]
        if rule is not None:
            closed = closed or (rule.kind in _CLOSING and rule.name not in _PASSING)
            passed = passed or rule.name in _PASSING
            continue
        closed = closed or _is_label(line, page)
        if closed or (passed and line.sign not in _STOPS):
            yield range(line.index, line.index + 1)


def _is_label(line: Line, page: Page) -> bool:
    if line.words > _LABEL_WORDS or line.sign or line.bullet or line.bracketed:
        return False
    behind = page.next_kept(line)
    return behind is None or not behind.bullet
