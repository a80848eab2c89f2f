"""Chooses the sentences of a summary."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from generator.analysis.summary.guards import answers, inside_quotations, unfit
from generator.analysis.summary.leanings import leanings
from generator.analysis.summary.score import score_parts
from generator.analysis.summary.sentence import candidates
from generator.findings import SummarySentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.analysis.document import Document
    from generator.analysis.summary.sentence import Candidate
    from generator.findings import Mention

_SAME: Final = 0.75
"""Share of the shorter sentence's content that makes two sentences say the same …"""
_ENOUGH_TO_COMPARE: Final = 5
"""… where it has so many content words."""
_COMPARED: Final = 60
"""A sentence is compared with so many chosen last: a guard for summaries of absurd length."""
_WIDEST_GAP: Final = 6
"""Sentences; what was introduced farther back is not looked for."""
_GAP_PENALTY: Final = 0.15
"""Lets a sentence a few places later go before one that speaks of what was skipped."""
_NEAR: Final = 2
"""A fourth and fifth sentence are placed this close behind a chosen one; they are not needed."""
_FEWEST: Final = 3
_WORDS_FOR_FOUR: Final = 250
_WORDS_FOR_FIVE: Final = 500
_LONG_SUMMARY: Final = 150
"""Words that make three sentences enough."""


def summarise(
    document: Document, mentions: Sequence[Mention], count: int | None = None
) -> tuple[SummarySentence, ...]:
    """Return the sentences of the summary in source order.

    ``count`` None takes three to five by the length of the article, and at most half of a short
    one; a number takes exactly so many, as far as the article has them, even where that needs
    sentences that make poor summaries.
    """
    found = candidates(document)
    if not found or (count is not None and count < 1):
        return ()
    arabic, text = document.language == "ar", document.text
    barred = dict.fromkeys(inside_quotations(found, text) | answers(document, found), "quoted")
    barred |= {c.index: why for c in found if (why := unfit(c, text, arabic=arabic))}
    needs = leanings(document, found, mentions, barred)
    parts = score_parts(found, mentions, needs, barred)
    scores = [sum(shares.values()) for shares in parts]
    limit = _usual_count(found) if count is None else min(count, len(found))
    chosen = _choose(found, _Queue(scores, needs, barred), limit, short=count is None)
    if count is not None or not chosen:
        _fill(scores, chosen, limit if count else 1)
    return tuple(
        SummarySentence(found[index].sentence.span, round(scores[index], 4), parts[index])
        for index in sorted(chosen)
    )


def _usual_count(found: Sequence[Candidate]) -> int:
    """Return how many sentences an article's summary has: three to five, at most half of it."""
    words = sum(len(candidate.tokens) for candidate in found)
    usual = _FEWEST + (words >= _WORDS_FOR_FOUR) + (words >= _WORDS_FOR_FIVE)
    return min(usual, (len(found) + 1) // 2)


class _Queue:
    """Sentences ready to be chosen, best first; others wait for those they lean on."""

    def __init__(
        self,
        scores: Sequence[float],
        needs: Mapping[int, frozenset[int]],
        barred: Collection[int],
    ) -> None:
        self._scores = scores
        self._heap: list[tuple[float, int]] = []
        self._waiting = {i: set(earlier) for i, earlier in needs.items() if i not in barred}
        self._followers: dict[int, list[int]] = {}
        for index, earlier in self._waiting.items():
            for one in earlier:
                self._followers.setdefault(one, []).append(index)
        for index in range(len(scores)):
            if index not in barred and index not in self._waiting:
                self.offer(index)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def offer(self, index: int, penalty: float = 0.0) -> None:
        heappush(self._heap, (penalty - self._scores[index], index))

    def pop(self) -> int:
        return heappop(self._heap)[1]

    def release(self, index: int, *, but: int = -1) -> None:
        """Let those go that waited for ``index`` alone, except one."""
        for follower in self._followers.get(index, ()):
            if follower == but:
                continue
            self._waiting[follower].discard(index)
            if not self._waiting[follower]:
                self.offer(follower)


def _choose(found: Sequence[Candidate], queue: _Queue, limit: int, *, short: bool) -> set[int]:
    """Take the best sentences whose antecedents are taken; ``short``: stop when it is long."""
    chosen: list[Candidate] = []
    put_off: set[int] = set()
    while queue and len(chosen) < limit:
        enough = short and len(chosen) >= _FEWEST
        if enough and _words(chosen) > _LONG_SUMMARY:
            break
        index = queue.pop()
        candidate = found[index]
        if any(_say_the_same(candidate, other) for other in chosen[-_COMPARED:]):
            queue.release(index, but=index + 1)  # what goes on with it goes on with no other
            continue
        if enough and _is_far(candidate, chosen):
            continue
        if index not in put_off and _speaks_of_skipped(candidate, found, chosen):
            put_off.add(index)
            queue.offer(index, _GAP_PENALTY)
        else:
            chosen.append(candidate)
            queue.release(index)
    return {candidate.index for candidate in chosen}


def _is_far(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether it opens or continues no paragraph near a chosen sentence before it."""
    return not any(
        other.index < candidate.index and candidate.place - other.place <= _NEAR for other in chosen
    )


def _speaks_of_skipped(
    candidate: Candidate, found: Sequence[Candidate], chosen: Sequence[Candidate]
) -> bool:
    """Whether a sentence after a gap is about something that only the gap has introduced."""
    taken = {other.index for other in chosen}
    if not taken or candidate.index < min(taken):
        return False
    gap: set[str] = set()
    here = candidate.index - 1
    while here >= 0 and here not in taken and candidate.index - here <= _WIDEST_GAP:
        gap |= found[here].stems
        here -= 1
    return any(
        stem in gap and not any(stem in other.stems for other in chosen) for stem in candidate.about
    )


def _words(chosen: Iterable[Candidate]) -> int:
    return sum(len(candidate.tokens) for candidate in chosen)


def _say_the_same(one: Candidate, other: Candidate) -> bool:
    fewer = min(len(one.stems), len(other.stems))
    return fewer >= _ENOUGH_TO_COMPARE and len(one.stems & other.stems) >= _SAME * fewer


def _fill(scores: Sequence[float], chosen: set[int], limit: int) -> None:
    """Add the best of what was left until there are as many as were asked for."""
    rest = [index for index in range(len(scores)) if index not in chosen]
    rest.sort(key=lambda index: (-scores[index], index))
    chosen.update(rest[: max(limit - len(chosen), 0)])
