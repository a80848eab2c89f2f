"""What can be told of an Arabic word by itself: its proclitic, its kind, its place in a phrase."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.frequency import zipf_table
from generator.arabic.stem import light_stem
from generator.arabic.verbs import is_verb
from generator.arabic.words import (
    function_words,
    reporting_verbs,
    time_words,
    word_list,
    word_lists,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ARTICLE: Final = "ال"
AND: Final = "و"
INNER: Final = frozenset(("في", "من", "علي", "عن", "بن", "الي", "بين", "ضد", "مع", "باسم"))
"""The words of grammar, folded, that a phrase may hold between its words of content."""
SWALLOWED: Final = ("ولل", "فلل", "لل")
"""Proclitic and article where the article's alef is not written."""
_ARTICLES: Final = ("وبال", "وكال", "وال", "فال", "بال", "كال", ARTICLE)
_POSSESSIVES: Final = ("ها", "هم", "هما", "نا", "كم")
_YOUR: Final = "ك"
_NISBA: Final = ("ي", "يه", "يين", "يون", "يات")
_OWN_FIRST_LETTER: Final = ("own_first_letter", "first_names", "given_names")
_LONG_VOWELS: Final = "اوي"
LONGEST_WORD: Final = 40
"""Letters; whatever is longer is no word."""
_CLEARLY_COMMONER: Final = 0.1
_AS_COMMON: Final = 0.2
_FAR_COMMONER: Final = 1.0
_NOUN_GAP: Final = -1.5
_HIS_DOING: Final = re.compile("ا.{2,4}ا.ه")
"""A verbal noun with a pronoun: ``احتضانه``."""
_BROKEN_PLURAL: Final = re.compile("[^ا]..اء|..ا..ه")


class Word(NamedTuple):
    """A word, without its proclitic, and what it may do in a phrase."""

    stem: str
    """One for all forms of a word; an adjective made from a noun (المغربية) keeps its ي and so
    stays apart from the noun (المغرب)."""
    letters: int = 0
    proclitic: str = ""
    """The letters before the word that are no part of it: ``و``, ``ب``, ``ول``, ``لل`` …"""
    edge: bool = True
    """Whether a phrase may begin or end with it."""
    opener: bool = True
    """Whether a phrase may begin with it."""
    inner: bool = False
    """Whether a phrase may hold it inside, and there only."""
    function: bool = False
    """A word of grammar or a reporting verb."""
    article: bool = False
    zipf: float = 0.0
    """How common it is without proclitic and article; 0 where the language hardly knows it."""
    noun: bool = False
    """Indefinite, but met with the article as well: a common noun or an adjective."""
    verb: bool = False
    """It is a verb and no noun."""
    nisba: bool = False
    """It ends like an adjective made from a noun (``سياسي``)."""
    adjective: bool = False
    """Such an adjective that is met in both genders (``الروسي``, ``الروسية``)."""
    accusative: bool = False
    """An indefinite noun in the case that ends in alef (``شخصا``)."""
    feminine: bool = False
    plural: bool = False
    """It has the ending of men in the plural."""
    broken_plural: bool = False
    """A plural of men such as ``وزراء``, ``أساتذة``."""
    construct: bool = False
    """It needs the owner that stands behind it: ``أصحاب``, ``مستخدمي``."""
    possessive: bool = False
    """It ends in a pronoun (``حكومتها``)."""
    given_name: bool = False
    name_part: bool = False
    """It only begins a name: ``عبد``, ``أبو``, ``بن``."""
    generic: bool = False
    """It says nothing alone."""
    time: bool = False
    latin: bool = False
    """Not written in Arabic letters, in an Arabic article."""
    capital: bool = False
    """It begins with a capital, in an English article."""


