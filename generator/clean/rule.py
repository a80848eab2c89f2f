"""What a cleaning rule is, and the short forms most of them are written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from generator.clean.page import Line, Page, Reason
from generator.clean.phrases import held, may_begin
from generator.model import Span

Scope = Literal["anywhere", "head", "edge"]
"""Which lines a rule is asked about: all; those before the first running text; those before the
first running text or after the last before another article or the end."""

LineTest = Callable[[Line, Page], int]
"""How many lines to cut, this one and those after it; 0 where the rule does not apply."""
PageTest = Callable[[Page], Iterable[range]]
"""Which lines to cut, by index."""


class Ends(NamedTuple):
    """Where the article begins and ends, of the lines that stay."""

    first: Line | None
    """The first running text."""
    last: Line | None


PartTest = Callable[[Line, Page, Ends], Iterable[Span]]
"""Which parts of a line that stays are to be cut."""


@dataclass(frozen=True, slots=True)
class LineRule(Reason):
    """One way to know a line that is not the article."""

    test: LineTest
    scope: Scope = "anywhere"


@dataclass(frozen=True, slots=True)
class PageRule(Reason):
    """One way to know lines that are not the article by what stands elsewhere on the page."""

    test: PageTest


@dataclass(frozen=True, slots=True)
class PartRule(Reason):
    """One way to know which part of a line is not the article."""

    test: PartTest


Rule = LineRule | PageRule
"""Rules that cut whole lines: the first one that takes a line keeps it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A test for lines that hold a phrase of a list in the way the list says.

    A line of more than ``words`` words is left alone, and so is one of more than ``sentence``
    words that ends with a full stop.
    """

    name: str
    words: int
    sentence: int = 6

    def __call__(self, line: Line, _page: Page) -> int:
        """Return 1 for such a line, else 0."""
        return int(
            line.words <= self.words
            and not (line.sign == "." and line.words > self.sentence)
            and held(self.name, line.key) is not None
        )

    def may_hold(self, lines: Iterable[Line]) -> list[Line]:
        """Return the lines that begin as a phrase of the list does: few, and found quickly."""
        return [line for line in lines if may_begin(self.name, line.key)]


def matching(
    pattern: Callable[[], str], *, words: int, asked: Callable[[str], bool] | None = None
) -> LineTest:
    """Return a test for lines whose whole matching form fits a regular expression.

    It is compiled for the first line of at most ``words`` words for which ``asked`` is true.
    """
    compiled = cache(lambda: re.compile(pattern()))

    def test(line: Line, _page: Page) -> int:
        if line.words > words or not (asked is None or asked(line.key)):
            return 0
        return int(compiled().fullmatch(line.key) is not None)

    return test
