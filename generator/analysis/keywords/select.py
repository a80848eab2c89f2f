"""Chooses, from the best score down, keywords that do not repeat one another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.keywords.candidates import Key, parts, plain
from generator.analysis.keywords.filters import why_unfit
from generator.analysis.keywords.labels import label, longest_call, spans, stems, topic_label
from generator.analysis.keywords.names import full_names
from generator.arabic.fold import fold
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.stream import Stream
    from generator.model import Language, Span, Topic, TopicId

_FEW: Final = 3
"""So many keywords are shown, however poor their scores."""
_AS_GOOD: Final = 0.6
_LONG_NAME: Final = 5
_LONG_VOWELS: Final = frozenset("اوي")


class Choice(NamedTuple):
    """A keyword chosen."""

    text: str
    score: float
    topic: TopicId | None
    spans: tuple[Span, ...]
    stems: frozenset[Key]
    """Its words: of the phrase in the text, and of what is shown."""
    called: str
    """What the article calls it; for a topic, whose name is shown, maybe something shorter."""


def choose(
    stream: Stream,
    candidates: Mapping[Key, Sequence[int]],
    scores: Mapping[Key, float],
    topics: Mapping[TopicId, Topic],
    language: Language,
    limit: int,
    floor: float,
) -> list[Choice]:
    """Return at most ``limit`` keywords, best first.

    What occurs once must score ``floor``, unless there are only a few keywords. None of them
    stands inside another, none is cut out of a chosen one, and no two are spellings of one name.
    A surname is shown as the full name.
    """
    full = full_names(stream, candidates)
    surnames = {name: surname for surname, name in full.items()}
    chosen: list[Choice] = []
    covered: set[int] = set()
    for best in sorted(scores, key=scores.__getitem__, reverse=True):
        if len(chosen) == limit:
            break
        if scores[best] < floor and len(candidates[best]) == 1 and len(chosen) >= _FEW:
            continue
        key = full.get(best) or _kernel(stream, best, candidates, scores)
        places = candidates[key]
        if why_unfit(stream, key, places) or _is_covered(key, places, covered):
            continue
        topic = stream.topics.get(places[0]) if len(key) == 1 else None
        if topic is not None and _is_metonym(topic, chosen, topics):
            continue
        text = called = label(stream, key, places)
        if topic is not None:
            text = topic_label(topic, topics, language, text)
            called = longest_call(stream, places)
        where = set(spans(stream, key, places))
        if key in surnames:
            ends = {span.end for span in where}
            alone = spans(stream, surnames[key], candidates[surnames[key]])
            where.update(span for span in alone if span.end not in ends)
        words = frozenset((plain(key), stems(text)))
        choice = Choice(text, scores[best], topic, tuple(sorted(where)), words, called)
        fitting = _fitted(choice, chosen)
        if fitting is not None:
            chosen = fitting
            covered.update(place + step for place in places for step in range(len(key)))
    return chosen


def _fitted(choice: Choice, chosen: list[Choice]) -> list[Choice] | None:
    """Return the keywords with one more, None where it repeats one of them.

    The name of a topic may hold another topic's (``معاهدة الشراكة الروسية الإيرانية`` that of
    ``إيران``): then it is shown as the article calls it.
    """
    repeated = [other for other in chosen if _repeats(choice, other)]
    if not repeated:
        return [*chosen, choice]
    if choice.topic is None or any(other.topic is None for other in repeated):
        return None
    by_call = _by_call(choice)
    if not any(_repeats(by_call, other) for other in chosen):
        return [*chosen, by_call]
    others = [_by_call(other) if other in repeated else other for other in chosen]
    return None if any(_repeats(choice, other) for other in others) else [*others, choice]


def _by_call(choice: Choice) -> Choice:
    return choice._replace(text=choice.called, stems=frozenset((stems(choice.called),)))


def _is_metonym(topic: TopicId, chosen: Sequence[Choice], topics: Mapping[TopicId, Topic]) -> bool:
    """Return whether a capital or its country stands among the keywords already."""
    if topic not in topics:
        return False
    own = topics[topic]
    for other in chosen:
        if other.topic is None or other.topic not in topics:
            continue
        pairs = ((own, topics[other.topic]), (topics[other.topic], own))
        if any(_is_capital(town) and country.id in town.parents for town, country in pairs):
            return True
    return False


def _is_capital(topic: Topic) -> bool:
    capitals = word_list("capitals")
    return topic.kind == "place" and fold(topic.name.ar).replace(" ", "_") in capitals


def _kernel(
    stream: Stream, key: Key, candidates: Mapping[Key, Sequence[int]], scores: Mapping[Key, float]
) -> Key:
    """Return the part of a long phrase that the article uses more often, and scores as well.

    Of ``مياه نهر الزمرد`` that is ``نهر الزمرد``, if the river is named elsewhere too.
    """
    best = key
    for part in parts(key, 2):
        if (
            len(candidates.get(part, ())) > len(candidates[best])
            and scores.get(part, -math.inf) > scores[key] - _AS_GOOD
            and not why_unfit(stream, part, candidates[part])
        ):
            best = part
    return best


def _is_covered(key: Key, places: Sequence[int], covered: set[int]) -> bool:
    """Return whether most occurrences overlap a chosen keyword: a piece of its surroundings."""
    inside = sum(any(place + step in covered for step in range(len(key))) for place in places)
    return 2 * inside > len(places)


def _repeats(one: Choice, other: Choice) -> bool:
    short, long = sorted((fold(one.text), fold(other.text)), key=len)
    return short in long or any(
        _holds(a, b) or _holds(b, a) or _same_name(a, b) for a in one.stems for b in other.stems
    )


def _holds(long: Key, short: Key) -> bool:
    size = len(short)
    if size > len(long) or short[0] not in long:
        return False
    return any(long[start : start + size] == short for start in range(len(long) - size + 1))


def _same_name(one: Key, other: Key) -> bool:
    """Return whether two phrases are alike word by word: ``بزشكيان`` and ``بيزشكيان``.

    Spellings of a long name share the first letter, the last one and the consonants between.
    """
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _LONG_NAME and _skeleton(one) == _skeleton(other)
    )


def _skeleton(word: str) -> str:
    return word[0] + "".join(c for c in word[1:-1] if c not in _LONG_VOWELS) + word[-1]