@lru_cache(maxsize=1 << 15)
def describe(
    folded: str, *, grammar: bool = True, pronoun: bool = False, hamza: bool = False
) -> Word:
    """Return what is known of a folded word.

    ``grammar=False`` is for a word that folds to one of grammar and is none (``علي`` the name),
    ``pronoun`` for one that ends in ``ه``, not in ``ة``, ``hamza`` for one whose first alef is
    written with a hamza: it is no article (``ألمانيا``), and ``و`` before it is a conjunction.
    """
    if grammar and (folded in function_words() or folded in reporting_verbs()):
        return Word(folded, edge=False, opener=False, inner=folded in INNER, function=True)
    if not 1 < len(folded) < LONGEST_WORD or not folded[0].isalpha() or " " in folded:
        return Word(folded, edge=False, opener=False)
    if folded[0].isascii():
        return Word(folded, letters=len(folded), latin=True)
    zipf = zipf_table("ar")
    proclitic, article = split_proclitic(folded)
    if hamza:
        article = False
        proclitic = proclitic or folded[: folded.startswith(AND)]
    rest = folded[len(proclitic) :]
    bare_verb = is_verb(rest) or _may_only_be_verb(rest)
    if bare_verb and not article and not {"ب", "ك"} & set(proclitic):
        return Word(folded, edge=False, opener=False, verb=True)
    bare = rest.removeprefix(ARTICLE) if article else rest
    given_name = rest in word_list("given_names") or rest in word_list("first_names")
    nisba = len(bare) > 3 and bare.endswith(_NISBA)
    return Word(
        stem=stem(bare) + ("ي" if nisba else ""),
        letters=len(rest),
        proclitic=proclitic,
        opener=rest not in word_list("weak_words"),
        article=article,
        zipf=zipf.get(bare, 0.0),
        noun=not article and _is_noun(rest, zipf),
        nisba=nisba,
        adjective=len(bare) > 3 and not given_name and _in_both_genders(bare, zipf),
        accusative=not article and _is_accusative(rest, zipf),
        feminine=(bare.endswith("ه") and (nisba or not pronoun))
        or bare in word_list("feminine_in_ya"),
        plural=len(bare) > 4 and bare.endswith(("ين", "ون")),
        broken_plural=_BROKEN_PLURAL.fullmatch(bare) is not None,
        construct=rest in word_list("construct_nouns") or _lacks_nun(rest, zipf),
        possessive=not article and _has_pronoun(rest, zipf, pronoun=pronoun),
        given_name=given_name,
        name_part=bare in word_list("name_parts"),
        generic=rest in word_list("generic_words") or bare in word_list("generic_words"),
        time=rest in time_words(),
    )


def _may_only_be_verb(word: str) -> bool:
    """Return whether a word that is never met with the article has the form of a verb.

    ``خرجت`` beside ``خرج``, ``تفشت`` beside ``تفشى``, ``احتفت`` beside ``يحتفي``, ``رفعوا``;
    ``يواسي``. Names in ``يت`` are none.
    """
    zipf = zipf_table("ar")
    if word in word_lists("not_verbs", "given_names", "first_names", "time_words"):
        return False
    if word.startswith(ARTICLE) or ARTICLE + word in zipf:
        return False
    if word.startswith("ي") and len(word) > 4 and word.endswith("ي"):
        return word in zipf or word[2] == "ا"
    if word.endswith("وا"):
        return len(word) > 4 and word[:-2] in zipf
    past = word.removesuffix("ت")
    if past == word or len(past) < 3 or past[-1] in _LONG_VOWELS:
        return False
    return past in zipf or past + "ي" in zipf or f"ي{past[1:]}ي" in zipf


def stem(bare: str) -> str:
    """Return the light stem of a word that has neither proclitic nor article."""
    # The article in front keeps a first و from being taken for a conjunction.
    return light_stem(ARTICLE + bare)


def bare_stem(folded: str) -> str:
    """Return the light stem of a word, its proclitic and its article left out."""
    proclitic, article = split_proclitic(folded)
    rest = folded[len(proclitic) :]
    return stem(rest.removeprefix(ARTICLE) if article else rest)


