"""Makes a title out of the first sentences of an article that has no headline.

It is one piece of them, unchanged, and never a claim without the words that say whose it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.clean.clause import (
    Word,
    begins_clause,
    begins_main_clause,
    ends_actor,
    is_balanced,
    leaves_hanging,
    sets_the_scene,
)
from generator.clean.endings import SENTENCE, Ending, ending_at, goes_on
from generator.clean.lead import (
    FEWEST_WORDS,
    Lead,
    Story,
    claims,
    is_divided,
    is_enclosed,
    leaves_out_claimant,
    readable,
    topicality,
    with_marks,
)
from generator.clean.nominals import noun_phrases
from generator.clean.phrases import held
from generator.clean.sense import Sense, is_vague, sense_of
from generator.clean.word_kinds import NOT, THAT, is_finite
from generator.findings import Title
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST: Final = 80
"""Most code points of a derived title."""
_SHORTEST: Final = 36
_LENGTH_SCORE: Final = 2.5
_GOOD_LENGTH: Final = 66
_TOPICAL_SCORE: Final = 3.0
_LONGEST_RUN_UP: Final = 12
_LONGEST_SCENE: Final = 40
"""Most words before the main clause, and most in which it is looked for behind a comma."""
_SHORT_COST: Final = 6.0
_VAGUE_COST: Final = 2.6
_DOUBT_COST: Final = 1.2
_LATER_COST: Final = 1.0
_OFF_TOPIC_COST: Final = 2.0
_DEPTH_COST: Final = 0.6
_TOPIC_COST: Final = 3.3
_SHORTEST_TOPIC: Final = 24
_TOPIC_DEPTH_COST: Final = 0.5
_TOPICS_IN: Final = 5
_BEST: Final = SENTENCE.score + _LENGTH_SCORE
_BEST_TOPIC: Final = SENTENCE.nominal_score + _LENGTH_SCORE + _TOPICAL_SCORE / 2 - _TOPIC_COST
"""What a piece of the first sentence, and what mere nouns of it, are worth at best; hardly any
sentence repeats more of the others than half its words."""
_SHORTEST_CUT: Final = 17
_LEAST: Final = -4.2
"""What a piece is worth at least, if it is to be better than who acts in the first sentence."""
_NEAR: Final = 3
"""Words behind a noun in which what they say would be about it."""


def derive_title(text: str, body: Sequence[Span]) -> Title:
    """Return a title of at most 80 code points: one piece of the lead that ends with a clause."""
    story = Story(text, body)
    best = _best(story.leads())
    span = best[1] if best and best[0] >= _LEAST else _fallback(list(story.leads()), best)
    return Title(span.of(text), "derived", span)


def _best(leads: Iterable[Lead]) -> tuple[float, Span] | None:
    """Return the best piece with how good it is; later sentences are read only where needed."""
    best: tuple[float, Span] | None = None
    for lead in leads:
        cost = _depth_cost(lead) + _OFF_TOPIC_COST / 2 * (lead.depth > 0)
        if best and best[0] >= _BEST - cost:
            break
        pieces = list(_pieces(lead))
        best = max([best, *pieces] if best else pieces, key=_goodness, default=None)
        if not best or best[0] < _BEST_TOPIC - _TOPIC_DEPTH_COST * lead.depth:
            topics = list(_topics(lead))
            best = max([best, *topics] if best else topics, key=_goodness, default=None)
    return best


def _goodness(piece: tuple[float, Span]) -> tuple[float, int, int]:
    return piece[0], -piece[1].start, piece[1].end


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


def _starts(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a clause may begin, as indexes of words."""
    if not words or "/" in words[0].key:
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
    """Yield the clauses that begin at a word, each with how good it is."""
    if words[start].owned:
        return
    for end in range(start + FEWEST_WORDS, len(words) + 1):
        piece = words[start:end]
        span = with_marks(lead.text, Span(piece[0].start, piece[-1].end))
        if span.end - span.start > LONGEST:
            return
        ending = _ending(lead, words, end, span, nominal=False)
        if ending is None or leaves_out_claimant(lead, words, start, end):
            continue
        if ending.marked and end < len(words) and goes_on(piece, words[end]):
            continue
        if sense := sense_of(piece, ending):
            doubt = _DOUBT_COST * (sense is Sense.LIKELY)
            yield ending.score + _score(piece, span) - doubt - _later_cost(lead, piece), span


