"""The noun phrase that names a speaker, as it stands in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    RELATIVES,
    SAME,
    folded_words,
    named_things,
    not_speakers,
    occasions,
    speaker_stops,
    speech_words,
    titles,
)
from generator.arabic.clitics import ARTICLE, readings, without_article
from generator.arabic.fold import fold
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

_TANWEEN: Final = "ً"
_MOST_WORDS: Final = 14
_APPOSITION: Final = 4
_SHORT_NAME: Final = 2
_NAME_WORDS: Final = 6
_COMMAS: Final = frozenset("،,")
_PLACE_PREPOSITIONS: Final = folded_words("في لدى")
_CONTINUING: Final = {
    fold("من"): folded_words("مصدر مصادر مسؤول مسؤولون مسؤولين عضو أعضاء مقرب قريب"),
    fold("إلى"): folded_words("مبعوث مبعوثة سفير سفيرة أميركي أمريكي أممي خاص"),
    fold("عن"): folded_words("مسؤول مسؤولة"),
    fold("على"): folded_words("مشرف مشرفة محافظة"),
}
"""Prepositions that go on with a title, by the nouns (without article) they may follow."""
_MAGHREBI: Final = "ونل"
_ENCLITICS: Final = ("ه", "ها", "هم")
_WITH_ARTICLE: Final = (ARTICLE, "و" + ARTICLE)
_ARTICLES: Final = ("بال", "لل")
_COMPLEMENTS: Final = folded_words("باسم بمدينة بجهة بإقليم بعمالة")
_NAME_PARTS: Final = folded_words("عبد بن ابن بنت أبو أبي آل ولد الله الدين فون دير دي دا دو")
"""Words that go on with a name, whatever stands before."""
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


def speaker_phrase(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Return the name or title that begins at the item ``index``, None where none does.

    ``وزير الخارجية الروسي سيرغي لافروف`` ends before ``أن``, a day, a place or occasion, a relative
    clause or a comma; behind a comma only a name that completes a title is taken:
    ``رئيس البرلمان، فياتشيسلاف فولودين،``.
    """
    if index >= len(sentence) or not _may_begin(sentence, index, scene):
        return None
    first = sentence[index]
    is_title = first.word in titles() or first.word in _DEMONSTRATIVES
    after = _extent(sentence, index, scene, is_title=is_title)
    if is_title and not _has_name(sentence[index:after], scene):
        after = _behind_apposed_name(sentence, after, scene) or after
    words = tuple(item.word for item in sentence[index:after] if item.word)
    known = (
        is_title
        or scene.starts(first.start)
        or first.word in word_list("first_names")
        or first.word in scene.surnames
    )
    doubtful = not known and first.word[0] in "بل" and len(words) > 1
    if doubtful and (len(words) > _SHORT_NAME or not _is_boundary(sentence, after)):
        # A preposition rather than a name: أقر بدولة مدنية.
        return None
    return Phrase(first.start, sentence[after - 1].end, after, words, known)


def _is_boundary(sentence: Sequence[Item], index: int) -> bool:
    if index >= len(sentence):
        return False
    item = sentence[index]
    return not item.word or item.word in COMPLEMENTISERS


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
    if _is_ali(item, scene):
        return True
    if word in speaker_stops() or word in not_speakers() or word in speech_words():
        return False
    return len(word) > 1 and not _is_audience(word) and not _has_proclitic(item, scene)


def has_enclitic(item: Item, scene: Scene) -> bool:
    """Return whether a noun seems to belong to somebody: ``ختمت مداخلتها``, ``جدد دعوته``."""
    word = item.word
    if not word.endswith(_ENCLITICS) or scene.text[item.end - 1] == "ة" or len(word) < 4:
        return False
    if word.startswith(_WITH_ARTICLE):
        return False
    return not (word in titles() or word in word_list("first_names") or word in scene.surnames)


