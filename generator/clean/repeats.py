"""Finds lines that say again what the article says: pull quotes and lines given twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.page import Line, Page

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 3
"""Words in a row that are compared."""
_HEADLINE_WORDS: Final = 5
_LENGTHS: Final = range(4, 59)
"""Runs in a pull quote; shorter lines that come back are subheads and set phrases."""
_SHARE: Final = 0.75
"""Share of a pull quote's runs that stand in one other line."""


def pull_quotes(page: Page) -> Iterator[range]:
    """Yield lines nearly all of whose runs of three words stand in another, longer line as well.

    Of two lines alike the first stays; so do the first line of all and the first long enough for
    a headline, below the names of sections.
    """
    lengths: dict[int, int] = {}
    headlines: set[int] = set()
    longest = 0
    first_in: dict[tuple[str, ...], int] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for line in page.kept():
        runs = list(_runs(_words(line, page)))
        if longest < _HEADLINE_WORDS:
            headlines.add(line.index)
            longest = max(longest, len(runs) + _RUN - 1)
        lengths[line.index] = len(runs)
        for run in runs:
            earlier = first_in.setdefault(run, line.index)
            if earlier != line.index:
                shared[earlier, line.index] += 1
    if not shared:
        return
    for (earlier, later), runs_shared in sorted(shared.items()):
        shorter = later if lengths[later] <= lengths[earlier] else earlier
        length = lengths[shorter]
        if shorter not in headlines and length in _LENGTHS and runs_shared >= _SHARE * length:
            yield range(shorter, shorter + 1)


def _words(line: Line, page: Page) -> list[str]:
    return _WORD.findall(page.text, *line.span)


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)
