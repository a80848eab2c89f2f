"""What a number counts: the noun, the currency or the per cent that stands behind or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.numbers import lexicon
from generator.arabic.calendar import month_names
from generator.arabic.clitics import ARTICLE, PROCLITICS
from generator.arabic.fold import fold
from generator.arabic.frequency import zipf_table
from generator.arabic.numerals import number_words
from generator.arabic.verbs import is_verb
from generator.arabic.words import function_words, reporting_verbs, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.arabic.tokens import Token


class Unit(NamedTuple):
    """A unit as it stands in the text."""

    start: int
    end: int
    next: int
    """Index of the first token behind it."""


def unit_after(
    text: str, tokens: Sequence[Token], at: int, end: int, *, words: bool
) -> Unit | None:
    """Return the unit of the number that ends at code point ``end``, before token ``at``.

    ``words``: the number is written in words, so ``خمسة من الجنود`` counts soldiers, while in
    ``المادة 5 من الدستور`` nothing is counted.
    """
    if text[end - 1] in "%٪":
        return Unit(end - 1, end, at)
    sign = end + (text[end : end + 1] == " ")
    if text[sign : sign + 1] in lexicon.CURRENCY_SIGNS | {"%", "٪"} and text[sign : sign + 1]:
        return Unit(sign, sign + 1, at)
    if at >= len(tokens):
        return None
    gap = text[end : tokens[at].start]
    word = tokens[at].folded
    if not gap:
        glued = word in lexicon.GLUED_UNITS or not word.isascii()
        return Unit(tokens[at].start, tokens[at].end, at + 1) if glued and word != "و" else None
    if gap.strip(" \t\u00a0\u202f") or "\n" in gap:
        return None
    return _percent(tokens, at) or _noun(text, tokens, at, words=words)


def _percent(tokens: Sequence[Token], at: int) -> Unit | None:
    word = tokens[at].folded
    if word in lexicon.PERCENT:
        return Unit(tokens[at].start, tokens[at].end, at + 1)
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if word in ("في", "per") and after in lexicon.OF_A_HUNDRED:
        return Unit(tokens[at].start, tokens[at + 1].end, at + 2)
    return None


def _noun(text: str, tokens: Sequence[Token], at: int, *, words: bool) -> Unit | None:
    word = tokens[at].folded
    if word == "من" and words and _beside(text, tokens, at + 1):
        whole = tokens[at + 1]
        if whole.folded.startswith("ال") and len(whole.folded) > 4:
            return Unit(whole.start, whole.end, at + 2)
        return None
    if not is_counted(word):
        return None
    after = at + 1
    if word.isascii():
        after = _past_adjectives(text, tokens, at)
        at = after - 1
    elif _beside(text, tokens, after) and tokens[after].folded in lexicon.SECOND_WORDS:
        after += 1
    return Unit(tokens[at].start, tokens[after - 1].end, after)


def _past_adjectives(text: str, tokens: Sequence[Token], at: int) -> int:
    """Return the index behind the noun that English adjectives lead to: ``20 wounded soldiers``."""
    while _beside(text, tokens, at + 1):
        word, following = tokens[at].folded, tokens[at + 1].folded
        adjective = word in lexicon.ENGLISH_ADJECTIVES or word.endswith(
            lexicon.ENGLISH_ADJECTIVE_ENDINGS
        )
        if not adjective or following in lexicon.ENGLISH_GRAMMAR or not following.isascii():
            break
        at += 1
    return at + 1


def _beside(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether only a blank stands before token ``at``."""
    return at < len(tokens) and text[tokens[at - 1].end : tokens[at].start] in (" ", "\u00a0")


def is_singular(unit: str) -> bool:
    """Whether a noun is one thing in the accusative, which no number below 11 counts."""
    word, known = fold(unit), zipf_table("ar")
    if word[-1:] != "ا" or word[-3:] == "ايا":
        return False
    return f"{ARTICLE}{word[:-1]}" in known and f"{ARTICLE}{word}" not in known


def is_counted(word: str) -> bool:
    """Whether a folded word behind a number can be the thing counted.

    Arabic counts nouns without the article; a word with a conjunction or a preposition before
    the article, a function word and a reporting verb go on with something else.
    """
    if len(word) < 2 or word[0].isdigit() or word in number_words():
        return False
    if word.isascii():
        return word not in lexicon.ENGLISH_GRAMMAR
    if word in lexicon.COUNTED_TOO:
        return True
    if word.startswith(("ال", "لل")) or (word[1:3] == "ال" and word[0] in PROCLITICS):
        return False
    if word in function_words() or word in reporting_verbs() or word in lexicon.AFTERTHOUGHTS:
        return False
    if word in month_names() or (word[0] == "ي" and not word.startswith(lexicon.NOUNS_IN_YA)):
        return False
    if word[0] == "ت" and not word.endswith("ا") and is_verb(word):
        return False
    own = word_list("own_first_letter")
    if word[0] not in "ول" or word in own or word.removesuffix("ا") in own:
        return True
    return word.endswith("ات") and word[:-2] + "ه" in own
