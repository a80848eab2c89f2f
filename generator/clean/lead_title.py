"""Makes a title out of the lead of an article that has no headline: a piece of it, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.sentences import split_sentences
from generator.clean.clause import (
    Word,
    begins_main_clause,
    content_index,
    is_balanced,
    may_end,
    nominal_index,
    says_enough,
    sets_the_scene,
    words_of,
)
from generator.clean.phrases import held, word_set
from generator.model import Span, Title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 80
"""Most code points of a derived title."""
_SHORTEST: Final = 28
_FEWEST_WORDS: Final = 4
_BORDER_SCORE: Final = (0.0, 0.8, 2.0, 3.0)
_LENGTH_SCORE: Final = 3.0
_LOOKED_AT: Final = 3
_WINDOW: Final = 600
"""Paragraphs in which the first sentences are looked for, and code points of each looked at."""
_LONGEST_RUN_UP: Final = 12
_LONGEST_SCENE: Final = 40
"""Most words before the main clause, and most in which it is looked for behind a comma."""
_SHORT_COST: Final = 2.0
_VAGUE_COST: Final = 1.0
_CLOSING: Final = '”"»)]›'


def derive_title(text: str, body: Sequence[Span]) -> Title:
    """Return a title of at most 80 code points that stands in the lead and ends with a clause."""
    span = _best(text, _leads(text, body))
    return Title(span.of(text), "derived", span)


def _leads(text: str, body: Sequence[Span]) -> list[Span]:
    """Return the first two sentences that are ones, else the first paragraph."""
    found = [
        Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _WINDOW))
        for sentence in split_sentences(text, body[:_LOOKED_AT])
        if sentence.kind == "sentence" and len(sentence.span.of(text).split()) >= _FEWEST_WORDS
    ]
    return found[:2] or [Span(body[0].start, min(body[0].end, body[0].start + _WINDOW))]


def _best(text: str, leads: Sequence[Span]) -> Span:
    """Return the best piece: a clause of the first sentence, else an object, else what fits."""
    words = words_of(text, leads[0])
    if not words:
        return _cut(text, leads[0])
    whole = Span(leads[0].start, _with_marks(text, Span(0, words[-1].end), leads[0]).end)
    if whole.end - whole.start <= LONGEST:
        return whole
    for start in _starts(words, text):
        pieces = list(_scored(words, start, text, leads[0]))
        if pieces:
            return max(pieces)[1]
    objects = [piece for lead in leads for piece in _objects(text, lead)]
    if objects:
        return max(objects)[1]
    whatever = [span for _, span in _pieces(words, 0, text, leads[0])]
    return whatever[-1] if whatever else _cut(text, leads[0])


def _starts(words: Sequence[Word], text: str) -> Iterator[int]:
    """Yield where a clause may begin, as indexes of words, the best first."""
    run_up = words[:_LONGEST_RUN_UP]
    rest = held("title-run-up", " ".join(word.key for word in run_up))
    if rest:
        yield len(run_up) - len(rest.split())
    if sets_the_scene(words[0]):
        behind = range(1, min(len(words), _LONGEST_SCENE))
        yield from (i for i in behind if begins_main_clause(words[i]))
    yield 0
    content = content_index(words)
    if content is not None and not _has_pronoun(text[words[content].start : words[content].end]):
        yield content


def _has_pronoun(word: str) -> bool:
    """Whether a noun may end with a pronoun whose owner the title leaves out: ``بلاده``."""
    return word.endswith(("ه", "ها", "هم"))


def _scored(
    words: Sequence[Word], start: int, text: str, lead: Span
) -> Iterator[tuple[float, Span]]:
    for end, span in _pieces(words, start, text, lead):
        if says_enough(words[start:end]):
            yield _score(words, start, end, span), span


def _objects(text: str, lead: Span) -> Iterator[tuple[float, Span]]:
    """Yield the objects of a sentence's verbs that make a title without their verb."""
    words = words_of(text, lead)
    for verb in range(len(words)):
        noun = nominal_index(words[verb:])
        if noun is not None:
            for end, span in _pieces(words, verb + noun, text, lead):
                yield _score(words, verb + noun, end, span), span


def _pieces(words: Sequence[Word], start: int, text: str, lead: Span) -> Iterator[tuple[int, Span]]:
    """Yield the pieces that begin at a word and fit, each with the index of the word behind it."""
    for end in range(start + _FEWEST_WORDS, len(words) + 1):
        span = _with_marks(text, Span(words[start].start, words[end - 1].end), lead)
        if span.end - span.start > LONGEST:
            return
        if may_end(words, end) and is_balanced(span.of(text)):
            yield end, span


def _score(words: Sequence[Word], start: int, end: int, span: Span) -> float:
    """Return how good a piece is: strong borders and length speak for it."""
    border = words[end].border if end < len(words) else 3
    length = span.end - span.start
    short = length < _SHORTEST or end - start < _FEWEST_WORDS
    vague = any(word.key in word_set("title-vague") for word in words[start:end])
    cost = _SHORT_COST * short + _VAGUE_COST * vague
    return _BORDER_SCORE[border] + _LENGTH_SCORE * length / LONGEST - cost


def _with_marks(text: str, span: Span, lead: Span) -> Span:
    """Return the span with the quotation mark or bracket that opens or closes right beside it."""
    start, end = span
    while end < lead.end and text[end] in _CLOSING and not is_balanced(text[start:end]):
        end += 1
    if start > lead.start and text[start - 1] in '“"«([' and not is_balanced(text[start:end]):
        start -= 1
    return Span(start, end)


def _cut(text: str, lead: Span) -> Span:
    """Return as many whole words of the lead as fit."""
    if lead.end - lead.start <= LONGEST:
        return lead
    end = text.rfind(" ", lead.start, lead.start + LONGEST + 1)
    return Span(lead.start, end if end > lead.start else lead.start + LONGEST)
