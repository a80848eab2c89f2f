"""Runs the rules over a page, in their order, and keeps who has taken what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.clean.page import Page, split_lines, trimmed
from generator.clean.rule import Ends, LineRule, Listed
from generator.clean.rules import PART_RULES, RULES
from generator.findings import Cut
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.clean.page import Line, Reason
    from generator.clean.rule import Rule, Scope

_ENDS: tuple[str, ...] = ("related", "tags", "comments", "embedded-article")
"""Kinds of cuts after which another article may begin, so that what is before it is an edge."""


def read_page(text: str) -> Page:
    """Return the lines of ``text`` with every rule for whole lines applied."""
    lines = tuple(split_lines(text))
    taken: list[Reason | None] = [None] * len(lines)
    page = Page(text, lines, taken)
    for rule in RULES:
        # A rule sees the page as the rules before it left it, not its own cuts.
        for found in list(_found(rule, page)):
            for index in found:
                taken[index] = taken[index] or rule
    return page


def _found(rule: Rule, page: Page) -> Iterable[range]:
    if not isinstance(rule, LineRule):
        return rule.test(page)
    return _found_lines(rule, page)


def _found_lines(rule: LineRule, page: Page) -> Iterator[range]:
    lines = _in_scope(rule.scope, page)
    if isinstance(rule.test, Listed):
        lines = rule.test.may_hold(lines)
    for line in lines:
        if page.taken[line.index] is None and (count := rule.test(line, page)):
            yield range(line.index, line.index + count)


def _in_scope(scope: Scope, page: Page) -> Iterable[Line]:
    if scope == "anywhere":
        return page.lines
    head = list(_head(page))
    if not any(line.is_paragraph for line in page.kept(head[-1].index + 1 if head else 0)):
        return []
    if scope == "head":
        return head
    asked = len(head) and head[-1].index
    tails = [line for line in _tails(page) if not head or line.index > asked]
    return [*head, *reversed(tails)]


def _head(page: Page) -> Iterator[Line]:
    for line in page.lines:
        if page.taken[line.index] is None:
            if line.is_paragraph:
                return
            yield line


def _tails(page: Page) -> Iterator[Line]:
    """Yield, last first, the kept lines between running text and the next end of an article."""
    at_end = True
    for line in reversed(page.lines):
        rule = page.taken[line.index]
        if rule is not None:
            at_end = at_end or rule.kind in _ENDS
        elif line.is_paragraph:
            at_end = False
        elif at_end:
            yield line


def cut_lines(page: Page) -> Iterator[Cut]:
    """Yield the lines that rules have taken, in order; neighbours of one rule as one cut."""
    start: Line | None = None
    for line in page.lines:
        rule = page.taken[line.index]
        if rule is None:
            start = None
            continue
        after = page.taken[line.index + 1] if line.index + 1 < len(page.lines) else None
        start = start or line
        if after is not rule:
            yield Cut(Span(start.span.start, line.span.end), rule.kind, rule.name)
            start = None


def ends_of(kept: Sequence[Line]) -> Ends:
    """Return the first running text and the last line of those that stay."""
    first = next((line for line in kept if line.is_paragraph), None)
    return Ends(first, kept[-1] if kept else None)


def cut_parts(line: Line, page: Page, ends: Ends) -> list[Cut]:
    """Return the parts of a line that are not the article, in order, without overlaps."""
    found: list[Cut] = []
    for rule in PART_RULES:
        for given in rule.test(line, page, ends):
            span = trimmed(page.text, *given)
            if all(span.end <= cut.span.start or cut.span.end <= span.start for cut in found):
                found.append(Cut(span, rule.kind, rule.name))
    return sorted(found, key=lambda cut: cut.span)
