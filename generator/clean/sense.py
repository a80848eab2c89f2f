"""Whether a piece of a sentence says something by itself."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.arabic.words import function_words, word_list
from generator.clean.clause import Word, begins_main_clause, is_purpose, is_towards, object_index
from generator.clean.phrases import word_set
from generator.clean.word_kinds import (
    NOT,
    RELATIVE,
    THAT,
    is_clause_verb,
    is_definite,
    is_finite,
    is_indefinite,
    is_noun_of_action,
    is_verb_form,
    may_be_past,
    object_verbs,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.clean.endings import Ending

_FEWEST: Final = 3
_FEWEST_BEHIND: Final = 3
"""Fewest words behind what introduces a clause that make one."""
_NEAR: Final = 3
"""Words among which a pronoun has nothing before it in the title to stand for."""
_THAT_IT: Final = THAT - {"ان", "بان", "that"}
_SAID: Final = frozenset(("قال", "قالت", "قالوا", "يقول", "تقول"))
"""Verbs that say nothing without the words that somebody has said."""
_MANY: Final = 7
"""Words of a clause that surely hold what its verb is about."""
_SOME: Final = 6
_OF: Final = "من"
_WITH: Final = "ب"
_TOGETHER: Final = "مع"


class Sense(IntEnum):
    """How sure it is that a piece says something by itself."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def sense_of(words: Sequence[Word], ending: Ending) -> Sense:
    """Return whether a clause is there, with all that its verb needs."""
    if words[0].key.isascii():
        return Sense.SURE
    if words[0].key in NOT and not is_finite(words[1].key):
        return Sense.NONE  # لا بد
    that = _content(words)
    if that == 1 and words[1].key in _THAT_IT:
        return Sense.NONE  # تبين أنهم
    if that is not None:
        if any(f"ف{key}" == word.key for key in THAT for word in words[-_FEWEST_BEHIND:]):
            return Sense.NONE  # فإن الشعب
        behind = words[that + 1 :]
        named = words[that].key in _THAT_IT and _begins_well(behind)
        told = len(behind) >= _FEWEST_BEHIND and has_predicate(behind, ending)
        return Sense.SURE if ending.parts and (named or told) else Sense.NONE
    main = _main_clause(words)
    if len(main) < _FEWEST or not _has_subject(main):
        return Sense.NONE
    verb = words[0].key
    if verb in word_set("title-number-verb"):
        return Sense.SURE if any(word.key[0].isdigit() for word in main[2:]) else Sense.NONE
    if verb in word_set("title-with-verb"):
        return Sense.SURE if _has_with(main) else Sense.NONE
    much = ending.marked and len(main) >= _MANY
    if verb in object_verbs():
        if _has_object(main, verb):
            return Sense.SURE
        return (
            Sense.LIKELY
            if much and ending.is_whole and verb not in word_list("reporting_verbs")
            else Sense.NONE
        )
    begins = words[0].mark and begins_main_clause(words[0])
    if is_clause_verb(verb) or is_verb_form(verb) or may_be_past(verb) or begins:
        together = any(word.key == _TOGETHER for word in main[2:-1])
        if ending.is_whole or together or object_index(main) is not None:
            return Sense.SURE
        much = much or (len(main) >= _SOME and _has_complement(main))
        return Sense.LIKELY if much else Sense.NONE
    return Sense.SURE if ending.parts and has_predicate(words, ending) else Sense.NONE


def _begins_well(behind: Sequence[Word]) -> bool:
    return len(behind) >= 2 and not behind[0].border and not behind[1].mark


def _content(words: Sequence[Word]) -> int | None:
    """Return where what is said begins, None where nothing is: not ``التي يفترض أن``."""
    for i, word in enumerate(words):
        if word.key in RELATIVE:
            return None
        if word.key in THAT:
            return i
    return None


def _has_subject(main: Sequence[Word]) -> bool:
    """Whether who acts is named: beside the verb, or behind where and when it is."""
    if not main[1].border:
        return True
    return any(word.mark for word in main[2:]) or object_index(main) is not None


def _main_clause(words: Sequence[Word]) -> list[Word]:
    """Return the words without asides between commas and without what a relative begins."""
    kept: list[Word] = []
    aside = False
    for i, word in enumerate(words):
        if word.mark and i > 1:
            aside = not aside
        if word.key in RELATIVE or (i > 1 and _describes(words[i - 1], word)):
            aside = True
        if not aside:
            kept.append(word)
    return kept


def _describes(before: Word, word: Word) -> bool:
    """Whether a verb says which thing is meant: ``ندوة نظمتها``."""
    return word.owned and is_finite(word.key) and is_indefinite(before.key)


def _has_object(main: Sequence[Word], verb: str) -> bool:
    if verb in _SAID:
        return False
    if verb in word_set("object-verb"):
        found = object_index(main)
        if found is not None and main[1].border:
            found = object_index(main[found - 1 :])  # behind who acts: أعلنت أمس بورصة المدينة
        if found is not None:
            return True
    return _leads_towards(main)


def _leads_towards(main: Sequence[Word]) -> bool:
    return any(
        len(main) - i > 2 and (is_towards(main, i) or is_purpose(main[i])) for i in range(len(main))
    )


def _has_with(main: Sequence[Word]) -> bool:
    """Whether what a verb leads to with ``ب`` is there, behind who acts."""
    return any(word.key.startswith(_WITH) and _is_glued(word) for word in main[2:])


def _is_glued(word: Word) -> bool:
    return word.border == 1 or is_noun_of_action(word.key[1:])


def _has_complement(main: Sequence[Word]) -> bool:
    """Whether a verb has a preposition behind who acts: not ``مجموعة من النساء``."""
    return any(
        (word.border == 1 or word.key[0] == _WITH or word.key in word_set("title-preposition"))
        and (word.key != _OF or is_definite(before.key))
        and (word is not main[-1] or word.key not in function_words())
        for before, word in pairwise(main[1:])
    )


def has_predicate(words: Sequence[Word], ending: Ending) -> bool:
    """Whether a clause that begins with a noun says something of it, as far as can be told.

    Its verb stands before anything relative, and not last.
    """
    if is_finite(words[0].key):
        return True
    behind = words[: -1 if ending.is_whole else -2]
    for before, word in pairwise(behind):
        if word.key in RELATIVE:
            return False
        masdar = word.key[0] == "ت" and is_indefinite(before.key)  # قرار تأهب
        if is_finite(word.key) and not masdar:
            return ending.is_whole or word.key not in word_set("title-copula")
    return False


def is_vague(words: Sequence[Word]) -> bool:
    """Whether only who has read the article knows whom or what the piece is about."""
    owned = words[-1].owned or any(word.owned for word in words[:_NEAR])
    return owned or any(word.key in word_set("title-vague") for word in words)
