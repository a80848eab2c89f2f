"""Makes a title out of the first sentences of an article that has no headline.

It is one piece of them, unchanged, and never a claim without the words that say whose it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.clean.clause import (
    Word,
    begins_main_clause,
    is_balanced,
    leaves_hanging,
    nominal_index,
    sets_the_scene,
)
from generator.clean.endings import SENTENCE, Ending, ending_at
from generator.clean.lead import (
    FEWEST_WORDS,
    Lead,
    claims,
    is_divided,
    is_quoted,
    leads_of,
    leaves_out_claimant,
    readable,
    topicality,
    with_marks,
)
from generator.clean.nominals import holds_clause, noun_phrases
from generator.clean.phrases import held
from generator.clean.sense import Sense, is_vague, plays_a_part, sense_of
from generator.clean.word_kinds import THAT, is_finite
from generator.findings import Title
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST: Final = 80
"""Most code points of a derived title."""
_SHORTEST: Final = 36
_LENGTH_SCORE: Final = 2.5
_GOOD_LENGTH: Final = 66
_TOPICAL_SCORE: Final = 1.5
_LONGEST_RUN_UP: Final = 12
_LONGEST_SCENE: Final = 40
"""Most words before the main clause, and most in which it is looked for behind a comma."""
_SHORT_COST: Final = 6.0
_VAGUE_COST: Final = 2.0
_PART_COST: Final = 1.0
_DOUBT_COST: Final = 1.2
_LATER_COST: Final = 1.2
_DEPTH_COST: Final = 0.5
_NOMINAL_COST: Final = 1.0
_TOPIC_COST: Final = 2.8
_SHORTEST_TOPIC: Final = 24
_TOPICS_IN: Final = 5
_LAST_TOPICS_IN: Final = 3
_LEAST_TOPICAL: Final = 0.3
_BEST: Final = SENTENCE.score + _LENGTH_SCORE + _TOPICAL_SCORE / 2
_BEST_TOPIC: Final = SENTENCE.nominal_score + _LENGTH_SCORE + _TOPICAL_SCORE - _TOPIC_COST
"""What a piece of the first sentence, and what mere nouns of it, are worth at best; hardly any
sentence repeats more of the others than half its words."""
_NEAR: Final = 3
"""Words behind a noun in which what they say would be about it."""


def derive_title(text: str, body: Sequence[Span]) -> Title:
    """Return a title of at most 80 code points: one piece of the lead that ends with a clause."""
    seen: list[Lead] = []
    best = _best(leads_of(text, body), seen)
    if best is None:
        best = _best([lead._replace(is_last_resort=True) for lead in seen], [])
    span = best[1] if best else _cut(seen)
    return Title(span.of(text), "derived", span)


def _best(leads: Iterable[Lead], seen: list[Lead]) -> tuple[float, Span] | None:
    """Return the best piece with how good it is; later sentences are read only where needed."""
    best: tuple[float, Span] | None = None
    for lead in leads:
        cost = _depth_cost(lead)
        if best and best[0] >= _BEST - cost:
            break
        seen.append(lead)
        pieces = list(_pieces(lead))
        best = max([best, *pieces] if best else pieces, key=_goodness, default=None)
        if not best or best[0] < _BEST_TOPIC - cost:
            topics = list(_topics(lead))
            best = max([best, *topics] if best else topics, key=_goodness, default=None)
    return best


def _goodness(piece: tuple[float, Span]) -> tuple[float, int]:
    return piece[0], -piece[1].start


def _pieces(lead: Lead) -> Iterator[tuple[float, Span]]:
    """Yield the pieces of a sentence that make a title, each with how good it is."""
    if lead.depth == 0 and lead.is_whole and lead.words:
        whole = with_marks(lead.text, Span(lead.span.start, lead.words[-1].end))
        if whole.end - whole.start <= LONGEST:
            yield _BEST, whole
            return
    words = readable(lead)
    for start in _starts(words):
        yield from _clauses(lead, words, start)
    yield from _objects(lead, words)


def _starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a clause may begin, as indexes of words."""
    if not words:
        return
    rest = held("title-run-up", " ".join(word.key for word in words[:_LONGEST_RUN_UP]))
    if rest:
        yield min(len(words), _LONGEST_RUN_UP) - len(rest.split())
        return
    if not sets_the_scene(words[0]):
        yield 0
        return
    for i, word in enumerate(words[:_LONGEST_SCENE]):
        if word.key in THAT:
            return
        if i and begins_main_clause(word):
            yield i
            return


