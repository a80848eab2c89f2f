"""What a folded word of a lead may be, as far as its form and the language's word list tell."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.arabic.frequency import zipf
from generator.arabic.verbs import is_verb
from generator.arabic.words import function_words, word_list
from generator.clean.phrases import word_set

THAT: Final = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "that"))
RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))
NOT: Final = frozenset(("لا", "لم", "لن"))
NISBA: Final = ("ي", "يه", "يين", "يون", "يات")
COMMON: Final = 3.3
"""Least Zipf value with the article from which a word without it is taken for a common noun."""
_VERB: Final = 3.0
"""Zipf value from which a word that begins as a verb in the present is taken for one."""
_VERBS: Final = ("title-with-verb", "title-auxiliary")


def is_thing(key: str) -> bool:
    """Whether a word may be a noun that is nobody."""
    person = key.removeprefix("ال") in word_list("person_titles")
    return not person and key not in function_words()


def is_indefinite(key: str) -> bool:
    """Whether a word is a common noun or an adjective without the article."""
    if len(key) < 3 or key.startswith("ال") or has_clitic(key):
        return False
    if key in function_words() or key in names():
        return False
    accusative = key.endswith("ا") and zipf("ال" + key[:-1]) >= COMMON
    return accusative or zipf("ال" + key) >= COMMON


def is_definite(key: str) -> bool:
    """Whether a word has the article or is a name."""
    if key.startswith(("ال", "وال", "بال", "لل", "فال", "كال")) or key in names():
        return True
    if key in function_words() or key[0].isdigit() or is_indefinite(key):
        return False
    return zipf("ال" + key) < COMMON and not is_verb_form(key)


def is_verb_form(key: str) -> bool:
    """Whether a word that never has the article may be a verb in the present, not a name."""
    return key in object_verbs() or (key[0] in "يت" and len(key) > 3 and zipf(key) > _VERB)


def has_clitic(key: str) -> bool:
    """Whether a word begins with ``و ف ب ل ك`` that are not its own, as far as can be told."""
    return len(key) > 1 and key[0] in "وفبلك" and zipf(key[1:]) > zipf(key)


def is_adjective(key: str) -> bool:
    """Whether a word with the article is an adjective rather than a noun, as far as can be told."""
    return (
        key.startswith("ال")
        and key not in function_words()
        and (key.endswith(NISBA) or key.startswith("الم") or key in word_set("title-adjective"))
    )


def is_name(key: str) -> bool:
    """Whether a word is known as somebody's name."""
    return key in names()


def may_be_past(key: str) -> bool:
    """Whether the first word of a clause is as short as most verbs in the past: ``وضع``."""
    return len(key) == 3 and key not in function_words() | word_list("name_parts")


def is_noun_of_action(key: str) -> bool:
    """Whether a word has the shape of ``تفعيل``."""
    return key.startswith("ت") and len(key) > 4 and key[-2] == "ي"


def is_finite(key: str) -> bool:
    """Whether a word is a verb, and no noun of action in the shape of ``تفعيل``."""
    if key in word_set("title-adjunct") or key in word_set("title-preposition"):
        return False
    plural = key.endswith("وا") and len(key) > 4
    return plural or (is_verb(key) and not is_noun_of_action(key))


def is_clause_verb(key: str) -> bool:
    """Whether a word begins a clause as its verb."""
    return key in object_verbs() or is_finite(key) or any(key in word_set(name) for name in _VERBS)


@cache
def object_verbs() -> frozenset[str]:
    """Return the verbs that say little before their object or before what is said."""
    return (word_set("object-verb") | word_list("reporting_verbs")) - word_set("title-copula")


@cache
def names() -> frozenset[str]:
    """Return the folded names that people are known to have."""
    return word_list("given_names") | word_list("first_names")
