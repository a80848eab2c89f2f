"""Nouns with what belongs to them that say what a sentence is about, without saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.frequency import zipf
from generator.arabic.words import function_words, time_words
from generator.clean.phrases import word_set
from generator.clean.word_kinds import (
    has_clitic,
    is_adjective,
    is_clause_verb,
    is_finite,
    is_indefinite,
    is_name,
    is_noun_of_action,
    is_thing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.clean.clause import Word

_ARTICLE: Final = "ال"
_BEFORE_VERBS: Final = frozenset(("ما", "مما", "قد", "وقد", "فقد", "سوف"))
"""Behind them stands a verb, whatever it looks like: ``ما عكس``."""
_FEWEST: Final = 3
_MOST: Final = 14


def noun_phrases(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where phrases such as ``مظاهر التواصل الحضاري في المغرب`` begin and end.

    Nothing behind a verb that denies, refuses or calls for what follows: without the verb it
    would say something else.
    """
    other = word_set("title-not-so")
    for start, word in enumerate(words):
        if word.key in other or word.key[1:] in other:
            return
        if _begins(words, start):
            yield from ((start, end) for end in _ends(words, start))


def _begins(words: Sequence[Word], start: int) -> bool:
    """Whether a phrase begins here: with a noun that belongs to none before it."""
    word = words[start]
    key = word.key
    if word.owned or word.bracketed or not is_thing(key) or is_finite(key) or key.endswith("ا"):
        return False
    if key.startswith("لل") or key in time_words() or not _is_noun(words, start):
        return False
    before = words[start - 1].key if start else ""
    if before in _BEFORE_VERBS and not word.mark:
        return False
    if not before or word.mark or before in function_words() or is_clause_verb(before):
        return True
    return before.startswith(_ARTICLE) and not word.key.startswith(_ARTICLE)


def _is_noun(words: Sequence[Word], i: int) -> bool:
    key = words[i].key
    if key.startswith(_ARTICLE) or is_indefinite(key) or is_noun_of_action(key):
        return True
    if has_clitic(key) or key.startswith("و") or not zipf(key):
        return False
    joined = i + 1 < len(words) and words[i + 1].key.startswith(_ARTICLE)
    return joined and len(key) > 3 and not words[i + 1].mark and not is_name(key)


def _ends(words: Sequence[Word], start: int) -> Iterator[int]:
    """Yield where a phrase that begins at ``start`` may end."""
    closed = words[start].key.startswith(_ARTICLE)
    definite = closed
    after_preposition = False
    for i in range(start + 1, min(len(words), start + _MOST) + 1):
        at_end = i == len(words)
        free = at_end or words[i].mark or words[i].border or is_finite(words[i].key)
        if free and i - start >= _FEWEST and closed and not after_preposition:
            yield i
        if at_end or words[i].mark or words[i].bracketed or words[i].owned:
            return
        if definite and i == start + 1 and not _goes_on(words[start].key, words[i].key):
            return
        key = words[i].key
        if key in word_set("title-preposition") and not after_preposition and closed:
            after_preposition, closed = True, False
            continue
        glued = words[i].border == 1 and key[0] in "بل" and key not in function_words()
        if glued and closed:
            closed = key.startswith(("لل", "بال"))
            continue
        noun = _part(key, closed=closed and not after_preposition)
        if noun is None:
            return
        closed, after_preposition = noun, False


def _goes_on(first: str, key: str) -> bool:
    """Whether a word goes on a phrase that begins with an article: ``التوقيع على``."""
    acts = is_noun_of_action(first.removeprefix(_ARTICLE)) and not is_adjective(first)
    return is_adjective(key) or (acts and key in word_set("title-preposition"))


def _part(key: str, *, closed: bool) -> bool | None:
    """Return whether a phrase is closed behind a word, None where the word is none of it."""
    if key in function_words() or key.endswith("ا") or key.startswith("كال") or is_finite(key):
        return None
    definite = key.startswith((_ARTICLE, "وال", "بال", "لل"))
    if key.startswith(("وال", "بال", "لل")):
        return True
    if not closed:
        return definite or is_name(key) or not (is_indefinite(key) or is_noun_of_action(key))
    return True if definite and is_adjective(key) else None
