"""Where a speaker's name or title ends: word after word, until something else begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    SAME,
    folded_words,
    occasions,
    speaker_stops,
    speech_words,
    titles,
)
from generator.analysis.quotes.phrase_words import (
    ARTICLES,
    COMPLEMENTS,
    MAGHREBI,
    NAME_PARTS,
    TANWEEN,
    fits_title,
    has_enclitic,
    is_ali,
    is_audience,
    is_name,
    is_object,
    is_part_of_name,
    names_body,
)
from generator.arabic.clitics import ARTICLE, without_article
from generator.arabic.fold import fold
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

_FATHA: Final = "َ"
"""At the end of a word it tells an object, as tanween does."""
_MOST_WORDS: Final = 14
_NAME_WORDS: Final = 3
_PLACE_PREPOSITIONS: Final = folded_words("في لدى")
_SERVANT: Final = "عبد"
_VAN: Final = "فان"
_CONTINUING: Final = {
    fold("من"): folded_words("مصدر مصادر مسؤول مسؤولون مسؤولين عضو أعضاء مقرب قريب"),
    fold("إلى"): folded_words("مبعوث مبعوثة سفير سفيرة أميركي أمريكي أممي خاص"),
    fold("عن"): folded_words("مسؤول مسؤولة"),
    fold("على"): folded_words("مشرف مشرفة محافظة"),
}
"""Prepositions that go on with a title, by the nouns (without article) they may follow."""


def extent(
    sentence: Sequence[Item], index: int, scene: Scene, *, is_title: bool, wary: bool
) -> int:
    """Return the index behind the last item of the phrase that begins at ``index``."""
    after = index + 1
    before = sentence[index].word
    while after < len(sentence) and after - index < _MOST_WORDS:
        item = sentence[after]
        if item.quoted:
            if not names_body(item, before, scene):
                break
        elif item.sign:
            if item.sign != "." or len(before) > 1:
                break
        elif _is_parted(sentence, index, after, scene, is_title=is_title, wary=wary):
            break
        elif _goes_on(sentence, after, before, scene, is_title=is_title):
            before = item.word
        else:
            break
        after += 1
    while after > index + 1 and _is_preposition(sentence[after - 1].word):
        after -= 1
    return after


def _is_parted(
    sentence: Sequence[Item], index: int, after: int, scene: Scene, *, is_title: bool, wary: bool
) -> bool:
    """Return whether something else than the phrase begins at ``after``: a sign, or an object."""
    item = sentence[after]
    if not scene.text[sentence[after - 1].end : item.start].isspace():
        return True
    if is_title:
        return wary and _begins_object(sentence, index, after, scene)
    return is_object(sentence[index], sentence[after - 1].word, item, scene)


def _begins_object(sentence: Sequence[Item], index: int, after: int, scene: Scene) -> bool:
    """Return whether what the verb acts on begins at ``after``, behind a title.

    A name would soon end; ``لحزب``, ``باسم`` and ``والفنان`` go on with the title.
    """
    item = sentence[after]
    if item.word.startswith("بال"):
        return True
    if (
        item.word.startswith(("ل", "وال"))
        or item.word in COMPLEMENTS
        or item.word in speaker_stops()
    ):
        return False
    soon = any(is_boundary(sentence, after + words) for words in range(1, _NAME_WORDS + 1))
    return not soon and is_object(sentence[index], sentence[after - 1].word, item, scene)


def _goes_on(
    sentence: Sequence[Item], position: int, before: str, scene: Scene, *, is_title: bool
) -> bool:
    """Return whether the word at ``position`` still belongs to the phrase."""
    item = sentence[position]
    word = item.word
    if scene.is_inside(item.start) or _is_particle(sentence, position, scene):
        return True
    if _is_complete(sentence, position, before, scene, is_title=is_title):
        return word[0] == "و" and item.start + 1 in scene.persons
    if scene.starts(item.start) or word in SAME or before in _PLACE_PREPOSITIONS:
        return True
    if word in speech_words() or word[0].isdecimal():
        return False
    if scene.text[item.end - 1] == _FATHA or TANWEEN in scene.text[item.start : item.end]:
        return False
    if before not in word_list("first_names") and has_enclitic(item, scene):
        return False
    if word == "عام" and is_title:
        return before in titles()
    if word in speaker_stops() and not is_ali(item, scene):
        return is_title and _title_goes_on(sentence, position, before, scene)
    if _ends_name(sentence, position, before, scene):
        return True
    if is_title:
        named = before in scene.surnames or before in word_list("first_names")
        return fits_title(item, before, scene) and not (named and word[0] == "ل")
    return _fits_name(sentence, position, before, scene)


def _is_particle(sentence: Sequence[Item], position: int, scene: Scene) -> bool:
    """Return whether a word is the ``فان`` of a Dutch name, which folds to the same as ``فإن``."""
    item = sentence[position]
    written = scene.text[item.start : item.end]
    behind = sentence[position + 1].word if position + 1 < len(sentence) else ""
    return written == _VAN and bool(behind) and not behind.startswith(ARTICLE)


def _ends_name(sentence: Sequence[Item], position: int, before: str, scene: Scene) -> bool:
    """Return whether an unknown word before a boundary is the end of a name: ``نيد برايس إن``."""
    if before.startswith(ARTICLE) or before in titles() or before in COMPLEMENTS:
        return False
    word = sentence[position].word
    if sentence[position - 1].end in scene.ends or word[0] == "و":
        return False
    if word.startswith(ARTICLES) or is_audience(word):
        return False
    if position + 1 == len(sentence):
        return False
    following = sentence[position + 1]
    return not following.word or following.word in speaker_stops() or is_audience(following.word)


def _is_complete(
    sentence: Sequence[Item], position: int, before: str, scene: Scene, *, is_title: bool
) -> bool:
    """Return whether a person's name ends before ``position``."""
    if sentence[position - 1].end in scene.person_ends or before in SAME:
        return True
    word = sentence[position].word
    first_names = word_list("first_names")
    if before not in scene.surnames or word in NAME_PARTS or word in first_names:
        return False
    if before in first_names:
        # خوسيه مانويل ألباريس
        return False
    # In a title a surname may be an adjective as well: رئيس المرصد الصحراوي.
    return not is_title or sentence[position - 2].word in word_list("first_names")