def _topics(lead: Lead) -> Iterator[tuple[float, Span]]:
    """Yield the nouns of a sentence that only say what it is about, each with how good it is.

    Two of their words stand side by side elsewhere in the lead as well: so they are no mere part
    of what somebody claims.
    """
    if lead.depth >= _TOPICS_IN:
        return
    words = lead.words
    for start, end in noun_phrases(words):
        piece = words[start:end]
        span = with_marks(lead.text, Span(piece[0].start, piece[-1].end))
        if not _SHORTEST_TOPIC <= span.end - span.start <= LONGEST:
            continue
        topical = topicality(lead, piece)
        if not topical or is_enclosed(lead, span) or any(map(claims, words[end : end + _NEAR])):
            continue
        if ending := _ending(lead, words, end, span, nominal=True):
            score = ending.nominal_score + _score(piece, span) + _TOPICAL_SCORE * topical
            yield score - _TOPIC_COST - _TOPIC_DEPTH_COST * lead.depth, span


def _ending(
    lead: Lead, words: Sequence[Word], end: int, span: Span, *, nominal: bool
) -> Ending | None:
    """Return how a piece ends before a word, None where it must not end there."""
    if end == len(words) and not lead.is_whole:
        return None
    ending = ending_at(words, end, nominal=nominal)
    if ending is None or (not ending.is_whole and is_finite(words[end - 1].key)):
        return None
    return ending if is_balanced(span.of(lead.text)) and not is_divided(lead, span) else None


def _score(piece: Sequence[Word], span: Span) -> float:
    """Return how good a piece is, however it ends: of some length, and clear."""
    length = span.end - span.start
    short = max(0.0, 1 - length / _SHORTEST)
    size = min(length, _GOOD_LENGTH) / _GOOD_LENGTH
    return _LENGTH_SCORE * size - _SHORT_COST * short - _VAGUE_COST * is_vague(piece)


def _later_cost(lead: Lead, piece: Sequence[Word]) -> float:
    """Return what a clause of a later sentence is worth less, most where it is off the topic."""
    if not lead.depth:
        return 0.0
    return _depth_cost(lead) + _OFF_TOPIC_COST * (1 - topicality(lead, piece))


def _depth_cost(lead: Lead) -> float:
    return _LATER_COST + _DEPTH_COST * lead.depth if lead.depth else 0.0


def _fallback(leads: Sequence[Lead], best: tuple[float, Span] | None) -> Span:
    """Return who acts in the first sentence, else the words of it that fit, else the best piece.

    Where that is only a scene, who acts in another sentence will do.
    """
    first = leads[0].span
    if first.end - first.start <= LONGEST:
        return first
    if _begins_with_noun(leads[0].words) and (found := list(_beginnings(leads[0], 0))):
        return max(found)[1]
    for lead in leads:
        if found := list(_actors(lead, next(_starts(lead.words), 0))):
            return max(found)[1]
    found = list(_beginnings(leads[0], 0))
    return (
        best[1]
        if best
        else max(found, default=(False, Span(first.start, first.start + LONGEST)))[1]
    )


def _begins_with_noun(words: Sequence[Word]) -> bool:
    return bool(words) and not (begins_clause(words) or sets_the_scene(words[0]))


def _actors(lead: Lead, start: int) -> Iterator[tuple[bool, Span]]:
    """Yield who acts in the clause that begins at a word, the shorter names first."""
    words = lead.words[start:]
    first = 2 if words and words[0].key in NOT else 1
    if len(words) <= first or not begins_clause(words):
        return
    if words[first].border or words[first].key in THAT:
        return
    stops = (i for i in range(first + 1, len(words)) if ends_actor(words, i))
    last = next(stops, len(words)) - 1
    for border, span in _beginnings(lead, start + first):
        if span.end > words[last].end + 1:
            return
        yield border, span


def _beginnings(lead: Lead, start: int) -> Iterator[tuple[bool, Span]]:
    """Yield the pieces from a word on that fit, each with whether it ends at a border."""
    words = lead.words
    for end in range(start + 1, len(words)):
        span = with_marks(lead.text, Span(words[start].start, words[end - 1].end))
        if span.end - span.start > LONGEST:
            return
        hanging = is_finite(words[end - 1].key) or leaves_hanging(words[end - 1].key)
        if span.end - span.start >= _SHORTEST_CUT and not hanging and not is_divided(lead, span):
            yield words[end].border > 0, span
