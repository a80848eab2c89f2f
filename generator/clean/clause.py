"""The words of a lead, with the borders between them, and what they may be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.clitics import PROCLITICS, is_preposition_ala, skip_letters
from generator.arabic.frequency import zipf
from generator.arabic.verbs import is_verb
from generator.arabic.words import function_words, reporting_verbs, time_words, word_list
from generator.clean.phrases import word_set
from generator.clean.word_kinds import (
    COMMON,
    NOT,
    THAT,
    has_clitic,
    is_adjective,
    is_clause_verb,
    is_definite,
    is_finite,
    is_indefinite,
    is_name,
    is_verb_form,
    may_be_past,
    names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.arabic.tokens import Token

_STOPS: Final = re.compile(r"[،,؛;:.؟?!…]|\s[-–—]|[-–—]\s")
_LAST_TOO: Final = frozenset(("جدا", "ايضا"))
"""Words of grammar that end a clause."""
COMMAS: Final = ("،", ",")
_TOWARDS: Final = frozenset(("الي", "علي", "عن"))
_PAIRS: Final = ("“”", "«»", "()", "[]", "‹›")
_SHORTEST_GLUED: Final = 4
_CONJUNCTIONS: Final = frozenset(("و", "ف"))
_ALREADY: Final = frozenset(("وقد", "ولقد", "فقد", "قد", "لقد"))
_OF: Final = "من"
_SON: Final = "بن"
_IN_NAMES: Final = frozenset((_SON, "ابن", "و", "عدد", "غير"))
_SAKE: Final = "اجل"
_PRONOUNS: Final = ("هما", "ها", "هم", "ه")


class Word(NamedTuple):
    """A word of a lead, and how well a title may end before it."""

    start: int
    end: int
    key: str
    border: int
    """3 behind punctuation, 2 before what can be left out, 1 before a preposition, else 0."""
    mark: str = ""
    """The first punctuation mark before it, behind another word."""
    bracketed: bool = False
    """Whether a bracket opens before it."""
    owned: bool = False
    """Whether it ends with a pronoun that stands for somebody or something."""
    named: bool = False
    """Whether it is the name ``علي``, not the preposition ``على``."""


def words_of(text: str, start: int, tokens: Iterable[Token]) -> list[Word]:
    """Return the words of a sentence that begins at ``start``, with the borders before them."""
    found: list[Word] = []
    end = start
    for token in tokens:
        between = text[end : token.start]
        stop = _STOPS.search(between) if len(between) > 1 or between != " " else None
        mark = stop.group().strip() if stop and found else ""
        word = text[token.start : token.end]
        owned, named, border = _traits(word, token.folded)
        if stop:
            border = 3
        elif "(" in between:
            border = 2
        if token.folded == _SAKE and found and found[-1].key == _OF:
            found[-1] = found[-1]._replace(border=max(found[-1].border, 2))
        found.append(Word(*token, border, mark, "(" in between, owned, named))
        end = token.end
    return found


@lru_cache(maxsize=1 << 14)
def _traits(word: str, key: str) -> tuple[bool, bool, int]:
    """Return what a word is as it is written: whose, whether a name, and the border before it."""
    named = key in names() and not is_preposition_ala(word, len(word), key)
    return _is_owned(word, key), named, 0 if named else _border(key, word[1:2])


def _is_owned(word: str, key: str) -> bool:
    """Whether a word, as it is written, ends with a pronoun: ``بلاده``, not ``بلدة``."""
    if key in function_words() or key in names():
        return False
    ending = next((end for end in _PRONOUNS if word.endswith(end)), "")
    return bool(ending) and len(key) - len(ending) > 2 and zipf("ال" + key) < COMMON


def _border(key: str, second: str) -> int:
    """Return the border before a word, whatever stands between it and the one before."""
    if key in word_set("title-adjunct") or _is_purpose(key, second):
        return 2
    if key in word_set("title-preposition"):
        return 1
    if key[0] not in "بل" or key == _SON:
        return 0
    return int(key in function_words() or (len(key) > _SHORTEST_GLUED and has_clitic(key)))


def _is_purpose(key: str, second: str) -> bool:
    """Whether a word is ``ل`` with a noun of action, as in ``لتعزيز``, ``لمواجهة``, ``للتوقيع``."""
    if key[0] != "ل":
        return False
    shaped = (key.startswith(("لت", "لا")) and second != "أ") or (
        key.startswith("لم") and key.endswith("ه")
    )
    return key.startswith("للت") or (shaped and len(key) > 5 and zipf(key[1:]) > zipf(key))


def is_purpose(word: Word) -> bool:
    """Whether a word says to what end something is done: ``لإتمام``."""
    return word.border == 2 and word.key[0] == "ل" and word.key not in word_set("title-adjunct")


def begins_clause(words: Sequence[Word]) -> bool:
    """Whether a sentence begins with its verb."""
    key = words[0].key if words else ""
    return bool(key) and (is_clause_verb(key) or is_verb_form(key) or may_be_past(key))


def leaves_hanging(key: str) -> bool:
    """Whether a title must not end with this word."""
    if key in _LAST_TOO or key in time_words():
        return False
    if (
        key in PROCLITICS
        or key in word_set("title-preposition")
        or key in word_set("title-adjunct")
    ):
        return True
    words = word_list("english_function_words") if key.isascii() else function_words()
    return key in words or key in reporting_verbs()


def is_balanced(piece: str) -> bool:
    """Whether every quotation mark and bracket in the piece has its partner in it."""
    return piece.count('"') % 2 == 0 and all(
        piece.count(opening) == piece.count(closing) for opening, closing in _PAIRS
    )


def sets_the_scene(word: Word) -> bool:
    """Whether a sentence that begins with this word has its main clause behind a comma."""
    key = word.key
    adverb = key.endswith("ا") and len(key) > 4 and zipf(key[:-1]) > zipf(key)
    phrase = key[0] in "بل" and len(key) > 4 and has_clitic(key)
    listed = key in word_set("title-preposition") or key in word_set("title-adjunct")
    return adverb or phrase or listed


def opens_report(words: Sequence[Word], text: str) -> Sequence[Word]:
    """Return a later sentence's words without the ``و`` before its verb or noun.

    Empty where it is about somebody that only the sentences before it name.
    """
    first = words[0]
    key = first.key
    if key in _ALREADY and len(words) > 1:
        return _with_subject(words[1:])
    own = word_set("not-connective") | word_list("own_first_letter")
    if key in _CONJUNCTIONS:
        return ()
    if key[0] in "وف" and (key not in own or text[first.start + 1] == "إ"):  # وإلى
        rest = key[1:]
        scene = sets_the_scene(first._replace(key=rest))
        if not (is_clause_verb(rest) or rest.startswith("ال") or scene):
            return ()
        start = skip_letters(text, first.start, 1)
        words = [first._replace(start=start, key=rest), *words[1:]]
    return _with_subject(words)


def _with_subject(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a sentence, none where its verb has no subject beside it."""
    key = words[0].key
    if key in word_set("title-clause") and key not in NOT:
        return ()
    if key in NOT and not (len(words) > 1 and is_verb(words[1].key)):
        return ()
    if is_clause_verb(key) and key not in NOT:
        subject = words[1] if len(words) > 1 else None
        if subject is None or subject.owned or subject.border:
            return ()
        if subject.key != _SON and (subject.key in function_words() or subject.key in time_words()):
            return ()
    return () if words[0].owned else words


