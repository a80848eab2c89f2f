"""Finds lines that say again what the article says: pull quotes and lines given twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.page import Line, Page

_WORD: Final = re.compile(r"\w+")
_FEWEST: Final = 6
"""Fewest words of a pull quote; shorter lines that come back are subheads and set phrases."""
_MOST: Final = 60
_RUN: Final = 3
"""Words in a row that are compared."""
_SHARE: Final = 0.75
"""Share of a pull quote's runs that stand in the article's other lines."""


def pull_quotes(page: Page) -> Iterator[range]:
    """Yield lines nearly all of whose runs of three words stand in one other, longer line."""
    words = {line.index: _words(line, page) for line in page.kept()}
    suspects = [line for line in page.kept() if _may_be_pull_quote(line, words[line.index])]
    if not suspects:
        return
    where: dict[tuple[str, ...], list[int]] = {}
    for suspect in suspects:
        for run in _runs(words[suspect.index]):
            where[run] = []
    for index, found in words.items():
        for run in _runs(found):
            if run in where and len(where[run]) < 4:
                where[run].append(index)
    taken: set[int] = set()
    for suspect in suspects:
        if _stands_elsewhere(suspect.index, words, where, taken):
            taken.add(suspect.index)
            yield range(suspect.index, suspect.index + 1)


def _may_be_pull_quote(line: Line, words: list[str]) -> bool:
    return _FEWEST <= len(words) <= _MOST and line.index > 0


def _stands_elsewhere(
    index: int,
    words: dict[int, list[str]],
    where: dict[tuple[str, ...], list[int]],
    taken: set[int],
) -> bool:
    runs = list(_runs(words[index]))
    shared: dict[int, int] = {}
    for run in runs:
        for other in set(where[run]):
            # Of two equal lines the first stays.
            longer = (len(words[other]), -other) > (len(words[index]), -index)
            if other != index and other not in taken and longer:
                shared[other] = shared.get(other, 0) + 1
    return max(shared.values(), default=0) >= _SHARE * len(runs)


def _words(line: Line, page: Page) -> list[str]:
    return _WORD.findall(fold.__wrapped__(line.span.of(page.text)))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)
