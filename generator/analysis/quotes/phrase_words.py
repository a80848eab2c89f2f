"""Which words may begin a speaker's name or title, and which may go on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import (
    SAME,
    folded_words,
    named_things,
    speaker_stops,
    titles,
)
from generator.arabic.clitics import ARTICLE, readings, without_article
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

TANWEEN: Final = "ً"
ARTICLES: Final = ("بال", "لل")
"""A preposition with the article."""
MAGHREBI: Final = "ونل"
"""Names in the Maghreb and Israel begin with ب and one of them: بوكوس، بنكيران، بلعيد."""
COMPLEMENTS: Final = folded_words("باسم بمدينة بجهة بإقليم بعمالة")
"""They go on with a title, never with a name."""
NAME_PARTS: Final = folded_words("عبد بن ابن بنت أبو أبي آل ولد الله الدين فون دير دي دا دو")
"""Words that go on with a name, whatever stands before."""
_ENCLITICS: Final = ("ه", "ها", "هم")
_WITH_ARTICLE: Final = (ARTICLE, "و" + ARTICLE)
_NAME_WORDS: Final = 6


def has_enclitic(item: Item, scene: Scene) -> bool:
    """Return whether a noun seems to belong to somebody: ``ختمت مداخلتها``, ``جدد دعوته``."""
    word = item.word
    if not word.endswith(_ENCLITICS) or scene.text[item.end - 1] == "ة" or len(word) < 4:
        return False
    if word.startswith(_WITH_ARTICLE):
        return False
    return not (word in titles() or word in word_list("first_names") or word in scene.surnames)


def has_proclitic(item: Item, scene: Scene) -> bool:
    """Return whether a word is ``ل`` or ``ب`` with something: ``لمحمد``, ``للأسرة``, ``بهذا``."""
    if item.start + 1 in scene.persons or item.word.startswith(ARTICLES):
        return True
    if item.word[0] not in "لب" or item.word in scene.surnames:
        return False
    first_names = word_list("first_names")
    return any(
        rest in first_names or rest in speaker_stops() or rest in titles()
        for rest, _ in readings(item.word)
    )


def is_ali(item: Item, scene: Scene) -> bool:
    """Return whether a word is the name ``علي``, which folding makes equal to ``على``."""
    return item.word == "علي" and scene.text[item.end - 1] == "ي"


def is_audience(word: str) -> bool:
    """Return whether a word is ``ل`` with somebody to whom something is said."""
    audiences = word_list("audiences")
    return word[0] == "ل" and any(
        without_article(reading.word) in audiences for reading in readings(word)
    )


def fits_title(item: Item, before: str, scene: Scene) -> bool:
    """Return whether a word with a letter that may be a proclitic goes on with a title."""
    word = item.word
    if len(word) < 3 or is_part_of_name(word, before) or word in scene.surnames:
        return True
    if word[0] == "ل":
        return not is_audience(word) and item.start + 1 not in scene.persons
    if word[0] == "ب":
        return (
            word.startswith("بال")
            or word[1] in MAGHREBI
            or item.start + 1 in scene.places
            or item.start + 1 in scene.bodies
            or word[1:] in titles()
            or word in COMPLEMENTS
        )
    if word[0] == "و":
        return word[1:].startswith(ARTICLE) or item.start + 1 in scene.persons
    return True


def is_part_of_name(word: str, before: str) -> bool:
    """Return whether a word or the one before it shows that both belong to a person's name."""
    first_names = word_list("first_names")
    return before in first_names or word in first_names or word in word_list("own_first_letter")


def is_name(item: Item, scene: Scene) -> bool:
    """Return whether a word is known as a first name or surname."""
    return item.word in word_list("first_names") or item.word in scene.surnames


def is_object(first: Item, before: str, item: Item, scene: Scene) -> bool:
    """Return whether a word is no part of a definite noun and its adjectives before it.

    ``واصلت النجمة المغربية تقديم وصلاتها``; names and titles go on otherwise.
    """
    if not first.word.startswith(ARTICLE) or not before.startswith(ARTICLE):
        return False
    word = item.word
    known = word in scene.surnames or word in word_list("first_names") or word in NAME_PARTS
    return not (known or word.startswith(ARTICLE) or scene.starts(item.start) or word in SAME)


def names_body(item: Item, before: str, scene: Scene) -> bool:
    """Return whether a quoted stretch names the body before it: ``وكالة "سبوتنيك"``."""
    if item.quoted is None or (before not in named_things() and before not in titles()):
        return False
    return len(scene.text[item.quoted.start : item.quoted.end].split()) <= _NAME_WORDS


def is_sure_name(item: Item, scene: Scene) -> bool:
    """Return whether a word is a name though it begins like ``التي``, ``وذلك``, ``بدوره``."""
    return scene.starts(item.start) or is_part_of_name(item.word, "")
