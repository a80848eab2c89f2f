"""Finds where another article begins: one that a site has put after, or into, this one.

Under a label such as ``إقرأ أيضاً`` may stand a few links, after which the article goes on, or a
whole foreign article up to the end of the text. What stands there is judged by signs, weighed as
measured on 500 real articles, each cut in two or joined with another one (a logistic regression,
rounded; on unseen pairs 1 % of continued articles are cut short and 2 % of foreign ones are missed,
5 % where both are on one subject or no headline stands between them):

- the words of a headline under the label come back in the running text after it: a headline
  foretells its own article, hardly ever the rest of another one;
- what this running text repeats, the article so far has not mentioned, and the other way round;
- it does not begin with a word that takes up what was said before;
- it begins as a report does: with a dateline, with the day in its first words;
- the article so far is long enough to be one.

Weights set by hand are added where a source, tag or comment line has closed the article, where a
date or an author stands under the headline. A link on the same line as its label must be the
headline of what follows.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from generator.arabic.calendar import weekday_names
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.arabic.words import function_words, word_list
from generator.clean.datelines import dateline
from generator.clean.phrases import held, word_set
from generator.clean.related import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.clean.page import Line, Page

_AFTER: Final = {
    "related-link": 0.0, "share": 0.0, "follow": 0.0, "subscribe": 0.0, "network-list": 0.0,
    "rating": 0.5, "hashtags": 1.0, "legal": 1.0, "disclaimer": 1.0,
    "source-line": 3.0, "tag-line": 3.0, "comment-form": 5.0,
}  # fmt: skip
"""Rules after whose cuts another article may begin, and how much each speaks for one."""
_THRESHOLD: Final = 1.5
_HEADLESS: Final = 0.18
"""What a lead without a headline above it counts as foretold."""
_OWN_HEADLINE: Final = 0.35
"""Least share of a link beside its label that must come back, for it to be a headline."""
_WHOLE_ARTICLE: Final = 300
"""Content words beyond which a longer article is no more likely to be complete."""
_SAMPLE: Final = 400
_LEAD: Final = 45
"""Content words of the running text that are looked at, and those that a headline foretells."""
_SHORTEST: Final = 3
_SHORTEST_LATIN: Final = 5
"""Fewest letters of a content word; most English words of four are grammar."""
_HEADLINE: Final = 5
"""Fewest content words of a headline."""
_UNSAID: Final = 6
_SUBJECT: Final = 12
"""Most frequent content words of the article so far, which its rest will mention again."""
_OPENING: Final = 160
"""Code points at the beginning of a report in which it names the day."""
_JUDGED: Final = 24
"""Most places of one text that are judged, so that a text of labels only costs no more."""


@dataclass(slots=True)
class _Story:
    """The content words of the article so far."""

    counts: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    running: bool = False
    """Whether it has running text yet, not only a headline."""
    unread: list[Line] = field(default_factory=list)
    """Lines whose words are not counted yet: most texts never need them."""

    def read(self, page: Page) -> None:
        """Count the words of the lines that are not counted yet."""
        for line in self.unread:
            for stem in _stems(line, page):
                self.counts[stem] += 1
                self.forms.update(_forms(stem))
        self.unread.clear()


def embedded_article(page: Page) -> Iterator[range]:
    """Yield the lines from the headline or the lead of another article to the end of the text."""
    story, judged = _Story(), 0
    marks: set[str] = set()
    for line in page.lines:
        rule = page.taken[line.index]
        if rule is not None:
            marks.add(rule.name)
            continue
        if story.running and judged < _JUDGED and not marks.isdisjoint(_AFTER):
            judged += 1
            story.read(page)
            if _is_foreign(line, page, story, marks):
                yield from _to_the_end(line, page)
                return
        marks.clear()
        story.running = story.running or line.is_paragraph
        story.unread.append(line)


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
    if lead is None or not story.counts:
        return False
    sample = list(islice(_running_stems(lead, page), _SAMPLE))
    link = _link_beside_label(line, page)
    headlines = [link, *(list(_stems(head, page)) for head in heads)]
    foretold = max((_foretold(words, sample) for words in headlines if words), default=_HEADLESS)
    if link and foretold < _OWN_HEADLINE:
        return False
    score = (
        -14.6
        + 9.3 * foretold
        + 3.4 * math.log(min(story.counts.total(), _WHOLE_ARTICLE))
        - 8.1 * _familiar(sample, story)
        - 2.7 * _taken_up_again(sample, story)
        - 4.4 * _takes_up(lead)
        + 4.0 * bool(dateline(page.text, lead.span))
        + 1.3 * _names_the_day(lead, page)
        + max(_AFTER.get(mark, 0.0) for mark in marks)
        + 1.5 * any(_is_new_page(page, index) for index in range(line.index, lead.index))
    )
    return score > _THRESHOLD


def _takes_up(lead: Line) -> bool:
    """Whether a paragraph begins as one that follows another."""
    if held("connective", lead.key) is not None:
        return True
    words = lead.key.split(" ", 3)
    if len(words) > 2 and words[1] in word_set("pointing") and words[2] not in word_set("period"):
        return True
    word = words[0]
    own = word in word_set("not-connective") or word in word_list("own_first_letter")
    return word[:1] in ("و", "ف") and len(word) > 2 and not own


def _link_beside_label(line: Line, page: Page) -> list[str]:
    """Return the content words of a link that stands on the line of its label."""
    label = page.lines[line.index - 1]
    return list(_content(held("related", label.key) or "", 0, None))


def _foretold(headline: list[str], sample: list[str]) -> float:
    """Return the share of a headline's content words that the lead after it takes up."""
    distinct = set(headline)
    lead = {form for stem in sample[:_LEAD] for form in _forms(stem)}
    # A question of three words may come back by chance: it counts as if it had more.
    return len(_shared(distinct, lead)) / max(len(distinct), _HEADLINE)


