"""How well a title may end at a place in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.words import function_words, reporting_verbs, time_words
from generator.clean.clause import COMMAS, Word, leaves_hanging
from generator.clean.phrases import word_set
from generator.clean.word_kinds import (
    NISBA,
    RELATIVE,
    THAT,
    has_clitic,
    is_definite,
    is_finite,
    is_indefinite,
    is_noun_of_action,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_AFTER: Final = frozenset(("بعد", "بعدما", "قبل", "عقب", "اثر", "عندما", "حين", "منذ", "after"))
_DASHES: Final = ("-", "–", "—")
_LEADING: Final = frozenset(("الي", "عن", "علي"))
"""Prepositions that lead to what a verb is about."""
_SPACED: Final = 2
_PARTICIPLES: Final = ("مت", "مست", "من")


class Ending(NamedTuple):
    """How a piece ends."""

    score: float
    nominal_score: float
    """The same for a noun with what belongs to it, which needs no more."""
    is_whole: bool = False
    """Whether the clause surely ends here."""
    marked: bool = True
    """Whether there is a punctuation mark."""
    parts: bool = True
    """Whether at least what stands before can be parted from what follows."""


SENTENCE: Final = Ending(3.4, 1.6, is_whole=True)
_STOP: Final = Ending(3.2, 1.6, is_whole=True)
_CLAUSE: Final = Ending(3.0, 1.6, is_whole=True)
_LATER: Final = Ending(2.6, 1.6)
_ADJUNCT: Final = Ending(2.0, 1.4, marked=False)
_PURPOSE: Final = Ending(1.4, 1.0, marked=False)
_ASIDE: Final = Ending(1.6, 1.4)
_LINK: Final = Ending(0.5, 1.0, marked=False, parts=False)
_PLACE: Final = Ending(0.8, 0.6, marked=False, parts=False)


def ending_at(words: Sequence[Word], end: int, *, nominal: bool) -> Ending | None:
    """Return how a piece ends before the word at ``end``, None where it must not.

    ``nominal`` says that it is a noun with what belongs to it: its verb may follow.
    """
    last = words[end - 1]
    if last.mark or leaves_hanging(last.key) or (last.owned and last.key[0] == "و"):
        return None  # a single word behind a comma
    if end == len(words):
        return SENTENCE
    word = words[end]
    if last.key[0].isdigit() and word.key[0].isdigit() and word.start - last.end < _SPACED:
        return None  # 2,6
    if word.key in THAT or {last.key, word.key} <= time_words():
        return None  # اليوم | الخميس
    if word.mark:
        return _behind_mark(words, end)
    if (
        word.border == 0
        and is_finite(word.key)
        and (nominal or is_indefinite(last.key) or has_clitic(last.key))
    ):
        return _LINK  # تجربة | تقوم على
    if word.border == 0 or word.bracketed or is_noun_of_action(last.key):
        return None
    if word.key in RELATIVE:
        return _LINK if is_definite(last.key) else None
    if word.border > 1:
        if word.key[0] == "ل" or word.key in time_words():
            closed = _is_closed(last.key)
            return (_PURPOSE if word.key[0] == "ل" else _ADJUNCT) if closed else None
        return _ADJUNCT
    if word.key in word_set("title-place"):
        return _PLACE if _is_closed(last.key) else None
    return _PLACE if not nominal and _is_relation(last.key) else None


def goes_on(piece: Sequence[Word], word: Word) -> bool:
    """Whether the mark before a word only closes an aside of the clause that it goes on with.

    ``خلص الاجتماع، بعد نقاش طويل، | إلى``; ``تشعر أم ليلى -وهي نازحة- | بالحزن``.
    """
    if word.mark in _DASHES:
        return sum(one.mark in _DASHES for one in piece[1:]) % 2 == 1
    opening = [one.key for one in piece[1:] if one.mark in COMMAS]
    return word.mark in COMMAS and word.key in _LEADING and bool(opening)


def _is_relation(key: str) -> bool:
    """Whether a word is an adjective such as ``الاقتصادية``, which needs nothing behind it."""
    return key.startswith("ال") and key.endswith(NISBA) and key not in time_words()


def _is_closed(key: str) -> bool:
    """Whether a last noun can't have another one behind it that says whose it is."""
    return is_definite(key) or key[0].isdigit() or key.endswith(("ا", "ي", "يه"))


def _behind_mark(words: Sequence[Word], end: int) -> Ending | None:
    word = words[end]
    if word.mark in "؛;.؟?!…":
        return _STOP
    if word.mark == ":":
        return None
    if word.key in _AFTER:
        return _LATER
    return _CLAUSE if _begins_clause(word.key) else _ASIDE


def _begins_clause(key: str) -> bool:
    """Whether a word behind a comma begins another clause, rather than an aside."""
    if key in word_set("title-clause") or is_finite(key):
        return True
    if key[0] == "م" and (
        key.endswith("ا") or (key.endswith("ه") and key.startswith(_PARTICIPLES))
    ):
        return len(key) > 4
    rest = key[1:]
    if not rest:
        return False
    if key.startswith("وب") and len(key) > 4:
        return True
    return key[0] in "وف" and (
        is_finite(rest) or rest in THAT or rest in reporting_verbs() or rest in function_words()
    )
