"""Makes a title out of the lead of an article that has no headline.

It is a piece of the lead, unchanged but for asides that are left out, or what somebody says there
behind who says it: ``ليلى الحداد: السدود الجديدة تكفي المدينة``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.sentences import split_sentences
from generator.arabic.words import time_words, word_list
from generator.clean.asides import without_asides
from generator.clean.clause import (
    THAT,
    Word,
    begins_main_clause,
    content_index,
    has_predicate,
    is_balanced,
    leaves_hanging,
    may_end,
    nominal_index,
    says_enough,
    sets_the_scene,
    words_of,
)
from generator.clean.phrases import held, word_set
from generator.findings import Title
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 80
"""Most code points of a derived title."""
_SHORTEST: Final = 32
_FEWEST_WORDS: Final = 4
_COMMA: Final = 3
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


_LONGEST_SPEAKER: Final = 44
"""Code points."""


def derive_title(text: str, body: Sequence[Span]) -> Title:
    """Return a title of at most 80 code points, made of the lead, that ends with a clause.

    It has no span where something is left out of it.
    """
    leads = _leads(text, body)
    title = _best([without_asides(lead.of(text)) for lead in leads])
    start = text.find(title, leads[0].start, leads[-1].end)
    return Title(title, "derived", Span(start, start + len(title)) if start >= 0 else None)


def _leads(text: str, body: Sequence[Span]) -> list[Span]:
    """Return the first two sentences that are ones, else the first paragraph."""
    found = [
        Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _WINDOW))
        for sentence in split_sentences(text, body[:_LOOKED_AT])
        if sentence.kind == "sentence" and len(sentence.span.of(text).split()) >= _FEWEST_WORDS
    ]
    return found[:2] or [Span(body[0].start, min(body[0].end, body[0].start + _WINDOW))]


def _best(leads: Sequence[str]) -> str:
    """Return the best title: a clause of the first sentence, else an object, else what fits."""
    text = leads[0]
    words = words_of(text, Span(0, len(text)))
    if not words:
        return _cut(text)
    whole = text[: _with_marks(text, Span(0, words[-1].end)).end]
    if len(whole) <= LONGEST:
        return whole
    for start in _starts(words):
        pieces = list(_scored(words, start, text))
        if pieces:
            return max(pieces)[1].of(text)
    claims = [claim for lead in leads for claim in _claims(lead)]
    if claims:
        return max(claims)[1]
    objects = [piece for lead in leads for piece in _objects(lead)]
    if objects:
        return max(objects)[1]
    whatever = [span.of(text) for _, span in _pieces(words, 0, text)]
    return whatever[-1] if whatever else _cut(text)


def _starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a clause may begin, as indexes of words, the best first."""
    run_up = words[:_LONGEST_RUN_UP]
    rest = held("title-run-up", " ".join(word.key for word in run_up))
    if rest:
        yield len(run_up) - len(rest.split())
    if sets_the_scene(words[0]):
        behind = range(1, min(len(words), _LONGEST_SCENE))
        yield from (i for i in behind if begins_main_clause(words[i]))
    yield 0


def _scored(words: Sequence[Word], start: int, text: str) -> Iterator[tuple[float, Span]]:
    for end, span in _pieces(words, start, text):
        if says_enough(words[start:end]):
            yield _score(words, start, end, span), span


def _claims(text: str) -> Iterator[tuple[float, str]]:
    """Yield what somebody says behind who says it, never without."""
    words = words_of(text, Span(0, len(text)))
    content = content_index(words) if words else None
    if content is None:
        return
    for speaker in _speakers(words[1 : content - 1], text):
        for end, span in _pieces(words, content, text, len(speaker) + 2):
            if has_predicate(words[content:end]):
                yield _score(words, content, end, span), f"{speaker}: {span.of(text)}"


def _speakers(words: Sequence[Word], text: str) -> Iterator[str]:
    """Yield what the speaker may be called: as in the sentence, and by the name alone.

    Where and when he says it is no part of it, nor what he is beside.
    """
    size = 0
    while size < len(words) and not (
        (size and words[size].border) or words[size].key in time_words()
    ):
        size += 1
    names = word_list("first_names") | word_list("given_names")
    firsts = [i for i in range(1, size - 1) if words[i].key in names]
    for start in (0, *firsts[:1]):
        speaker = text[words[start].start : words[size - 1].end] if start < size else ""
        if speaker and len(speaker) <= _LONGEST_SPEAKER and is_balanced(speaker):
            yield speaker


def _objects(text: str) -> Iterator[tuple[float, str]]:
    """Yield the objects of a sentence's verbs that make a title without their verb."""
    words = words_of(text, Span(0, len(text)))
    for verb in range(len(words)):
        noun = nominal_index(words[verb:])
        if noun is not None and words[verb + noun].key not in word_list("person_titles"):
            for end, span in _pieces(words, verb + noun, text):
                yield _score(words, verb + noun, end, span), span.of(text)


def _pieces(
    words: Sequence[Word], start: int, text: str, before: int = 0
) -> Iterator[tuple[int, Span]]:
    """Yield the pieces that begin at a word and fit, each with the index of the word behind it.

    ``before`` code points of the title stand before them: who says it.
    """
    for end in range(start + _FEWEST_WORDS, len(words) + 1):
        span = _with_marks(text, Span(words[start].start, words[end - 1].end))
        if span.end - span.start > LONGEST - before:
            return
        if words[end - 1].border == _COMMA or (end < len(words) and words[end].key in THAT):
            continue  # one word behind a comma; a clause without which the verb says nothing
        piece = span.of(text)
        if may_end(words, end, loose=before > 0) and is_balanced(piece) and ".." not in piece:
            yield end, span


def _score(words: Sequence[Word], start: int, end: int, span: Span) -> float:
    """Return how good a piece is: strong borders and length speak for it."""
    border = words[end].border if end < len(words) else 3
    length = span.end - span.start
    short = length < _SHORTEST or end - start < _FEWEST_WORDS
    vague = any(word.key in word_set("title-vague") for word in words[start:end])
    cost = _SHORT_COST * short + _VAGUE_COST * vague
    return _BORDER_SCORE[border] + _LENGTH_SCORE * length / LONGEST - cost


def _with_marks(text: str, span: Span) -> Span:
    """Return the span with the quotation mark or bracket that opens or closes right beside it."""
    start, end = span
    while end < len(text) and text[end] in _CLOSING and not is_balanced(text[start:end]):
        end += 1
    if start and text[start - 1] in '“"«([' and not is_balanced(text[start:end]):
        start -= 1
    return Span(start, end)


def _cut(text: str) -> str:
    """Return as many whole words of the lead as fit, without a word that leaves it hanging."""
    if len(text) <= LONGEST:
        return text
    words = [word for word in words_of(text, Span(0, len(text))) if word.end <= LONGEST]
    for size in range(len(words), 0, -1):
        piece = text[: _with_marks(text, Span(0, words[size - 1].end)).end]
        if len(piece) <= LONGEST and is_balanced(piece) and not leaves_hanging(words[size - 1].key):
            return piece
    return text[:LONGEST]
