"""The sentences that a title is made of, and what a piece of one leaves out or cuts in two."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.enclosed import enclosed_spans
from generator.arabic.sentences import split_sentences
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.arabic.words import function_words, word_list
from generator.clean.clause import COMMAS, Word, is_balanced, opens_report, words_of
from generator.clean.page import matching_form
from generator.clean.phrases import held, word_set
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FEWEST_WORDS: Final = 4
_OFTEN: Final = 3
"""How often a word comes back where the article is about it."""
_LOOKED_AT: Final = 10
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
    span: Span
    words: Sequence[Word]
    is_whole: bool
    """Whether all of it is looked at."""
    enclosed: Sequence[Span]
    counts: Mapping[str, int]
    """How often the lead has the words of a stem."""
    is_last_resort: bool = False
    """Whether a piece will do that may want something, or say less of the topic."""


def leads_of(text: str, body: Sequence[Span]) -> Iterator[Lead]:
    """Yield the first sentences that are ones, else the first paragraph."""
    sentences = (
        sentence.span
        for sentence in split_sentences(text, body[:_LOOKED_AT])
        if sentence.kind == "sentence" and len(sentence.span.of(text).split()) >= FEWEST_WORDS
    )
    found = list(islice(sentences, _LOOKED_AT)) or [body[0]]
    windows = [Span(span.start, min(span.end, span.start + _WINDOW)) for span in found]
    tokens = [list(tokenise(text, *span)) for span in windows]
    counts = Counter(_stem(token.folded) for sentence in tokens for token in sentence)
    for depth, span in enumerate(windows):
        words = words_of(text, span.start, tokens[depth])
        yield Lead(
            text, depth, span, words, span == found[depth], enclosed_spans(text, span), counts
        )


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


def leaves_out_claimant(lead: Lead, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the sentence says whose claim it is, or how sure it is, only outside the piece."""
    if any(word.key in word_set("title-claimed") for word in words[start:end]):
        return False
    inside = range(words[start].start, words[end - 1].end)
    return any(
        claims(lead.words, i) for i, word in enumerate(lead.words) if word.start not in inside
    )


def claims(words: Sequence[Word], i: int) -> bool:
    """Whether a word says who claims something: ``وفق مصادر``, not ``وفق القانون``."""
    word = words[i]
    if word.mark in COMMAS and word.key in _inserted_verbs():
        return True
    following = words[i + 1].key if i + 1 < len(words) else ""
    return word.key in word_set("title-claimed") and following not in word_set("title-norm")


def is_quoted(lead: Lead, word: Word) -> bool:
    """Whether a word stands between quotation marks or brackets."""
    return any(start < word.start < end for start, end in lead.enclosed)


def topicality(lead: Lead, piece: Sequence[Word]) -> float:
    """Return how much the words of a piece come back in the lead, from 0 to 1."""
    often = [
        min(lead.counts[_stem(word.key)] - 1, _OFTEN) / _OFTEN
        for word in piece
        if word.key not in function_words()
    ]
    return sum(often) / len(often) if often else 0.0


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
