"""A paragraph as a row of words, signs and quoted stretches, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.marks import find_quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.marks import Quoted
    from generator.arabic.tokens import Token
    from generator.model import Span

_SIGN: Final = re.compile(r"[،,؛;:.!?؟…()\[\]|–—-]")
_LONGEST: Final = 250
"""Items of a sentence; one without a full stop is cut here, so that time stays linear."""
_TERMINAL: Final = frozenset(".!?؟…")


class Item(NamedTuple):
    """One word, sign or quoted stretch. Offsets are code points of the text."""

    start: int
    end: int
    word: str
    """Folded; empty where it is not a word."""
    sign: str
    """The sign; empty where it is not one."""
    quoted: Quoted | None


def sentences(text: str, paragraph: Span, tokens: Sequence[Token]) -> list[Sequence[Item]]:
    """Return the sentences of a paragraph; the words between quotation marks are one item.

    ``tokens`` are those of the whole body. The cut is coarse (every full stop that is not part of
    a word or a title such as ``د.``): a quotation and the clause that reports it stay together.
    """
    start, end = paragraph
    items: list[Item] = []
    free = start
    here = bisect_left(tokens, start, key=_start)
    for quoted in [*find_quoted(text, start, end), None]:
        opening = end if quoted is None else quoted.opening
        until = bisect_left(tokens, opening, here, key=_start)
        for begin, stop, folded in tokens[here:until]:
            if begin - free > 1 or text[free] != " ":
                items += _signs(text, free, begin)
            items.append(Item(begin, stop, folded, "", None))
            free = stop
        items += _signs(text, free, opening)
        if quoted is not None:
            items.append(Item(quoted.opening, quoted.closing, "", "", quoted))
            free = quoted.closing
            here = bisect_left(tokens, free, until, key=_start)
    return _cut(text, items)


def _cut(text: str, items: Sequence[Item]) -> list[Sequence[Item]]:
    found: list[Sequence[Item]] = []
    first = 0
    # Only behind a sign or a quotation may a sentence begin, unless it never ends.
    ends = [place for place, item in enumerate(items, 1) if not item.word]
    for end in [*ends, len(items)]:
        while end - first > _LONGEST:
            found.append(items[first : first + _LONGEST])
            first += _LONGEST
        if first < end and (end == len(items) or _begins_sentence(text, items, first, end)):
            found.append(items[first:end])
            first = end
    return found


def _start(token: Token) -> int:
    return token.start


def _signs(text: str, start: int, end: int) -> list[Item]:
    return [
        Item(match.start(), match.end(), "", match.group(), None)
        for match in _SIGN.finditer(text, start, end)
    ]


def _begins_sentence(text: str, items: Sequence[Item], first: int, place: int) -> bool:
    """Return whether a sentence begins at ``place``; the one before began at ``first``."""
    item = items[place]
    if item.sign and item.sign not in "-–—":
        return False
    last = items[place - 1]
    if last.quoted:
        inner = text[last.quoted.start : last.quoted.end]
        return bool(item.word) and inner[-1] in _TERMINAL and " " in inner and _new_clause(item)
    if last.sign not in _TERMINAL:
        return False
    before = items[place - 2] if place - first > 1 else None
    if before is not None and len(before.word) == 1 and before.end == last.start:
        # An initial or a title: د. فلان.
        return False
    return item.start > last.end


def _new_clause(item: Item) -> bool:
    return item.word[0] in "وف"
