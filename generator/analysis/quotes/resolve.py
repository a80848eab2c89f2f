"""From a speaker's name or title to a topic, by what the article itself says."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.lexicon import folded_words
from generator.arabic.clitics import readings, without_article
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis.quotes.scene import Scene
    from generator.analysis.quotes.speakers import Phrase
    from generator.arabic.tokens import Token
    from generator.findings import Mention
    from generator.model import TopicId

_SYNONYMS: Final = {
    fold(word): fold(same)
    for word, same in (
        ("ناطق", "متحدث"),
        ("ناطقة", "متحدثة"),
        ("الأمريكي", "الأميركي"),
        ("الأمريكية", "الأميركية"),
    )
}
_COUNTERPARTS: Final = folded_words("نظيره نظيرته ونظيره ونظيرته لنظيره لنظيرته")
_FEWEST_WORDS: Final = 2
_MOST: Final = 50
"""Names looked at for one title, so that time stays linear."""
_GAPS: Final = frozenset({" ", "، ", ", "})


class Bearers(NamedTuple):
    """The persons of an article by the words that their titles may end or begin with."""

    persons: Sequence[Mention]
    before: Mapping[str, Sequence[int]]
    """Places in ``persons``, by the word right before their names."""
    behind: Mapping[str, Sequence[int]]
    """By the word right behind."""


def find_bearers(scene: Scene, tokens: Sequence[Token]) -> Bearers:
    """Return whom the article sets beside a word that may be of their title."""
    before: defaultdict[str, list[int]] = defaultdict(list)
    behind: defaultdict[str, list[int]] = defaultdict(list)
    persons = list(scene.persons.values())
    for place, mention in enumerate(persons):
        first, following = _beside(mention, tokens)
        if first and scene.text[tokens[first - 1].end : mention.span.start] in _GAPS:
            before[_plain(tokens[first - 1].folded)].append(place)
        if (
            following < len(tokens)
            and scene.text[mention.span.end : tokens[following].start] in _GAPS
        ):
            for word in _readings(tokens[following].folded):
                behind[word].append(place)
    return Bearers(persons, before, behind)


def topic_of(
    phrase: Phrase, scene: Scene, tokens: Sequence[Token], bearers: Bearers
) -> TopicId | None:
    """Return the topic that speaks: the person named in the phrase, else who bears the title.

    A title leads to a person where the article sets it right before or behind that person's name
    and no other person bears it. A body speaks for itself where the phrase begins with its name,
    a country or place where the phrase is its name; their officials do not become them.
    """
    last = bisect_left(scene.spans, (phrase.end, 0)) - 1
    while last >= 0 and scene.spans[last].start >= phrase.start:
        person = scene.persons.get(scene.spans[last].start)
        if person is not None:
            return person.topic
        last -= 1
    titled = set(_titled(phrase, tokens, bearers))
    if titled:
        return titled.pop() if len(titled) == 1 else None
    body = scene.bodies.get(phrase.start)
    if body is not None:
        return body.topic
    place = scene.places.get(phrase.start)
    return place.topic if place is not None and place.span.end >= phrase.end else None


def _titled(phrase: Phrase, tokens: Sequence[Token], bearers: Bearers) -> Iterator[TopicId]:
    """Yield the persons whom the article calls by the words of the phrase."""
    count = len(phrase.words)
    if count < _FEWEST_WORDS:
        return
    title = [_plain(word) for word in phrase.words]
    persons = bearers.persons
    for place in bearers.before.get(title[-1], ())[:_MOST]:
        first, _ = _beside(persons[place], tokens)
        if (first >= count and _same(tokens[first - count : first], title)) or (
            place and _is_counterpart(persons[place - 1], first, title, tokens)
        ):
            yield persons[place].topic
    for place in bearers.behind.get(title[0], ())[:_MOST]:
        _, following = _beside(persons[place], tokens)
        if _same(tokens[following : following + count], title):
            yield persons[place].topic


def _beside(mention: Mention, tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the indexes of the first word of a name and of the word behind it."""
    first = bisect_left(tokens, mention.span.start, key=_last)
    return first, bisect_left(tokens, mention.span.end, first, key=_start)


def _is_counterpart(
    before: Mention, first: int, title: Sequence[str], tokens: Sequence[Token]
) -> bool:
    """Return whether a title passes from one person to the next.

    ``الرئيس الروسي فلاديمير بوتين ونظيره الإيراني مسعود بزشكيان``: the latter is
    ``الرئيس الإيراني``. ``first`` is the index of the first token of the latter's name.
    """
    if first < 2 or _plain(tokens[first - 1].folded) != title[-1]:
        return False
    if tokens[first - 2].folded not in _COUNTERPARTS or tokens[first - 3].end != before.span.end:
        return False
    start = bisect_left(tokens, before.span.start, key=_last)
    return start >= len(title) and _same(tokens[start - len(title) : start - 1], title[:-1])


def _start(token: Token) -> int:
    return token.start


def _last(token: Token) -> int:
    return token.end - 1


def _plain(word: str) -> str:
    bare = without_article(word)
    return _SYNONYMS.get(bare, _SYNONYMS.get(word, bare))


def _readings(word: str) -> set[str]:
    """Return the words that a title may begin with where this word stands."""
    return {_plain(word), *(_plain(reading.word) for reading in readings(word))}


def _same(tokens: Sequence[Token], title: Sequence[str]) -> bool:
    words = [token.folded for token in tokens]
    if len(words) != len(title) or [_plain(word) for word in words[1:]] != title[1:]:
        return False
    return title[0] in _readings(words[0])