def _fits_name(sentence: Sequence[Item], position: int, before: str, scene: Scene) -> bool:
    """Return whether a word goes on with a person's name or another noun."""
    item = sentence[position]
    word = item.word
    if word in titles() and word not in word_list("first_names"):
        # فيفك شارما نائب رئيس الشركة, but a name may be a title too: أحمد الكاتب.
        named = [is_name(before, scene) for before in sentence[max(position - 2, 0) : position]]
        if named[-1] and (word.startswith(ARTICLE) or sum(named) > 1):
            return False
    if len(word) < 3 or is_part_of_name(word, before):
        return True
    if word[0] == "ب":
        # عبد الله بادو: two words are the first name.
        return word[1] in MAGHREBI or (position > 1 and sentence[position - 2].word == _SERVANT)
    if word[0] == "و":
        return word[1:] in word_list("first_names") or item.start + 1 in scene.persons
    return word[0] != "ل"


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
        if without_article(before) in word_list("speaking_texts"):
            return False
        return following.word not in occasions() and not has_enclitic(following, scene)
    return without_article(before) in _CONTINUING.get(word, ())


def _is_preposition(word: str) -> bool:
    return len(word) == 1 or word in _PLACE_PREPOSITIONS or word in _CONTINUING


def is_boundary(sentence: Sequence[Item], index: int) -> bool:
    """Return whether a sign or the word that introduces what is said stands at ``index``."""
    if index >= len(sentence):
        return False
    item = sentence[index]
    return not item.word or item.word in COMPLEMENTISERS
