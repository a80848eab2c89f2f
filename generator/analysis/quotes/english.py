"""Quotations in English text: ``"…," said the minister``, ``Smith said that "…"``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.attribution import Memory, Said
from generator.analysis.quotes.lexicon import folded_words
from generator.analysis.quotes.speakers import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

_VERBS: Final = folded_words(
    "said says say saying told tells added adds adding stated stressed warned noted argued"
    " insisted claimed announced declared explained wrote tweeted posted replied responded"
    " called described confirmed acknowledged admitted vowed urged emphasised emphasized"
    " reiterated continued concluded commented remarked suggested asked recalled pledged"
    " promised"
)
_TITLES: Final = folded_words(
    "the a an minister ministers spokesman spokeswoman spokesperson president premier"
    " secretary official officials ministry government chief leader leaders foreign prime"
    " senior former deputy vice state department office embassy ambassador envoy commander"
    " general head director chairman statement agency company group analyst analysts expert"
    " experts professor author lawyer court judge police army military report source sources"
    " people family mother father adviser diplomat diplomats lawmaker lawmakers house senator"
    " top national security defence defense one his her its their who"
)
_JOINERS: Final = folded_words("of for and al bin ben de von van der to")
_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
_ADVERBS: Final = folded_words(
    "also later then has had have been repeatedly once earlier again previously recently"
)
_AFTER_NP: Final = frozenset({",", "-", "–", "—"})
_FEWEST_WORDS: Final = 3
_REACH: Final = 12
_MEMORY: Final = 1


def attribute_english(
    sentence: Sequence[Item], scene: Scene, memory: Memory | None
) -> tuple[list[Said], Memory | None]:
    """Return the quotations of an English sentence, and who has spoken last behind it."""
    found: list[Said] = []
    speaker = memory.speaker if memory is not None and memory.age <= _MEMORY else None
    named: Phrase | None = None
    for index, item in enumerate(sentence):
        if item.quoted is None:
            continue
        words = scene.text[item.quoted.start : item.quoted.end].split()
        source = _behind(sentence, index, scene) or _before(sentence, index, scene)
        if source is None or len(words) < _FEWEST_WORDS:
            continue
        verb, phrase = source
        named = phrase or named
        found.append(Said(item.quoted, phrase or named or speaker, verb))
    if named is not None:
        return found, Memory(named, None, 0)
    return found, memory._replace(age=memory.age + 1) if memory else None


def _behind(
    sentence: Sequence[Item], index: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    """Read ``"…," said Smith``, ``"…," the minister said``, ``"…," according to Smith``."""
    start = index + 1
    while start < len(sentence) and sentence[start].sign == ",":
        start += 1
    lead = _word(sentence, start)
    if lead in _VERBS:
        return sentence[start], _forward(sentence, start + 1, scene)
    if lead == "according":
        return _according(sentence[start:], len(sentence), scene)
    if lead in _PRONOUNS and _word(sentence, start + 1) in _VERBS:
        return sentence[start + 1], None
    phrase = _forward(sentence, start, scene)
    if phrase is not None and _word(sentence, phrase.after) in _VERBS:
        return sentence[phrase.after], phrase
    return None


def _before(
    sentence: Sequence[Item], index: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    """Read ``Smith said: "…"``, ``he told reporters that "…"``."""
    for position in range(index - 1, max(index - 1 - _REACH, 0), -1):
        if sentence[position].quoted:
            return None
        if sentence[position].word not in _VERBS:
            continue
        end = position
        while end > 0 and sentence[end - 1].word in _ADVERBS:
            end -= 1
        if end and sentence[end - 1].word in _PRONOUNS:
            return sentence[position], None
        phrase = _backward(sentence, end, scene)
        return (sentence[position], phrase) if phrase else None
    return _according(sentence, index, scene)


def _according(
    sentence: Sequence[Item], index: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    for position in range(min(index, len(sentence)) - 1):
        if sentence[position].word == "according" and sentence[position + 1].word == "to":
            phrase = _forward(sentence, position + 2, scene)
            return (sentence[position], phrase) if phrase else None
    return None


def _word(sentence: Sequence[Item], index: int) -> str:
    return sentence[index].word if 0 <= index < len(sentence) else ""


def _is_part(item: Item, scene: Scene) -> bool:
    return bool(item.word) and (scene.text[item.start].isupper() or item.word in _TITLES)


def _forward(sentence: Sequence[Item], start: int, scene: Scene) -> Phrase | None:
    """Return the name or title that begins at ``start``."""
    end = start
    while end < len(sentence) and sentence[end].word:
        joins = end > start and sentence[end].word in _JOINERS and end + 1 < len(sentence)
        if not _is_part(sentence[end], scene) and not (
            joins and _is_part(sentence[end + 1], scene)
        ):
            break
        end += 1
    return _phrase(sentence, start, end)


def _backward(sentence: Sequence[Item], end: int, scene: Scene) -> Phrase | None:
    """Return the name or title that ends before ``end``, an apposition between commas skipped."""
    if end and sentence[end - 1].sign in _AFTER_NP:
        opening = end - 2
        while opening > 0 and sentence[opening].sign not in _AFTER_NP:
            opening -= 1
        end = opening
    start = end
    while start > 0 and sentence[start - 1].word:
        item = sentence[start - 1]
        joins = item.word in _JOINERS and start - 1 > 0 and start < end
        if not _is_part(item, scene) and not (joins and _is_part(sentence[start - 2], scene)):
            break
        start -= 1
    return _phrase(sentence, start, end)


def _phrase(sentence: Sequence[Item], start: int, end: int) -> Phrase | None:
    if start >= end or all(item.word in _JOINERS for item in sentence[start:end]):
        return None
    words = tuple(item.word for item in sentence[start:end])
    return Phrase(sentence[start].start, sentence[end - 1].end, end, words, known=True)