def begins_main_clause(word: Word) -> bool:
    """Whether the main clause may begin with this word behind a scene and a comma: with a verb."""
    key = word.key
    if word.mark not in COMMAS or word.owned or sets_the_scene(word):
        return False
    if key[0] in "وف" and key not in word_set("not-connective"):
        return False
    shaped = not key.startswith("ال") and (key[0] in "يتان" or key.endswith("ت"))
    if is_clause_verb(key) or may_be_past(key):
        return True
    return shaped and not zipf("ال" + key) and not is_name(key)


def object_index(words: Sequence[Word]) -> int | None:
    """Return where the object of a verb in first place begins: a noun without the article.

    The subject ends with a name or a word with the article; an adjective of it would have the
    article as well, so a common noun without it begins something new.
    """
    return next((i for i in range(2, len(words)) if _begins_object(words, i)), None)


def _begins_object(words: Sequence[Word], i: int) -> bool:
    before, word = words[i - 1].key, words[i]
    if word.border not in (0, 3) or word.key in word_list("person_titles"):
        return False
    thing = (word.owned and word.key[0] != "و") or is_indefinite(word.key)
    if not thing or not (is_definite(before) or (before[0].isdigit() and i > 2)):
        return False
    # Behind a single word that only may be a name: أعلن مؤسس شركة.
    return i > 2 or before.startswith("ال") or before in names()


def is_towards(words: Sequence[Word], i: int) -> bool:
    """Whether the word is a preposition that leads to what a verb is about."""
    return words[i].key in _TOWARDS and not words[i].named and i + 1 < len(words)


def ends_actor(words: Sequence[Word], i: int) -> bool:
    """Whether who acts, behind the verb in first place, has been named before this word."""
    key, before = words[i].key, words[i - 1].key
    if key in _IN_NAMES or key in word_set("title-preposition"):
        return is_towards(words, i)
    if key in function_words() or key in THAT or key in time_words() or is_finite(key):
        return True
    thing = is_indefinite(key) and key.endswith(("ه", "ات", "ا")) and before.startswith("ال")
    marks = sum(bool(word.mark) for word in words[2 : i + 1])
    goal = key[0] == "ل" and key[1:2] != "ل" and words[i].border and is_adjective(before)
    return thing or goal or words[i].owned or marks > 1 or is_purpose(words[i])