def _has_proclitic(item: Item, scene: Scene) -> bool:
    """Return whether a word is ``ل`` or ``ب`` with something: ``لمحمد``, ``للأسرة``, ``بهذا``."""
    if item.start + 1 in scene.persons or item.word.startswith(_ARTICLES):
        return True
    if item.word[0] not in "لب" or item.word in scene.surnames:
        return False
    rests = {reading.word for reading in readings(item.word)}
    return not rests.isdisjoint(word_list("first_names") | speaker_stops() | titles())


def _extent(sentence: Sequence[Item], index: int, scene: Scene, *, is_title: bool) -> int:
    """Return the index behind the last item of the phrase that begins at ``index``."""
    after = index + 1
    before = sentence[index].word
    while after < len(sentence) and after - index < _MOST_WORDS:
        item = sentence[after]
        if item.quoted:
            if not _is_quoted_name(item, before, scene):
                break
        elif item.sign:
            if item.sign != "." or len(before) > 1:
                break
        elif not scene.text[sentence[after - 1].end : item.start].isspace() or (
            not is_title and _is_object(sentence[index], before, item, scene)
        ):
            break
        elif _goes_on(sentence, after, before, scene, is_title=is_title):
            before = item.word
        else:
            break
        after += 1
    while after > index + 1 and _is_preposition(sentence[after - 1].word):
        after -= 1
    return after


def _is_object(first: Item, before: str, item: Item, scene: Scene) -> bool:
    """Return whether a word is no part of a definite noun and its adjectives before it.

    ``واصلت النجمة المغربية تقديم وصلاتها``; names and titles go on otherwise.
    """
    if not first.word.startswith(ARTICLE) or not before.startswith(ARTICLE):
        return False
    word = item.word
    known = word in scene.surnames or word in word_list("first_names") or word in _NAME_PARTS
    return not (known or word.startswith(ARTICLE) or scene.starts(item.start) or word in SAME)


def _goes_on(
    sentence: Sequence[Item], position: int, before: str, scene: Scene, *, is_title: bool
) -> bool:
    """Return whether the word at ``position`` still belongs to the phrase."""
    item = sentence[position]
    word = item.word
    if scene.is_inside(item.start):
        return True
    if _is_complete(sentence, position, before, scene, is_title=is_title):
        return word[0] == "و" and item.start + 1 in scene.persons
    if scene.starts(item.start) or word in SAME or before in _PLACE_PREPOSITIONS:
        return True
    if word in speech_words() or word[0].isdecimal():
        return False
    if _TANWEEN in scene.text[item.start : item.end]:
        return False
    if before not in word_list("first_names") and has_enclitic(item, scene):
        return False
    if word == "عام" and is_title:
        return before in titles()
    if word in speaker_stops() and not _is_ali(item, scene):
        return is_title and _title_goes_on(sentence, position, before, scene)
    if _ends_name(sentence, position, before, scene):
        return True
    if is_title:
        named = before in scene.surnames or before in word_list("first_names")
        return _in_title(item, before, scene) and not (named and word[0] == "ل")
    return _in_name(sentence, position, before, scene)


def _ends_name(sentence: Sequence[Item], position: int, before: str, scene: Scene) -> bool:
    """Return whether an unknown word before a boundary is the end of a name: ``نيد برايس إن``."""
    if before.startswith(ARTICLE) or before in titles() or before in _COMPLEMENTS:
        return False
    word = sentence[position].word
    if sentence[position - 1].end in scene.ends or word[0] == "و":
        return False
    if word.startswith(_ARTICLES) or _is_audience(word):
        return False
    if position + 1 == len(sentence):
        return False
    following = sentence[position + 1]
    return not following.word or following.word in speaker_stops() or _is_audience(following.word)


def _is_complete(
    sentence: Sequence[Item], position: int, before: str, scene: Scene, *, is_title: bool
) -> bool:
    """Return whether a person's name ends before ``position``."""
    if sentence[position - 1].end in scene.person_ends or before in SAME:
        return True
    word = sentence[position].word
    if before not in scene.surnames or word in _NAME_PARTS or word in word_list("first_names"):
        return False
    # In a title a surname may be an adjective as well: رئيس المرصد الصحراوي.
    return not is_title or sentence[position - 2].word in word_list("first_names")


