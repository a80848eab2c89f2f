"""Which sentences can't stand in a summary, and which lean on the sentence before them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.analysis.summary import lexicon
from generator.analysis.summary.balance import QUOTES, is_balanced, quote_count
from generator.analysis.summary.sentence import content_stem
from generator.arabic.letters import CLOSING
from generator.arabic.words import function_words, reporting_verbs, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.analysis.document import Document
    from generator.analysis.summary.sentence import Candidate
    from generator.arabic.tokens import Token

FEWEST_WORDS: Final = 6
"""A shorter sentence is a dateline, an exclamation or a caption."""
_QUOTES: Final = QUOTES + "«»"
_QUOTE_OR_GUILLEMET: Final = re.compile(f"[{_QUOTES}]")
_LATIN_WORD: Final = re.compile("[A-Za-z]+")
_LATIN_SHARE: Final = 0.5
_LONGEST_QUOTATION: Final = 5
"""Sentences; a quotation that is open longer was never closed."""
_PRONOUN_REACH: Final = 3
_ROLE_REACH: Final = 3
_ROOT: Final = 3
"""Letters."""


def unfit(candidate: Candidate, text: str, *, arabic: bool) -> str:
    """Return why a sentence can't stand in a summary at all, empty where it can.

    ``question``, ``unbalanced``, ``short``, ``open-ended`` (it announces what follows),
    ``quoted`` (somebody speaks of himself, unnamed) or ``foreign`` (mostly the other script).
    """
    sentence = candidate.sentence.span.of(text).strip()
    if _asks(sentence):
        return "question"
    if arabic and candidate.tokens and candidate.tokens[0].folded in lexicon.QUESTION_WORDS:
        return "question"
    if not is_balanced(sentence):
        return "unbalanced"
    if len(candidate.tokens) < FEWEST_WORDS:
        return "short"
    if sentence[-1] in ":،؛-–" or sentence.endswith(("…", "...")):
        return "open-ended"
    first, last = lexicon.ANNOUNCING_REACH
    edges = (*candidate.tokens[:first], *candidate.tokens[-last:])
    if any(token.folded in lexicon.ANNOUNCING for token in edges) or _announces(candidate):
        return "open-ended"
    if _QUOTE_OR_GUILLEMET.search(sentence) is None and any(
        token.folded in lexicon.SELF for token in candidate.tokens
    ):
        return "quoted"
    latin = len(_LATIN_WORD.findall(sentence)) if arabic else 0
    return "foreign" if latin > _LATIN_SHARE * len(candidate.tokens) else ""


def _announces(candidate: Candidate) -> bool:
    """Whether a sentence only says that an interview follows: ``كان لنا معه هذا الحوار``.

    The first sentence may say in passing what the interview is about; a later one tells nothing
    that the reader does not know.
    """
    words = [token.folded for token in candidate.tokens]
    for at, (before, word) in enumerate(pairwise(words), 2):
        if before == lexicon.TEXT_OF and word in lexicon.TEXTS:
            return len(words) - at < lexicon.ANNOUNCED_LATE or at <= lexicon.ANNOUNCED_LATE
        if word not in lexicon.CONVERSATIONS or before not in lexicon.POINTING:
            continue
        if not lexicon.CONTENT_CLAUSE.intersection(words):
            return candidate.index > 0 or len(words) - at < lexicon.ANNOUNCED_LATE
    return False


def _asks(sentence: str) -> bool:
    return sentence.rstrip(CLOSING + _QUOTES + ". ")[-1:] in ("؟", "?")


def answers(document: Document, found: Sequence[Candidate]) -> set[int]:
    """Return the answers of an interview: speech without a speaker.

    An interview is announced as one and has questions, or answers in the first person where the
    questions were lost; from the first question on, or behind the first paragraph, somebody speaks.
    """
    text = document.text
    asked = [s.span.start for s in document.sentences if _asks(s.span.of(text))]
    if len(asked) >= lexicon.FEWEST_ANSWERS:
        begin = asked[0]
    elif sum(_speaks_of_self(candidate, text) for candidate in found) >= lexicon.FEWEST_ANSWERS:
        begin = found[0].sentence.span.end
    else:
        return set()
    lead = (token for token in document.tokens if token.start < begin)
    if not any(token.folded in lexicon.INTERVIEWING for token in (*document.title_tokens, *lead)):
        return set()
    return {c.index for c in found if c.sentence.span.start >= begin}


def _speaks_of_self(candidate: Candidate, text: str) -> bool:
    if not any(token.folded in lexicon.FIRST_PERSON for token in candidate.tokens):
        return False
    return not any(mark in candidate.sentence.span.of(text) for mark in _QUOTES)


def inside_quotations(found: Sequence[Candidate], text: str) -> set[int]:
    """Return the sentences that stand inside a quotation begun in an earlier sentence.

    A sentence with pairs of its own can't stand there: then the count went wrong, and starts anew.
    """
    inside, within, opened = set(), False, 0
    paragraph = -1
    for candidate in found:
        sentence = candidate.sentence
        if sentence.paragraph != paragraph:
            paragraph, within = sentence.paragraph, False
        words = sentence.span.of(text)
        marks = quote_count(words)
        if marks % 2 and not within and words[-1] in QUOTES:
            continue  # it closes what was never opened
        if marks % 2:
            within, opened = not within, candidate.index
        elif marks or candidate.index - opened > _LONGEST_QUOTATION:
            within = False
        elif within:
            inside.add(candidate.index)
    return inside


def leans_back(candidate: Candidate, text: str, *, arabic: bool) -> bool:
    """Whether a sentence hangs on the one before it."""
    words = [token.folded for token in candidate.tokens]
    if words[:1] == ["و"]:
        words = words[1:]
    if not words:
        return False
    if not arabic:
        return _leans_back_in_english(words)
    return (
        _goes_on(words)
        or _points_back(words)
        or _says_without_speaker(candidate, text)
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
    if first[0] == "ف" and first not in function_words() and first[1:] in function_words():
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
    if any(a in lexicon.POINTED_AT_BY and b == lexicon.THAT for a, b in pairwise(words)):
        return True
    if _is_another(words):
        return True
    if any(word in lexicon.TOO for word in words[: lexicon.TOO_REACH]):
        return True
    return any(word in lexicon.SAME for word in words[1 : lexicon.SAME_REACH])


def pointed_at(candidate: Candidate) -> Iterator[tuple[str, bool]]:
    """Yield stems of nouns that are pointed at and stand nowhere before in the sentence.

    ``مؤكدا أن هذه المقولة غير صحيحة``: which one, an earlier sentence says. With each, whether it
    is what a reported clause is about; elsewhere in a sentence another word may have named it.
    """
    words = [token.folded for token in candidate.tokens]
    for at, (pointing, noun) in enumerate(pairwise(words)):
        if pointing not in lexicon.POINTING or not noun.startswith("ال"):
            continue
        if noun in lexicon.TIME_POINTED_AT or noun in lexicon.POINTED_KINDS:
            continue
        if words[max(at - 2, 0) : at] == lexicon.INCLUDING:
            continue
        stem = content_stem(noun)
        if stem and not any(_share_root(stem, content_stem(word)) for word in words[:at]):
            yield stem, at > 0 and words[at - 1] in lexicon.CONTENT_CLAUSE


def _share_root(stem: str, other: str) -> bool:
    """Whether two stems may be of one root: ``اعترفت … هذا الاعتراف``."""
    shorter, longer = sorted((stem, other), key=len)
    letters = iter(longer)
    return len(shorter) >= _ROOT and all(letter in letters for letter in shorter)


def _is_another(words: Sequence[str]) -> bool:
    for before, word, after in zip(
        words[: lexicon.OTHER_REACH], words[1:], [*words[2:], ""], strict=False
    ):
        if word in lexicon.OTHER:
            return True
        if word in lexicon.ANOTHER and after in function_words():
            return not before.startswith("ال") and before not in function_words()
        if word in lexicon.ORDINALS and _strip_conjunction(before).startswith("ال"):
            return before not in lexicon.AFTER_ORDINALS_OF_NAMES
    return False


def _says_without_speaker(candidate: Candidate, text: str) -> bool:
    """``وأضاف أن``, ``وقال: "…"``: whoever speaks stands in front."""
    tokens = candidate.tokens
    if tokens[0].folded not in reporting_verbs() or tokens[0].folded in function_words():
        return False
    if len(tokens) == 1 or _breaks(text, tokens[0], tokens[1]):
        return True
    return tokens[1].folded in lexicon.SPEECH_GOES_ON


def part_played(candidate: Candidate, text: str, named: frozenset[int]) -> Token | None:
    """Return the word for somebody whom only the part they play names: ``وقال الوزير إن``.

    Not where a name follows (``الوزير خالد``) or where nobody else has the part
    (``الرئيس الروسي``), nor where the word begins the name of a topic (``named``).
    """
    tokens = candidate.tokens
    for at, token in enumerate(tokens[:_ROLE_REACH]):
        if token.folded not in lexicon.ROLES or token.start in named:
            continue
        here = at + 1
        while here < len(tokens) and not _breaks(text, tokens[here - 1], tokens[here]):
            if not _strip_conjunction(tokens[here].folded).startswith("ال"):
                break
            here += 1
        only_one = here > at + 1 and token.folded in lexicon.ONLY_ONE
        follows = tokens[here].folded if here < len(tokens) else ""
        if only_one or follows in word_list("first_names") or follows in lexicon.SPECIFYING:
            continue
        return token
    return None


def _breaks(text: str, left: Token, right: Token) -> bool:
    return any(sign in text[left.end : right.start] for sign in ":،," + _QUOTES)


def _has_pronoun(tokens: Sequence[Token], text: str) -> bool:
    """Whether one of the first words carries a pronoun for somebody not yet named."""
    for at, token in enumerate(tokens):
        word = token.folded
        if len(word) < 5 or word in lexicon.NO_PRONOUN or "ال" in (word[:2], word[1:3]):
            continue
        bare = _strip_conjunction(word)
        if bare in lexicon.NO_PRONOUN or (at and bare in function_words()):
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
