"""What speaks for a sentence: its place first, then what the article is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.summary.sentence import Candidate
    from generator.findings import Mention

_FALL: Final = 0.35
"""How fast the weight of a place falls; fitted on human extracts (see the package)."""
_WORDS_SHARE: Final = 0.1
_TOPICS_SHARE: Final = 0.1
_MAIN_WORDS: Final = 12
_MAIN_TOPICS: Final = 6
_GOOD_LENGTH: Final = range(8, 61)
_LENGTH_PENALTY: Final = -0.1
_LEANS_PENALTY: Final = -0.1
_BARRED_PENALTY: Final = -2.0


def score_parts(
    found: Sequence[Candidate],
    mentions: Sequence[Mention],
    needs: Mapping[int, frozenset[int]],
    barred: Mapping[int, str],
) -> list[dict[str, float]]:
    """Return the named shares of each sentence's score; they add up to it.

    ``position``; ``words`` and ``topics``: how much of what the article speaks of most stands in
    it; ``length``: too short or too long; ``leans``: it hangs on other sentences; the name of
    what bars it (see :func:`generator.analysis.summary.guards.unfit`).
    """
    words = _shares(found)
    topics = _topic_shares(found, mentions)
    scores = []
    for candidate in found:
        index = candidate.index
        parts = {"position": 1 / (1 + _FALL * candidate.place)}
        parts["words"] = _WORDS_SHARE * words[index]
        if mentions:
            parts["topics"] = _TOPICS_SHARE * topics[index]
        if len(candidate.tokens) not in _GOOD_LENGTH:
            parts["length"] = _LENGTH_PENALTY
        if index in needs:
            parts["leans"] = _LEANS_PENALTY
        if index in barred:
            parts[barred[index]] = _BARRED_PENALTY
        scores.append({name: round(value, 4) for name, value in parts.items()})
    return scores


def _shares(found: Sequence[Candidate]) -> list[float]:
    """Return which share of the article's most frequent words each sentence has."""
    counts = Counter(stem for candidate in found for stem in candidate.stems)
    # Stems come out of sets: among equals, the alphabet decides, not the order of this run.
    ranked = sorted(counts, key=lambda stem: (-counts[stem], stem))
    main = frozenset(ranked[:_MAIN_WORDS])
    return [len(candidate.stems & main) / max(len(main), 1) for candidate in found]


def _topic_shares(found: Sequence[Candidate], mentions: Sequence[Mention]) -> list[float]:
    """Return which share of the article's most named topics each sentence names."""
    counts = Counter(mention.topic for mention in mentions)
    main = {topic for topic, _ in counts.most_common(_MAIN_TOPICS)}
    shares, at = [], 0
    for candidate in found:
        span, here = candidate.sentence.span, set()
        while at < len(mentions) and mentions[at].span.start < span.end:
            if mentions[at].span.start >= span.start:
                here.add(mentions[at].topic)
            at += 1
        shares.append(len(here & main) / max(len(main), 1))
    return shares
