"""The noun phrase that names a speaker, as it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.keywords.lexicon import describe
from generator.analysis.quotes.extent import extent, is_boundary
from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    RELATIVES,
    folded_words,
    not_speakers,
    speaker_stops,
    speech_words,
    titles,
)
from generator.analysis.quotes.phrase_words import (
    COMPLEMENTS,
    TANWEEN,
    has_proclitic,
    is_ali,
    is_audience,
    is_sure_name,
)
from generator.arabic.clitics import ARTICLE
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

_APPOSITION: Final = 4
_SHORT_NAME: Final = 2
_COMMAS: Final = frozenset("،,")
_AND: Final = ("وت", "وال")
"""No names begin so: a conjunction with a verb or a noun."""
_DEMONSTRATIVES: Final = folded_words("هذا هذه")


class Phrase(NamedTuple):
    """A speaker's name or title. Offsets are code points of the text."""

    start: int
    end: int
    after: int
    """Index of the item behind it."""
    words: tuple[str, ...]
    """Folded."""
    known: bool
    """It begins with a title, a first name or a topic: not just with any noun."""


def speaker_phrase(
    sentence: Sequence[Item], index: int, scene: Scene, *, wary: bool = False
) -> Phrase | None:
    """Return the name or title that begins at the item ``index``, None where none does.

    ``وزير الخارجية الروسي سيرغي لافروف`` ends before ``أن``, a day, a place or occasion, a relative
    clause or a comma; behind a comma only a name that completes a title is taken:
    ``رئيس البرلمان، فياتشيسلاف فولودين،``. Where ``wary``, an object may follow a title at once:
    ``اعتبر الكاتب الصحفي إدخال الموانئ خطأ``.
    """
    if index >= len(sentence) or not _may_begin(sentence, index, scene):
        return None
    first = sentence[index]
    is_title = first.word in titles() or first.word in _DEMONSTRATIVES
    after = extent(sentence, index, scene, is_title=is_title, wary=wary)
    if is_title and not _has_name(sentence[index:after], scene):
        after = _behind_apposed_name(sentence, after, scene) or after
    words = tuple(item.word for item in sentence[index:after] if item.word)
    known = (
        is_title
        or scene.starts(first.start)
        or first.word in word_list("first_names")
        or first.word in scene.surnames
    )
    if not known and len(words) == 1 and _is_object(sentence, after, first.word):
        return None
    doubtful = not known and first.word[0] in "بل" and len(words) > 1
    if doubtful and (len(words) > _SHORT_NAME or not is_boundary(sentence, after)):
        # A preposition rather than a name: أقر بدولة مدنية.
        return None
    return Phrase(first.start, sentence[after - 1].end, after, words, known)


def _may_begin(sentence: Sequence[Item], index: int, scene: Scene) -> bool:
    item = sentence[index]
    word = item.word
    if not word or not word[0].isalpha() or word in COMPLEMENTISERS or word in RELATIVES:
        return False
    if scene.starts(item.start):
        return True
    if word in _DEMONSTRATIVES and index + 1 < len(sentence):
        following = sentence[index + 1].word
        return following.startswith(ARTICLE) and following in titles()
    if is_ali(item, scene):
        return True
    if word in speaker_stops() or word in not_speakers() or word in speech_words():
        return False
    if word.startswith(_AND) and word not in titles() and word not in word_list("own_first_letter"):
        return False
    return len(word) > 1 and not is_audience(word) and not has_proclitic(item, scene)


def _is_object(sentence: Sequence[Item], after: int, word: str) -> bool:
    """Return whether one indefinite noun is what the verb is about: ``يواصل امتهان كرامتها``.

    One that speaks stands right before what it says: ``قال خبراء إن``.
    """
    noun = describe(word)
    return noun.accusative or (
        noun.noun and not noun.given_name and not is_boundary(sentence, after)
    )


def _has_name(items: Sequence[Item], scene: Scene) -> bool:
    first_names = word_list("first_names")
    return any(item.start in scene.persons or item.word in first_names for item in items)


def _behind_apposed_name(sentence: Sequence[Item], position: int, scene: Scene) -> int | None:
    """Return the index behind a name that stands between commas at ``position``."""
    if position >= len(sentence) or sentence[position].sign not in _COMMAS:
        return None
    first = position + 1
    for index in range(first, min(first + 1 + _APPOSITION, len(sentence))):
        item = sentence[index]
        if item.sign in _COMMAS or item.word in COMPLEMENTISERS:
            return index if index > first else None
        if not item.word or item.word in speaker_stops() or item.word in speech_words():
            return None
        if (
            item.word in titles()
            or item.word in COMPLEMENTS
            or TANWEEN in scene.text[item.start : item.end]
        ):
            return None
        if index == first and item.word[0] in "اولبف" and not is_sure_name(item, scene):
            return None
    return None
