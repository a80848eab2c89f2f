"""What stands between quotation marks, whichever marks the writer uses."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from generator.arabic.clitics import PROCLITICS

_MARK: Final = re.compile('["“”„«»]')
_FAMILY: Final = {'"': '"', "“": "“", "”": "“", "„": "“", "«": "«", "»": "«"}
_OPENERS: Final = frozenset("“„«")
_CLOSERS: Final = frozenset("”»")
_BEFORE_OPENING: Final = frozenset(" \t\u00a0\n:،,؛;([{/-–—.…")
_TATWEEL: Final = "ـ"
_TRAILING: Final = " ,،"
_LONGEST: Final = 2000
_DEEPEST: Final = 4


class Quoted(NamedTuple):
    """Text between a pair of quotation marks. Offsets are code points of the text."""

    opening: int
    """Of the opening mark."""
    start: int
    end: int
    """Of the words themselves, without marks, spaces at either end and a last comma."""
    closing: int
    """Behind the closing mark."""


def find_quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Return the outermost quoted stretches of a paragraph, in order.

    A mark without its partner is passed over: it neither opens nor closes anything. So is a pair
    that encloses more than two thousand characters, which is a slip of the writer. Linear in the
    length of the paragraph.
    """
    pairs: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        depth = _opened_by(mark, open_marks)
        opens = mark in _OPENERS
        if mark == '"':
            may_open = _may_open(text, place, start, end)
            may_close = _may_close(text, place, start, end)
            opens = may_open > may_close or (depth < 0 and may_open == may_close)
        elif mark == "”" and depth >= 0:
            # Some writers open with the closing mark: … بـ”المسيد”….
            may_open = _may_open(text, place, start, end)
            opens = may_open and not _may_close(text, place, start, end)
        elif mark == "“" and depth >= 0 and open_marks[depth][0] == "”":
            opens = False
        if opens:
            open_marks.append((mark, place))
        elif depth >= 0:
            pairs.append((open_marks[depth][1], place))
            del open_marks[depth:]
        elif _may_open(text, place, start, end):
            open_marks.append((mark, place))
    return _outermost(text, pairs)


def _opened_by(mark: str, open_marks: list[tuple[str, int]]) -> int:
    """Return the index of the latest open mark of the same family, -1 for none."""
    family = _FAMILY[mark]
    # A stray mark may lie on top of the one that is closed; deeper than this it is a slip.
    for depth in range(len(open_marks) - 1, max(len(open_marks) - 1 - _DEEPEST, -1), -1):
        if _FAMILY[open_marks[depth][0]] == family:
            return depth
    return -1


def _may_open(text: str, place: int, start: int, end: int) -> bool:
    """Return whether a mark at ``place`` has the spacing of an opening one."""
    after = text[place + 1] if place + 1 < end else " "
    if not (after.isalnum() or after in "([«“'‘…"):
        return False
    before = place - 1
    while before > start and text[before] == _TATWEEL:
        before -= 1
    if before < start or text[before] in _BEFORE_OPENING:
        return True
    return text[before] in PROCLITICS and (
        before == start or not text[before - 1].isalpha() or text[before - 1] in PROCLITICS
    )


def _may_close(text: str, place: int, start: int, end: int) -> bool:
    """Return whether a mark at ``place`` has the spacing of a closing one."""
    after = text[place + 1] if place + 1 < end else " "
    return place > start and not text[place - 1].isspace() and not after.isalnum()


def _outermost(text: str, pairs: list[tuple[int, int]]) -> list[Quoted]:
    found = []
    free = -1
    for opening, closing in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if opening < free or closing - opening > _LONGEST:
            continue
        inner = text[opening + 1 : closing]
        start = opening + 1 + len(inner) - len(inner.lstrip())
        stripped = inner.strip().rstrip(_TRAILING)
        if stripped:
            found.append(Quoted(opening, start, start + len(stripped), closing + 1))
            free = closing
    return found
