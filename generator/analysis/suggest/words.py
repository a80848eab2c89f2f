"""A document as a row of words, each with what it takes to tell a name from other words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.matcher import name_words
from generator.analysis.quotes.lexicon import speaker_stops, speech_words, titles
from generator.arabic.clitics import ARTICLE, is_preposition_ala, readings, skip_letters
from generator.arabic.fold import strip_marks
from generator.arabic.words import function_words, reporting_verbs, time_words, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.document import Document
    from generator.findings import Mention
_GLUED: Final = frozenset("ولب")
_SHORT_VERB: Final = 3
_MAGHREBI: Final = ("بو", "بن", "بل")


class Word(NamedTuple):
    """One word of the body."""

    start: int
    end: int
    folded: str
    known: bool
    """Part of a name that a topic has."""
    joined: bool
    """Only a space parts it from the word before."""


def words_of(document: Document, mentions: Sequence[Mention]) -> list[Word]:
    """Return the words of the body in order."""
    starts = [mention.span.start for mention in mentions]
    text = document.text
    found = []
    last = -1
    for token in name_words(document.tokens, text):
        index = bisect_right(starts, token.end - 1) - 1
        known = index >= 0 and mentions[index].span.end > token.start
        joined = last >= 0 and text[last : token.start] == " "
        found.append(Word(token.start, token.end, token.folded, known, joined))
        last = token.end
    return found


def may_name(word: Word) -> bool:
    """Return whether a word may be part of the name of a person or place."""
    folded = word.folded
    if word.known or len(folded) < 2 or not folded.isalpha() or folded.isascii():
        return False
    return folded not in not_names() and folded not in titles()


@cache
def not_names() -> frozenset[str]:
    """Return words of grammar, of time, of saying and of counting, with their conjunctions."""
    return (
        function_words()
        | time_words()
        | reporting_verbs()
        | speaker_stops()
        | word_list("not_speakers")
        | word_list("not_names")
        | speech_words().keys()
    )


def may_begin_name(word: Word) -> bool:
    """Return whether a word may be one of a person's or a place's: its first letter is its own.

    ``بتمرد`` is ``ب`` with a noun, ``يحضران`` a verb.
    """
    folded = word.folded
    if not may_name(word):
        return False
    if folded in word_list("own_first_letter") or folded in word_list("first_names"):
        return True
    if folded[0] == "ي":
        return len(folded) < _SHORT_VERB
    return folded[0] not in _GLUED or folded.startswith(_MAGHREBI)


def is_definite(word: Word) -> bool:
    """Return whether a word carries the article."""
    return word.folded.startswith(ARTICLE)


def bare_start(word: Word, text: str, wanted: frozenset[str]) -> int | None:
    """Return where a word of ``wanted`` begins in ``word``, None where it is none of them."""
    if is_preposition_ala(text, word.end, word.folded):
        return None
    if word.folded in wanted:
        return word.start
    for reading in readings(word.folded):
        if reading.word in wanted:
            return skip_letters(text, word.start, reading.cut)
    return None


def surface(text: str, start: int, end: int) -> str:
    """Return a stretch of text as a name is written: no vowel marks, single spaces."""
    return " ".join(strip_marks(text[start:end]).split())