def _familiar(sample: list[str], story: _Story) -> float:
    """Return the share of what the sample repeats that stands in the story so far."""
    repeated = {stem: n for stem, n in Counter(sample).items() if n > 1}
    shared = sum(repeated[stem] for stem in _shared(repeated, story.forms))
    # Few words say little: they are evened out as if half of some more had been shared.
    return (shared + _UNSAID / 2) / (sum(repeated.values()) + _UNSAID)


def _taken_up_again(sample: list[str], story: _Story) -> float:
    """Return the share of the story's subject words that the sample mentions."""
    subject = [stem for stem, n in story.counts.most_common(_SUBJECT) if n > 1]
    if not subject:
        return 0.4
    return len(_shared(subject, {form for stem in sample for form in _forms(stem)})) / len(subject)


def _names_the_day(lead: Line, page: Page) -> bool:
    end = min(lead.span.end, lead.span.start + _OPENING)
    return any(
        token.folded in weekday_names() or token.folded in word_set("day-word")
        for token in tokenise(page.text, lead.span.start, end)
    )


def _shared(stems: Iterable[str], forms: set[str]) -> list[str]:
    return [stem for stem in stems if not forms.isdisjoint(_forms(stem))]


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
        stem = _content_stem(token.folded)
        if stem:
            yield stem


@lru_cache(maxsize=1 << 14)
def _content_stem(word: str) -> str:
    """Return the stem of a word that says something, of others nothing."""
    shortest = _SHORTEST_LATIN if word.isascii() else _SHORTEST
    if len(word) < shortest or word[0].isdigit() or word in function_words():
        return ""
    return light_stem(word)


@lru_cache(maxsize=1 << 14)
def _forms(stem: str) -> tuple[str, ...]:
    """Return the stem, and what is left of it without a letter that may be a proclitic."""
    return (stem, stem[1:]) if len(stem) > 4 and stem[0] in "وفبلك" else (stem,)