def split_proclitic(folded: str) -> tuple[str, bool]:
    """Return the letters before a folded word that are no part of it, and whether it is definite.

    Of ``للعقوبات`` both lams are cut: the article's alef is not written there. A first letter
    before anything but the article is cut where the word is clearly commoner without it.
    """
    if folded in word_list("own_first_letter"):
        return "", False
    for article in _ARTICLES:
        rest = folded.removeprefix(article)
        if rest != folded and _takes_article(folded, rest):
            return article[:-2], True
    for article in SWALLOWED:
        rest = folded.removeprefix(article)
        if rest != folded and (len(rest) > 2 or (len(rest) == 2 and rest in zipf_table("ar"))):
            return article, True
    cut = 0
    for letters in ("وف", "بلك"):
        rest = folded[cut:]
        if rest in word_lists(*_OWN_FIRST_LETTER):
            break
        if rest[0] in letters and _commoner_without_first(rest, zipf_table("ar")):
            cut += 1
    return folded[:cut], False


def _takes_article(folded: str, rest: str) -> bool:
    """Return whether ``ال`` before the rest is the article: not in ``الله``, ``التزام``."""
    word = folded[-len(rest) - 2 :]
    known = word_list("not_article")
    if word in known or any(word.removesuffix(end) in known for end in _POSSESSIVES):
        return False
    return len(rest) > 2 or (len(rest) == 2 and rest in zipf_table("ar"))


def _commoner_without_first(word: str, zipf: Mapping[str, float]) -> bool:
    rest, whole = zipf.get(word[1:], 0.0), zipf.get(word, 0.0)
    if len(word) < 4:
        return len(word) == 3 and rest > whole + _FAR_COMMONER
    if rest > whole + _CLEARLY_COMMONER:
        return True
    if whole:
        # لمدة may be commoner than مدة, yet only مدة takes the article.
        return rest > 0 and ARTICLE + word[1:] in zipf and ARTICLE + word not in zipf
    if rest:
        return False
    # Neither is known: is the rest a form of a known noun, and the whole of none? Few words but
    # foreign names (واتسون) begin with و.
    if _known_noun(word, zipf):
        return False
    if word[0] == AND and (word[1] not in _LONG_VOWELS or is_verb(word[1:])):
        return True
    return _known_noun(word[1:], zipf)


def _is_noun(word: str, zipf: Mapping[str, float]) -> bool:
    known = zipf.get(word)
    if known is None:
        return _known_noun(word, zipf)
    return zipf.get(ARTICLE + word, 0.0) - known > _NOUN_GAP


def _known_noun(word: str, zipf: Mapping[str, float]) -> bool:
    short = stem(word)
    return len(short) > 2 and any(ARTICLE + form in zipf for form in (word, short, short + "ه"))


def _has_pronoun(word: str, zipf: Mapping[str, float], *, pronoun: bool) -> bool:
    if word in word_list("not_possessive"):
        return False
    if pronoun and (
        _HIS_DOING.fullmatch(word)
        or word[:-1] in zipf
        or (word.endswith("ته") and word[:-2] + "ه" in zipf)
    ):
        return True
    if word.endswith(_YOUR):
        return len(word) > 4 and ARTICLE + word not in zipf and ARTICLE + word[:-1] in zipf
    return len(word) > 4 and word.endswith(_POSSESSIVES)


def _lacks_nun(word: str, zipf: Mapping[str, float]) -> bool:
    """Return whether a word is a plural of men that has lost its ending to its owner."""
    if not word.endswith(("ي", "و")) or len(word) < 5:
        return False
    return f"{ARTICLE}{word[:-1]}ين" in zipf and f"{ARTICLE}{word}" not in zipf


def _in_both_genders(bare: str, zipf: Mapping[str, float]) -> bool:
    masculine = bare.removesuffix("ه")
    return masculine.endswith("ي") and all(
        ARTICLE + masculine + ending in zipf for ending in ("", "ه")
    )


def _is_accusative(word: str, zipf: Mapping[str, float]) -> bool:
    """Return whether a word is commoner without its final alef, unlike a name (``روسيا``).

    An adverb such as ``محليا`` may be as common as its adjective.
    """
    if not word.endswith("ا") or len(word) < 4:
        return False
    adverb = ARTICLE + word not in zipf and _in_both_genders(word[:-1], zipf)
    more = -_AS_COMMON if adverb else _CLEARLY_COMMONER
    return zipf.get(word[:-1], 0.0) > zipf.get(word, 0.0) + more