def _is_ali(item: Item, scene: Scene) -> bool:
    """Return whether a word is the name ``علي``, which folding makes equal to ``على``."""
    return item.word == "علي" and scene.text[item.end - 1] == "ي"


def _in_title(item: Item, before: str, scene: Scene) -> bool:
    """Return whether a word with a letter that may be a proclitic goes on with a title."""
    word = item.word
    if len(word) < 3 or _is_part_of_name(word, before) or word in scene.surnames:
        return True
    if word[0] == "ل":
        return not _is_audience(word) and item.start + 1 not in scene.persons
    if word[0] == "ب":
        return (
            word.startswith("بال")
            or word[1] in _MAGHREBI
            or item.start + 1 in scene.places
            or item.start + 1 in scene.bodies
            or word[1:] in titles()
            or word in _COMPLEMENTS
        )
    if word[0] == "و":
        return word[1:].startswith(ARTICLE) or item.start + 1 in scene.persons
    return True


def _in_name(sentence: Sequence[Item], position: int, before: str, scene: Scene) -> bool:
    """Return whether a word goes on with a person's name or another noun."""
    item = sentence[position]
    word = item.word
    if word.startswith(ARTICLE) and word in titles() and _is_name(sentence[position - 1], scene):
        return False
    if len(word) < 3 or _is_part_of_name(word, before):
        return True
    if word[0] == "ب":
        # Names in the Maghreb and Israel begin so: بوكوس، بنكيران، بلعيد.
        return word[1] in _MAGHREBI
    if word[0] == "و":
        return word[1:] in word_list("first_names") or item.start + 1 in scene.persons
    return word[0] != "ل"


def _is_name(item: Item, scene: Scene) -> bool:
    return item.word in word_list("first_names") or item.word in scene.surnames


def _is_part_of_name(word: str, before: str) -> bool:
    first_names = word_list("first_names")
    return before in first_names or word in first_names or word in word_list("own_first_letter")


def _title_goes_on(sentence: Sequence[Item], position: int, before: str, scene: Scene) -> bool:
    """Return whether a title goes on with the preposition at ``position``."""
    word = sentence[position].word
    if position + 1 >= len(sentence):
        return False
    following = sentence[position + 1]
    if not following.word or following.word[0].isdecimal():
        return False
    if not scene.starts(following.start) and following.word in speaker_stops():
        return False
    if word in _PLACE_PREPOSITIONS:
        return following.word not in occasions() and not has_enclitic(following, scene)
    return without_article(before) in _CONTINUING.get(word, ())


def _is_preposition(word: str) -> bool:
    return len(word) == 1 or word in _PLACE_PREPOSITIONS or word in _CONTINUING


def _is_audience(word: str) -> bool:
    """Return whether a word is ``ل`` with somebody to whom something is said."""
    audiences = word_list("audiences")
    return word[0] == "ل" and any(
        without_article(reading.word) in audiences for reading in readings(word)
    )


def _is_quoted_name(item: Item, before: str, scene: Scene) -> bool:
    """Return whether a quoted stretch names the body before it: ``وكالة "سبوتنيك"``."""
    if item.quoted is None or (before not in named_things() and before not in titles()):
        return False
    return len(scene.text[item.quoted.start : item.quoted.end].split()) <= _NAME_WORDS


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
            or item.word in _COMPLEMENTS
            or _TANWEEN in scene.text[item.start : item.end]
        ):
            return None
        if index == first and item.word[0] in "اولبف" and not _is_sure_name(item, scene):
            return None
    return None


def _is_sure_name(item: Item, scene: Scene) -> bool:
    """Return whether a word is a name though it begins like ``التي``, ``وذلك``, ``بدوره``."""
    return scene.starts(item.start) or _is_part_of_name(item.word, "")
