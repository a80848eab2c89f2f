"""Finds where another article begins: one that a site has put after, or into, this one.

Under a label such as ``إقرأ أيضاً`` may stand a few links, after which the article goes on, or a
whole foreign article up to the end. Six signs decide, weighed as measured on 500 real articles cut
in two or joined with another (a logistic regression, rounded; positive means foreign):

- the words of a headline under the label come back in the running text after it: a headline
  foretells its own article, hardly ever the rest of another one;
- the words that this running text repeats do not stand in the article so far;
- it does not begin with a conjunction or another word that takes up what was said;
- it begins with a dateline, or a date of publication stands above it;
- the article so far is long enough to be one;
- a source, tag or comment line has already closed it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.arabic.words import function_words, word_list
from generator.clean.datelines import dateline
from generator.clean.phrases import line_pattern, word_set
from generator.clean.related import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.clean.page import Line, Page

_CLOSING: Final = {"source-line": 3.0, "tags": 3.0, "comments": 5.0, "related": 0.0}
_THRESHOLD: Final = 0.5
_SAMPLE: Final = 150
_LEAD: Final = 45
"""Content words of the running text that are looked at, and those that a headline foretells."""
_JUDGED: Final = 24
"""Most places of one text that are judged, so that a text of labels only costs no more."""


@dataclass(slots=True)
class _Story:
    """The content words of the article so far."""

    stems: set[str] = field(default_factory=set)
    words: int = 0

    def add(self, stems: Iterable[str]) -> None:
        for stem in stems:
            self.stems.update(_forms(stem))
            self.words += 1

    def share(self, stems: Iterable[str]) -> list[str]:
        return [stem for stem in stems if not self.stems.isdisjoint(_forms(stem))]


def embedded_article(page: Page) -> Iterator[range]:
    """Yield the lines from the headline or the lead of another article to the end of the text."""
    story, judged = _Story(), 0
    pending: set[str] = set()
    for line in page.lines:
        rule = page.taken[line.index]
        if rule is not None:
            pending.add(rule.kind)
            continue
        if judged < _JUDGED and not pending.isdisjoint(_CLOSING):
            judged += 1
            if _is_foreign(line, page, story, pending):
                yield from _to_the_end(line, page)
                return
        pending.clear()
        story.add(_stems(line, page))


def _to_the_end(line: Line, page: Page) -> Iterator[range]:
    """Yield all lines from this one on but the links under labels that come later."""
    lead = next(kept.index for kept in page.kept(line.index) if kept.is_paragraph)
    start = line.index
    for block in links(page):
        if block.start > lead:
            yield range(start, block.start)
            start = block.stop
    yield range(start, len(page.lines))


def _is_foreign(line: Line, page: Page, story: _Story, marks: set[str]) -> bool:
    heads: list[Line] = []
    lead = None
    for following in islice(page.kept(line.index), 40):
        if following.is_paragraph:
            lead = following
            break
        heads.append(following)
    if lead is None or not story.words:
        return False
    sample = list(islice(_running_stems(lead, page), _SAMPLE))
    score = (
        -10.5
        + 2.2 * math.log(story.words)
        + 11 * max((_foretold(head, sample) for head in _headlines(line, heads, page)), default=0.1)
        - 8.7 * _familiar(sample, story)
        - 3.0 * _takes_up(lead)
        + 1.5 * bool(dateline(page.text, lead.span))
        + max(_CLOSING.get(mark, 0.0) for mark in marks)
        + 1.5 * any(_is_new_page(page, index) for index in range(line.index, lead.index))
    )
    return score > _THRESHOLD


def _takes_up(lead: Line) -> bool:
    """Whether a paragraph begins as one that follows another."""
    if line_pattern("connective").match(lead.key):
        return True
    word = lead.key.split(" ", 1)[0]
    own = word in word_set("not-connective") or word in word_list("own_first_letter")
    return word[:1] in ("و", "ف") and len(word) > 2 and not own


def _headlines(line: Line, heads: list[Line], page: Page) -> Iterator[list[str]]:
    """Yield the content words of each headline under the label, and of one on the label's line."""
    for head in heads:
        yield list(_stems(head, page))
    if line.index:
        label = page.lines[line.index - 1]
        match = line_pattern("related").match(label.key)
        if match and match.groupdict().get("rest"):
            yield list(_content(match.group("rest"), 0, None))


def _foretold(headline: list[str], sample: list[str]) -> float:
    """Return the share of a headline's content words that the lead after it takes up."""
    distinct = set(headline)
    if len(distinct) < 3:
        return 0.1
    lead = {form for stem in sample[:_LEAD] for form in _forms(stem)}
    return sum(not lead.isdisjoint(_forms(stem)) for stem in distinct) / len(distinct)


def _familiar(sample: list[str], story: _Story) -> float:
    """Return the share of what the sample repeats that stands in the story so far."""
    repeated = {stem: n for stem, n in Counter(sample).items() if n > 1}
    if not repeated:
        return 0.3
    return sum(repeated[stem] for stem in story.share(repeated)) / sum(repeated.values())


def _is_new_page(page: Page, index: int) -> bool:
    rule = page.taken[index]
    return rule is not None and rule.kind in ("timestamp", "byline")


def _running_stems(lead: Line, page: Page) -> Iterator[str]:
    for line in page.kept(lead.index):
        yield from _stems(line, page)


def _stems(line: Line, page: Page) -> Iterator[str]:
    return _content(page.text, line.span.start, line.span.end)


def _content(text: str, start: int, end: int | None) -> Iterator[str]:
    for token in tokenise(text, start, end):
        word = token.folded
        if len(word) > 2 and not word[0].isdigit() and word not in function_words():
            yield light_stem(word)


def _forms(stem: str) -> tuple[str, ...]:
    """Return the stem, and what is left of it without a letter that may be a proclitic."""
    return (stem, stem[1:]) if len(stem) > 4 and stem[0] in "وفبلك" else (stem,)
