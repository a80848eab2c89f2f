"""From a speaker's name or title to a topic, by what the article itself says."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import folded_words
from generator.arabic.clitics import readings, without_article
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.analysis.quotes.scene import Scene
    from generator.analysis.quotes.speakers import Phrase
    from generator.arabic.tokens import Token
    from generator.model import Mention, TopicId

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
_GAPS: Final = frozenset({" ", "، ", ", "})


def topic_of(phrase: Phrase, scene: Scene, tokens: Sequence[Token]) -> TopicId | None:
    """Return the topic that speaks: the person named in the phrase, else who bears the title.

    A title leads to a person where the article sets it right before or behind that person's name
    and no other person bears it. A body speaks for itself where the phrase begins with its name,
    a country or place where the phrase is its name; their officials do not become them.
    """
    named = [
        mention for start, mention in scene.persons.items() if phrase.start <= start < phrase.end
    ]
    if named:
        return named[-1].topic
    bearers = {mention.topic for mention in _bearers(phrase, scene, tokens)}
    if bearers:
        return bearers.pop() if len(bearers) == 1 else None
    body = scene.bodies.get(phrase.start)
    if body is not None:
        return body.topic
    place = scene.places.get(phrase.start)
    return place.topic if place is not None and place.span.end >= phrase.end else None


def _bearers(phrase: Phrase, scene: Scene, tokens: Sequence[Token]) -> Iterable[Mention]:
    """Yield the mentions of persons that stand right behind or before the words of the phrase."""
    count = len(phrase.words)
    if count < _FEWEST_WORDS:
        return
    title = [_plain(word) for word in phrase.words]
    before: Mention | None = None
    for mention in scene.persons.values():
        first = bisect_left(tokens, mention.span.start, key=_last)
        behind = bisect_left(tokens, mention.span.end, key=lambda token: token.start)
        fits = (
            first >= count
            and scene.text[tokens[first - 1].end : mention.span.start] in _GAPS
            and _same(tokens[first - count : first], title)
        ) or (
            behind < len(tokens)
            and scene.text[mention.span.end : tokens[behind].start] in _GAPS
            and _same(tokens[behind : behind + count], title)
        )
        if fits or (before is not None and _is_counterpart(before, first, title, tokens)):
            yield mention
        before = mention


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


def _last(token: Token) -> int:
    return token.end - 1


def _plain(word: str) -> str:
    bare = without_article(word)
    return _SYNONYMS.get(bare, _SYNONYMS.get(word, bare))


def _same(tokens: Sequence[Token], title: Sequence[str]) -> bool:
    words = [token.folded for token in tokens]
    if len(words) != len(title) or [_plain(word) for word in words[1:]] != title[1:]:
        return False
    return title[0] in (_plain(words[0]), *(_plain(reading.word) for reading in readings(words[0])))
