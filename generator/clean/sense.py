"""Whether a piece of a sentence says something by itself."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.arabic.words import function_words, word_list
from generator.clean.clause import Word, is_towards, object_index
from generator.clean.phrases import word_set
from generator.clean.word_kinds import (
    NOT,
    RELATIVE,
    THAT,
    is_adjective,
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

_FEWEST_BEHIND: Final = 3
"""Fewest words behind what introduces a clause that make one."""
_NEAR: Final = 3
"""Words among which a pronoun has nothing before it in the title to stand for."""
_THAT_IT: Final = THAT - {"ان", "بان", "that"}
_HIM: Final = "نه"
_HER: Final = "نها"
_MANY: Final = 7
"""Words of a clause that surely hold what its verb is about."""
_SOME: Final = 6
_OF: Final = "من"
_WITH: Final = "ب"
_TOGETHER: Final = "مع"
_TO: Final = "الي"
_NEEDS: Final = (
    ("title-towards-verb", _TO),
    ("title-with-verb", _WITH),
    ("title-in-verb", "في"),
    ("title-from-verb", _OF),
    ("title-meet-verb", _TOGETHER),
)
"""Lists of verbs that say little before a preposition, and which one."""


class Sense(IntEnum):
    """How sure it is that a piece says something by itself."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def sense_of(words: Sequence[Word], ending: Ending, *, strict: bool) -> Sense:
    """Return whether a clause is there, with all that its verb needs.

    Not ``strict``, a few words behind a verb of which nothing is known will do.
    """
    if words[0].key.isascii():
        return Sense.SURE
    if words[0].key in NOT and not is_finite(words[1].key):
        return Sense.NONE  # لا بد
    that = _content(words)
    if that == 1 and words[1].key in _THAT_IT:
        return Sense.NONE  # تبين أنهم
    if that is not None:
        behind = words[that + 1 :]
        named = words[that].key in _THAT_IT and len(behind) >= 2 and not behind[0].border
        told = len(behind) >= _FEWEST_BEHIND and has_predicate(behind, ending)
        return Sense.SURE if ending.parts and (named or told) else Sense.NONE
    main = _main_clause(words)
    verb = words[0].key
    preposition = next((key for name, key in _NEEDS if verb in word_set(name)), "")
    if preposition:
        return Sense.SURE if _has_preposition(main, preposition) else Sense.NONE
    if verb in word_set("title-number-verb"):
        return Sense.SURE if any(word.key[0].isdigit() for word in main[2:]) else Sense.NONE
    if not _has_subject(main):
        return Sense.NONE
    much = ending.marked and len(main) >= _MANY
    if verb in object_verbs():
        if _has_object(main, verb):
            return Sense.SURE
        return (
            Sense.LIKELY
            if much and ending.is_whole and verb not in word_list("reporting_verbs")
            else Sense.NONE
        )
    if is_clause_verb(verb) or is_verb_form(verb) or may_be_past(verb):
        together = any(word.key == _TOGETHER for word in main[2:-1])
        if ending.is_whole or together or object_index(main) is not None:
            return Sense.SURE
        much = much or ((len(main) >= _SOME or not strict) and _has_complement(main))
        return Sense.LIKELY if much else Sense.NONE
    return Sense.SURE if ending.parts and has_predicate(words, ending) else Sense.NONE


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
    if len(main) < 2 or not main[1].border:
        return True
    return any(
        not (word.border or before.border)
        and is_definite(before.key)
        and not is_adjective(word.key)
        for before, word in pairwise(main[2:])
    )


def _main_clause(words: Sequence[Word]) -> list[Word]:
    """Return the words without asides between commas and without what a relative begins."""
    kept: list[Word] = []
    aside = False
    for i, word in enumerate(words):
        if word.mark and i:
            aside = not aside
        if word.key in RELATIVE:
            aside = True
        if not aside:
            kept.append(word)
    return kept


def _has_object(main: Sequence[Word], verb: str) -> bool:
    if verb in word_set("object-verb") and object_index(main) is not None:
        return True
    return _leads_towards(main)


def _leads_towards(main: Sequence[Word]) -> bool:
    return any(len(main) - i > 2 and is_towards(main, i, parted=True) for i in range(len(main)))


def _has_preposition(main: Sequence[Word], preposition: str) -> bool:
    """Whether what a verb leads to is there, behind who acts."""
    if preposition == _TO:
        return _leads_towards(main)
    if preposition == _WITH:
        return any(word.key.startswith(_WITH) and _is_glued(word) for word in main[2:])
    return any(word.key == preposition for word in main[2:-1])


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
        if word.key in word_set("title-predicate") or (is_finite(word.key) and not masdar):
            return ending.is_whole or word.key not in word_set("title-copula")
    return False


def is_vague(words: Sequence[Word], *, later: bool) -> bool:
    """Whether only who has read the article knows whom or what the piece is about.

    ``later`` says that sentences stand before it, which may have named somebody in full.
    """
    if any(word.owned for word in words[:_NEAR]) or any(
        _stands_for(words, i) for i in range(len(words))
    ):
        return True
    if later and words[0].key in word_list("reporting_verbs") and _is_half_named(words):
        return True
    return any(word.key in word_set("title-vague") for word in words)


def plays_a_part(words: Sequence[Word]) -> bool:
    """Whether somebody or something is called by a part that the title does not specify."""
    part = word_set("title-part")
    return any(word.key in part and not _is_specified(words, i) for i, word in enumerate(words))


def _stands_for(words: Sequence[Word], i: int) -> bool:
    """Whether a word such as ``أنه`` stands for somebody that is not named before it.

    Not in ``أنه يجب``, nor in ``أعلن البنك أنه``, by the gender of the verb.
    """
    if words[i].key not in _THAT_IT:
        return False
    verb = words[0].key
    feminine = verb.endswith("ت") or verb.startswith("ت")
    if i > 1 and words[i].key.endswith(_HER if feminine else _HIM):
        return False
    following = words[i + 1].key if i + 1 < len(words) else ""
    return following not in word_set("title-impersonal")


def _is_half_named(words: Sequence[Word]) -> bool:
    """Whether one word that is no noun names the subject: ``قال بودريس إن``."""
    following = words[2] if len(words) > 2 else None
    alone = following is not None and (following.border > 0 or following.key in function_words())
    return alone and not words[1].key.startswith("ال") and not is_indefinite(words[1].key)


def _is_specified(words: Sequence[Word], i: int) -> bool:
    """Whether the word behind a part that somebody plays says which: ``الوزير القطري``."""
    if i + 1 == len(words) or words[i + 1].mark:
        return False
    key = words[i + 1].key
    return key.startswith("ال") or key in word_list("given_names") | word_list("first_names")
