"""Which sentences can't stand in a summary, and which lean on the sentence before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.summary import lexicon
from generator.analysis.summary.balance import QUOTES, is_balanced, quote_count
from generator.arabic.letters import CLOSING
from generator.arabic.words import function_words, reporting_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.summary.sentence import Candidate
    from generator.arabic.tokens import Token

FEWEST_WORDS: Final = 6
"""A shorter sentence is a dateline, an exclamation or a caption."""
_QUOTES: Final = "".join(sorted(QUOTES)) + "«»"
_LATIN_SHARE: Final = 0.5
_PRONOUN_REACH: Final = 3


def unfit(candidate: Candidate, text: str, *, arabic: bool) -> str:
    """Return why a sentence can't stand in a summary at all, empty where it can.

    ``question``, ``unbalanced``, ``short``, ``open-ended`` (it announces what follows) or
    ``foreign`` (mostly the other script).
    """
    sentence = candidate.sentence.span.of(text).strip()
    if (
        any(sign in sentence[-3:] for sign in "؟?")
        and sentence.rstrip(CLOSING + _QUOTES)[-1:] in "؟?"
    ):
        return "question"
    if not is_balanced(sentence):
        return "unbalanced"
    if len(candidate.tokens) < FEWEST_WORDS:
        return "short"
    if sentence[-1] in ":،؛-–" or sentence.endswith(("…", "...")):
        return "open-ended"
    latin = sum(token.folded.isascii() and token.folded[0].isalpha() for token in candidate.tokens)
    if arabic and latin > _LATIN_SHARE * len(candidate.tokens):
        return "foreign"
    return ""


def inside_quotations(found: Sequence[Candidate], text: str) -> set[int]:
    """Return the sentences that stand inside a quotation begun in an earlier sentence.

    A sentence with pairs of its own can't stand there: then the count went wrong, and starts anew.
    """
    inside, within = set(), False
    paragraph = -1
    for candidate in found:
        sentence = candidate.sentence
        if sentence.paragraph != paragraph:
            paragraph, within = sentence.paragraph, False
        marks = quote_count(sentence.span.of(text))
        if marks % 2:
            within = not within
        elif marks:
            within = False
        elif within:
            inside.add(candidate.index)
    return inside


def leans_back(candidate: Candidate, text: str, named: frozenset[int], *, arabic: bool) -> bool:
    """Whether a sentence hangs on the one before it.

    ``named``: where in the text (code points) the names of topics begin.
    """
    words = [token.folded for token in candidate.tokens[: lexicon.SAME_REACH + 1]]
    if not words:
        return False
    if not arabic:
        return _leans_back_in_english(words)
    return (
        _goes_on(words)
        or _points_back(words)
        or _says_without_speaker(candidate, text, named)
        or _has_pronoun(candidate.tokens[:_PRONOUN_REACH], text)
        or _is_bare_quotation(candidate, text)
    )


def _strip_conjunction(word: str) -> str:
    return word[1:] if len(word) > 2 and word[0] in "وف" else word


def _goes_on(words: Sequence[str]) -> bool:
    first = words[0]
    bare = _strip_conjunction(first)
    if first in lexicon.CONNECTIVES or bare in lexicon.CONNECTIVES:
        return True
    return any((start, *words[1:2]) in lexicon.OPENERS for start in (first, bare))


def _points_back(words: Sequence[str]) -> bool:
    for at, word in enumerate(words[: lexicon.POINTING_REACH]):
        if word in lexicon.POINTING:
            following = words[at + 1] if at + 1 < len(words) else ""
            if following not in lexicon.TIME_POINTED_AT:
                return True
    if words[1:2] and words[1] in lexicon.LATTER:
        return True
    return any(word in lexicon.SAME for word in words[1 : lexicon.SAME_REACH])


def _says_without_speaker(candidate: Candidate, text: str, named: frozenset[int]) -> bool:
    """``وأضاف أن``, ``وقال: "…"``, ``وأوضح البيان أن``: whoever speaks stands in front."""
    tokens = candidate.tokens
    if tokens[0].folded not in reporting_verbs() or tokens[0].folded in function_words():
        return False
    if len(tokens) == 1 or _breaks(text, tokens[0], tokens[1]):
        return True
    second = tokens[1].folded
    if second in lexicon.SPEECH_GOES_ON:
        return True
    return second in lexicon.ROLES and tokens[1].start not in named and _ends_name(text, tokens, 1)


def _ends_name(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether no name follows the part at ``at``, only adjectives such as ``الإيراني``."""
    while at + 1 < len(tokens) and tokens[at].folded not in lexicon.ONLY_ONE:
        following = tokens[at + 1].folded
        if _breaks(text, tokens[at], tokens[at + 1]) or not following.startswith("ال"):
            break
        at += 1
    if at + 1 >= len(tokens) or _breaks(text, tokens[at], tokens[at + 1]):
        return True
    return tokens[at + 1].folded in lexicon.SPEECH_GOES_ON or tokens[at + 1].folded in lexicon.SAME


def _breaks(text: str, left: Token, right: Token) -> bool:
    return any(sign in text[left.end : right.start] for sign in ":،," + _QUOTES)


def _has_pronoun(tokens: Sequence[Token], text: str) -> bool:
    """Whether one of the first words carries a pronoun for somebody not yet named."""
    for token in tokens:
        word = token.folded
        if len(word) < 5 or word in lexicon.NO_PRONOUN or "ال" in (word[:2], word[1:3]):
            continue
        bare = _strip_conjunction(word)
        if bare in lexicon.NO_PRONOUN or bare in function_words():
            continue
        if word.endswith(("ها", "هم", "هما")):
            return True
        if text[token.end - 1] == "ه" and len(bare) >= 5:
            return True
    return False


def _is_bare_quotation(candidate: Candidate, text: str) -> bool:
    """Whether the whole sentence is quoted, so that nobody says it."""
    sentence = candidate.sentence.span.of(text).strip().rstrip(".")
    if not sentence or sentence[0] not in _QUOTES or sentence[-1] not in _QUOTES:
        return False
    return not any(mark in sentence[1:-1] for mark in _QUOTES)


def _leans_back_in_english(words: Sequence[str]) -> bool:
    if words[0] in lexicon.ENGLISH_OPENERS:
        return True
    return any(tuple(words[:length]) in lexicon.ENGLISH_PHRASES for length in (2, 3))
