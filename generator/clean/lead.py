"""The sentences that a title is made of, and what a piece of one leaves out or cuts in two."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.enclosed import enclosed_spans
from generator.arabic.sentences import split_sentences
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.arabic.words import word_list
from generator.clean.clause import COMMAS, Word, is_balanced, opens_report, words_of
from generator.clean.page import matching_form
from generator.clean.phrases import held, word_set
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.arabic.tokens import Token

FEWEST_WORDS: Final = 4
_OFTEN: Final = 3
"""How often two words come back where the article is about it."""
_LOOKED_AT: Final = 6
_WINDOW: Final = 600
"""Paragraphs and sentences that are looked at, and code points of each."""
_OPENING: Final = 80
"""Code points at the beginning of a sentence that tell whether it takes up another."""
_CLOSING: Final = '”"»)]›'
_OPENING_MARKS: Final = '“"«(['


class Lead(NamedTuple):
    """A sentence of the lead."""

    text: str
    depth: int
    """How many paragraphs, and sentences of its own, stand before it."""
    span: Span
    words: Sequence[Word]
    is_whole: bool
    """Whether all of it is looked at."""
    enclosed: Sequence[Span]
    story: Story


class Story:
    """The first sentences of an article, read only as far as a title needs them."""

    def __init__(self, text: str, body: Sequence[Span]) -> None:
        self.text = text
        found: list[tuple[int, Span]] = []
        before: list[int] = []
        for sentence in split_sentences(text, body[:_LOOKED_AT]):
            span, paragraph = sentence.span, sentence.paragraph
            if sentence.kind == "sentence" and len(span.of(text).split()) >= FEWEST_WORDS:
                found.append((paragraph + before.count(paragraph), span))
                before.append(paragraph)
        self.sentences = sorted(found[:_LOOKED_AT]) or [(0, body[0])]
        self._tokens: dict[Span, list[Token]] = {}

    def leads(self) -> Iterator[Lead]:
        """Yield the first sentences that are ones, the best placed first, else the paragraph."""
        for depth, sentence in self.sentences:
            span = _window(sentence)
            words = words_of(self.text, span.start, self._read(span))
            enclosed = enclosed_spans(self.text, span)
            yield Lead(self.text, depth, span, words, span == sentence, enclosed, self)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand side by side in these sentences, as stems."""
        counts: Counter[tuple[str, str]] = Counter()
        for _, sentence in self.sentences:
            stems = [_stem(token.folded) for token in self._read(_window(sentence))]
            counts.update(pairwise(stems))
        return counts

    def _read(self, span: Span) -> list[Token]:
        if span not in self._tokens:
            self._tokens[span] = list(tokenise(self.text, *span))
        return self._tokens[span]


def _window(sentence: Span) -> Span:
    return Span(sentence.start, min(sentence.end, sentence.start + _WINDOW))


_stem = lru_cache(maxsize=1 << 14)(light_stem)


def readable(lead: Lead) -> Sequence[Word]:
    """Return the words of a sentence that can be read without those before it, else none."""
    if lead.depth == 0 or not lead.words:
        return lead.words
    key = matching_form(lead.span.of(lead.text)[:_OPENING])
    if any(held("connective", form) is not None for form in (key, key.removeprefix("و"))):
        return ()
    return opens_report(lead.words, lead.text)


def is_divided(lead: Lead, span: Span) -> bool:
    """Whether a piece begins or ends within a quotation, or has dots outside one."""
    dots = lead.text.find("..", *span)
    if dots >= 0 and not any(a < dots < b for a, b in lead.enclosed):
        return True
    return any(a < edge < b for a, b in lead.enclosed for edge in span)


def claims(word: Word) -> bool:
    """Whether a word says who claims something: ``وفق مصادر``, ``، قال``."""
    if word.mark in COMMAS and word.key in _inserted_verbs():
        return True
    return word.key in word_set("title-claimed")


def is_enclosed(lead: Lead, span: Span) -> bool:
    """Whether a piece stands within a quotation, so that it is somebody's words."""
    return any(a < span.start and span.end < b for a, b in lead.enclosed)


def leaves_out_claimant(lead: Lead, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the sentence says whose claim it is, or how sure it is, only outside the piece."""
    if any(word.key in word_set("title-claimed") for word in words[start:end]):
        return False
    inside = range(words[start].start, words[end - 1].end)
    return any(claims(word) for word in lead.words if word.start not in inside)


def topicality(lead: Lead, piece: Sequence[Word]) -> float:
    """Return how much the pairs of words in a piece come back in the lead, from 0 to 1."""
    pairs = lead.story.pairs
    often = [
        min(pairs[pair] - 1, _OFTEN) / _OFTEN
        for pair in pairwise(_stem(word.key) for word in piece)
    ]
    return sum(often) / len(often)


def with_marks(text: str, span: Span) -> Span:
    """Return the span with the quotation mark or bracket that opens or closes right beside it."""
    start, end = span
    while end < len(text) and text[end] in _CLOSING and not is_balanced(text[start:end]):
        end += 1
    if start and text[start - 1] in _OPENING_MARKS and not is_balanced(text[start:end]):
        start -= 1
    return Span(start, end)


@cache
def _inserted_verbs() -> frozenset[str]:
    """Return the verbs that behind a comma say who has said what stands before."""
    return word_list("reporting_verbs") - word_set("title-clause")