def _clauses(lead: Lead, words: Sequence[Word], start: int) -> Iterator[tuple[float, Span]]:
    for end, ending, span in _fitting(lead, words, start):
        sense = sense_of(words[start:end], ending, strict=not lead.is_last_resort)
        if sense:
            doubt = _DOUBT_COST * (sense is Sense.LIKELY)
            yield ending.score + _score(lead, words[start:end], span) - doubt, span


def _objects(lead: Lead, words: Sequence[Word]) -> Iterator[tuple[float, Span]]:
    """Yield the nouns that make a title with what belongs to them, without the verb before them."""
    for first in range(len(words)):
        noun = nominal_index(words[first:])
        if noun is not None:
            for piece in _nominals(lead, words, first + noun):
                yield piece[0] - _NOMINAL_COST, piece[1]


def _topics(lead: Lead) -> Iterator[tuple[float, Span]]:
    """Yield the nouns of a sentence that only say what it is about."""
    if lead.depth >= (_LAST_TOPICS_IN if lead.is_last_resort else _TOPICS_IN):
        return
    least = _LEAST_TOPICAL if lead.depth else _LEAST_TOPICAL / 2
    least = 0.0 if lead.is_last_resort else least
    for start, end in noun_phrases(lead.words):
        piece = lead.words[start:end]
        topical = topicality(lead, piece)
        if topical < least:
            continue
        for at, ending, span in _fitting(lead, lead.words, start, end):
            if at == end and span.end - span.start >= _SHORTEST_TOPIC:
                score = ending.nominal_score + _score(lead, piece, span)
                yield score + _TOPICAL_SCORE * topical - _TOPIC_COST, span


def _nominals(lead: Lead, words: Sequence[Word], start: int) -> Iterator[tuple[float, Span]]:
    for end, ending, span in _fitting(lead, words, start, start + FEWEST_WORDS):
        parted = any(word.mark and not is_quoted(lead, word) for word in words[start + 1 : end])
        if not parted and not holds_clause(words[start:end]):
            yield ending.nominal_score + _score(lead, words[start:end], span), span


def _fitting(
    lead: Lead, words: Sequence[Word], start: int, least: int = 0
) -> Iterator[tuple[int, Ending, Span]]:
    """Yield the pieces that begin at a word and fit, each with the index of the word behind it."""
    for end in range(least or start + FEWEST_WORDS, len(words) + 1):
        span = with_marks(lead.text, Span(words[start].start, words[end - 1].end))
        if span.end - span.start > LONGEST:
            return
        if end == len(words) and not lead.is_whole:
            return
        if least and any(claims(words, i) for i in range(end, min(len(words), end + _NEAR))):
            return
        ending = ending_at(words, end, nominal=least > 0)
        piece = span.of(lead.text)
        if ending is not None and not ending.is_whole and is_finite(words[end - 1].key):
            continue
        if ending is None or not is_balanced(piece) or is_divided(lead, span):
            continue
        if not words[start].owned and (least or not leaves_out_claimant(lead, words, start, end)):
            yield end, ending, span


def _score(lead: Lead, piece: Sequence[Word], span: Span) -> float:
    """Return how good a piece is, however it ends: of some length, clear, on the topic."""
    length = span.end - span.start
    vague = is_vague(piece, later=lead.depth > 0)
    part = 0.0 if vague else _PART_COST * plays_a_part(piece)
    cost = (
        _SHORT_COST * max(0.0, 1 - length / _SHORTEST)
        + _VAGUE_COST * vague
        + part
        + _depth_cost(lead)
    )
    size = min(length, _GOOD_LENGTH) / _GOOD_LENGTH
    return _LENGTH_SCORE * size + _TOPICAL_SCORE * topicality(lead, piece) - cost


def _depth_cost(lead: Lead) -> float:
    return _LATER_COST + _DEPTH_COST * lead.depth if lead.depth else 0.0


def _cut(leads: Sequence[Lead]) -> Span:
    """Return the words of the first sentence that fit, without one that leaves it hanging."""
    for lead in leads:
        start, end = lead.span
        if end - start <= LONGEST:
            return lead.span
        found = list(_cuts(lead))
        if found:
            return max(found)[1]
    start = leads[0].span.start
    return Span(start, start + LONGEST)


def _cuts(lead: Lead) -> Iterator[tuple[bool, Span]]:
    """Yield the beginnings of a sentence that fit, each with whether it ends at a border."""
    for end in range(1, len(lead.words)):
        span = with_marks(lead.text, Span(lead.span.start, lead.words[end - 1].end))
        if span.end - span.start > LONGEST:
            return
        last = lead.words[end - 1]
        hanging = is_finite(last.key) or leaves_hanging(last.key)
        if span.end - span.start >= _SHORTEST and not hanging and not is_divided(lead, span):
            yield lead.words[end].border > 0, span
