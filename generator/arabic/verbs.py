"""Tells verbs from nouns by the company a form keeps in the word list of the language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.arabic.frequency import zipf_table
from generator.arabic.words import word_list, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OBJECTS: Final = ("هما", "ها", "هم", "نا", "ه", "ني")
_PLURALS: Final = ("ون", "وا", "ان", "ين", "ن")
_PERSONS: Final = "يت"
_NOUNS_TAKE_THE_ARTICLE: Final = -1.5
_LONG_VOWELS: Final = "اوي"
_LONG: Final = 5
"""Letters, from which a noun in ``ت`` is rare."""
_NO_VERBS: Final = ("not_verbs", "given_names", "first_names", "time_words")


@lru_cache(maxsize=1 << 14)
def is_verb(word: str) -> bool:
    """Return whether a folded word without proclitics is a verb and no noun.

    A noun is met with the article about as often as without; a verb never is, but is met in
    another person: ``ينتقدون`` beside ``تنتقد``, ``حققت`` beside ``يحقق``.
    """
    if len(word) < 3 or word in word_lists(*_NO_VERBS):
        return False
    zipf = zipf_table("ar")
    if zipf.get("ال" + word, 0.0) > max(zipf.get(word, 0.0), 3.0) + _NOUNS_TAKE_THE_ARTICLE:
        return False
    if word in word_list("past_verbs") or _is_feminine_past(word, zipf):
        return True
    forms = list(dict.fromkeys(_without_endings(word)))
    if any(f"ال{form}" in zipf for form in (*forms, *_nouns(word))):
        return False
    if (word[0] == "ي" and word[1] not in _LONG_VOWELS) or (word[:2] == "تت" and len(word) > 4):
        return True
    if word[0] == "س" and word[1] in _PERSONS:
        forms += list(_without_endings(word[1:]))
    return any(_has_another_person(form, zipf) for form in forms)


def _is_feminine_past(word: str, zipf: Mapping[str, float]) -> bool:
    """Return whether a word is a verb in ``ت``, though a noun is spelt as it is without it.

    ``تراجعت`` is one, beside ``التراجع`` and ``يتراجع``; nouns in ``ات`` are none.
    """
    if len(word) < _LONG or not word.endswith("ت") or word.endswith("ات") or "ال" + word in zipf:
        return False
    return word in zipf and _has_another_person(word[:-1], zipf)


def _without_endings(word: str) -> Iterator[str]:
    yield word
    for stem in (word, *(word[: -len(end)] for end in _OBJECTS if word.endswith(end))):
        if len(stem) < 3:
            continue
        yield stem
        if stem.endswith("ت") and len(stem) > 3:
            yield stem[:-1]
        if stem[0] in _PERSONS or stem.endswith("وا"):
            yield from (stem[: -len(e)] for e in _PLURALS if stem.endswith(e) and len(stem) > 4)


def _nouns(word: str) -> Iterator[str]:
    """Yield what the word is without a pronoun, if it is a noun in ``ة``: ``تجربته``, ``تجربة``."""
    for end in _OBJECTS:
        stem = word.removesuffix(end)
        if stem != word and stem.endswith("ت"):
            yield stem[:-1] + "ه"


def _has_another_person(form: str, zipf: Mapping[str, float]) -> bool:
    if form[0] in "يتنا" and any(
        person + form[1:] in zipf for person in _PERSONS if person != form[0]
    ):
        return True
    return "ي" + form in zipf
