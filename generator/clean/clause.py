"""Where a clause of a lead may end, and whether enough of it is there to be understood."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.frequency import zipf
from generator.arabic.tokens import tokenise
from generator.arabic.verbs import is_verb
from generator.arabic.words import function_words, reporting_verbs, time_words, word_list
from generator.clean.phrases import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Span

_STOPS: Final = re.compile(r"[،,؛;:.؟?!…]|\s[-–—]|[-–—]\s")
THAT: Final = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "that"))
_ONE_OF: Final = frozenset(("احد", "احدي"))
"""Behind a comma these begin an apposition."""
_LAST_TOO: Final = frozenset(("جدا", "ايضا"))
"""Words of grammar that end a clause."""
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))
_NOUN_FOLLOWS: Final = frozenset(("ان", "بان"))
_FARTHEST_CLAUSE: Final = 30
_NEAR_CLAUSE: Final = 14
"""Most words before what somebody says, and before it behind a verb that may have an object."""
_TOWARDS: Final = frozenset(("الي", "علي", "عن"))
_PAIRS: Final = ("“”", "«»", "()", "[]", "‹›")
_COMMON: Final = 3.3
"""Least Zipf value with the article from which a word without it is taken for a common noun."""
_VERB: Final = 3.0
"""Zipf value from which a word that begins as a verb in the present is taken for one."""
_FARTHEST_OBJECT: Final = 20
_FARTHEST_BARE: Final = 15
"""Most words from a verb to its object behind a preposition, and to one without."""
_SHORTEST_GLUED: Final = 4
_FEWEST_BEHIND: Final = 3
"""Fewest words behind a comma or a conjunction that make a clause."""


class Word(NamedTuple):
    """A word of a lead, and how well a title may end before it."""

    start: int
    end: int
    key: str
    border: int
    """3 behind punctuation, 2 before what can be left out, 1 before a preposition, else 0."""


def words_of(text: str, sentence: Span) -> list[Word]:
    """Return the words of a sentence with the borders before them."""
    found: list[Word] = []
    end = sentence.start
    for token in tokenise(text, *sentence):
        between = text[end : token.start]
        found.append(Word(token.start, token.end, token.folded, _border(between, token.folded)))
        end = token.end
    return found


def _border(between: str, key: str) -> int:
    if _STOPS.search(between):
        return 3
    if "(" in between or key in word_set("title-adjunct") or _is_purpose(key):
        return 2
    glued = key[0] in "بل" and (
        key in function_words() or (len(key) > _SHORTEST_GLUED and _has_clitic(key))
    )
    return int(glued or key in word_set("title-preposition"))


def _is_purpose(key: str) -> bool:
    """Whether a word is ``ل`` with a noun of action, as in ``لتعزيز``, ``لمواجهة``, ``للتوقيع``."""
    shaped = key.startswith(("لت", "لا")) or (key.startswith("لم") and key.endswith("ه"))
    return key.startswith("للت") or (shaped and len(key) > 5 and zipf(key[1:]) > zipf(key))


def may_end(words: Sequence[Word], end: int, *, loose: bool = False) -> bool:
    """Whether a title may end before the word at ``end``, or with the sentence.

    ``loose`` lets it end with an indefinite noun before a preposition.
    """
    key = words[end - 1].key
    border = words[end].border if end < len(words) else 3
    if border == 0 or leaves_hanging(key):
        return False
    if end < len(words) and {key, words[end].key} <= time_words():
        return False  # اليوم | الخميس
    # Before a preposition, a word without the article is likely to need what follows.
    return border > 1 or loose or _is_definite(key) or key[0].isdigit()


def leaves_hanging(key: str) -> bool:
    """Whether a title must not end with this word."""
    if key in _LAST_TOO or key in time_words():
        return False
    lists = ("title-last", "title-preposition", "title-unfinished", "title-adjunct")
    if any(key in word_set(name) for name in lists):
        return True
    return key in function_words() or key in reporting_verbs()


def is_balanced(piece: str) -> bool:
    """Whether every quotation mark and bracket in the piece has its partner in it."""
    return piece.count('"') % 2 == 0 and all(
        piece.count(opening) == piece.count(closing) for opening, closing in _PAIRS
    )


def sets_the_scene(word: Word) -> bool:
    """Whether a sentence that begins with this word has its main clause behind a comma."""
    key = word.key
    adverb = key.endswith("ا") and len(key) > 4 and zipf(key[:-1]) > zipf(key)
    phrase = key[0] in "بل" and len(key) > 4 and _has_clitic(key)
    listed = key in word_set("title-preposition") or key in word_set("title-adjunct")
    return adverb or phrase or listed


def begins_main_clause(word: Word) -> bool:
    """Whether the main clause may begin with this word behind a scene and a comma: with a verb."""
    key = word.key
    named = key in _names() or key.startswith(("ال", "و")) or key[0].isdigit()
    named = named or key in _ONE_OF or (key[0] == "ف" and _has_clitic(key))
    return word.border == 3 and not (named or sets_the_scene(word) or _is_indefinite(key))


def says_enough(words: Sequence[Word]) -> bool:
    """Whether a main clause is there, and in it what a verb that says little alone is about."""
    if sets_the_scene(words[0]):
        return any(word.border == 3 for word in words[1:-_FEWEST_BEHIND])
    verb = words[0].key
    if verb in word_set("title-prepositional-verb"):
        return any(word.border == 1 or word.key[0] == "ب" for word in words[2:-1])
    if verb not in _object_verbs():
        return True
    # What is announced may be a noun; what is said, a clause only: «قالت ليلى، وزيرة …» is none.
    has_object = verb in word_set("object-verb") and object_index(words) is not None
    return has_object or any(
        len(words) - i > _FEWEST_BEHIND and (word.key in THAT or _is_towards(words, i))
        for i, word in enumerate(words)
    )


def has_predicate(words: Sequence[Word]) -> bool:
    """Whether a clause that begins with a noun says something of it, as far as can be told.

    Its verb stands before anything relative, and not last.
    """
    for before, word in pairwise(words[:-1]):
        if word.key in _RELATIVE:
            return False
        if word.key in word_set("title-predicate") or is_verb(word.key):
            return True
        if _is_definite(before.key) and _is_verb(word.key):
            return True
    return False


def content_index(words: Sequence[Word]) -> int | None:
    """Return where the clause begins that somebody says: behind ``إن`` with a noun after it."""
    verb = words[0].key
    if verb not in word_list("reporting_verbs"):
        return None
    announced = verb in word_set("object-verb")
    for i, word in enumerate(words[1:_FARTHEST_CLAUSE], 2):
        if word.key in THAT:
            if i == len(words) or word.key not in _NOUN_FOLLOWS or _is_verb(words[i].key):
                return None
            # Behind a verb with an object, any later clause may hang on that.
            return None if announced and i > _NEAR_CLAUSE else i
    return None


def object_index(words: Sequence[Word]) -> int | None:
    """Return where the object of a verb in first place begins: a noun without the article.

    The subject ends with a name or a word with the article; an adjective of it would have the
    article as well, so a common noun without it begins something new.
    """
    for i in range(2, len(words)):
        before, word = words[i - 1], words[i]
        if word.border in (0, 3) and _is_indefinite(word.key) and _is_definite(before.key):
            return i
    return None


def nominal_index(words: Sequence[Word]) -> int | None:
    """Return where the object begins, if it makes a title without its verb.

    What is signed or passed does; what is denied or called for would say something else. An
    object that shows its case by an alef can't stand alone.
    """
    if words[0].key not in word_set("title-object"):
        return None
    near = words[:_FARTHEST_OBJECT]
    parted = words[0].key in word_set("title-object-parted")
    for i in range(2, len(near)):
        if near[i].key in THAT:
            return None
        if near[i - 2].key.removeprefix("ال") in word_list("person_titles"):
            continue  # النائب عن حزب
        if _is_towards(near, i - 1, parted=parted) and near[i].key not in function_words():
            return i
    found = object_index(near[:_FARTHEST_BARE])
    return None if found is None or near[found].key.endswith("ا") else found


def _is_towards(words: Sequence[Word], i: int, *, parted: bool = False) -> bool:
    """Whether the word is a preposition that leads to what a verb is about.

    ``parted`` says that an aside between commas may stand before it.
    """
    word = words[i]
    if word.key not in _TOWARDS or (word.border == 3 and not parted) or i + 1 == len(words):
        return False
    return words[i + 1].key not in word_set("title-aside")


def _is_indefinite(key: str) -> bool:
    if len(key) < 3 or key.startswith("ال") or _has_clitic(key):
        return False
    if key in function_words() or key in _names():
        return False
    accusative = key.endswith("ا") and zipf("ال" + key[:-1]) >= _COMMON
    return accusative or zipf("ال" + key) >= _COMMON


def _is_definite(key: str) -> bool:
    """Whether a word has the article or is a name."""
    if key.startswith(("ال", "وال", "بال", "لل", "فال", "كال")) or key in _names():
        return True
    return key not in function_words() and zipf("ال" + key) < _COMMON and not _is_verb(key)


def _is_verb(key: str) -> bool:
    """Whether a word that never has the article may be a verb in the present, not a name."""
    return key in _object_verbs() or (key[0] in "يت" and len(key) > 3 and zipf(key) > _VERB)


def _has_clitic(key: str) -> bool:
    return key[0] in "وفبلك" and zipf(key[1:]) > zipf(key)


@cache
def _object_verbs() -> frozenset[str]:
    return (word_set("object-verb") | word_list("reporting_verbs")) - word_set("title-copula")


@cache
def _names() -> frozenset[str]:
    return word_list("given_names") | word_list("first_names")
