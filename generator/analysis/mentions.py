"""Mentions: every place where an article names a topic.

Names are looked up word by word, longest first, in folded form, with and without the proclitics
that a word may carry (:mod:`generator.arabic.clitics`); the time is linear in the length of the
text and does not depend on the number of names. Whatever is doubtful counts only with evidence:

* an ambiguous name, and a short one behind a proclitic, where the topic is named otherwise too,
  or, of an event, where all its parents are named in the same sentence (``قمة`` beside ``بريكس``
  and ``كازان``);
* the surname of a person not behind somebody else's first name (``إيفانكا ترامب``);
* a place or a person not where something else is named after them (``واشنطن بوست``);
* the words of a name only where nothing but spaces, hyphens, quotation marks or brackets parts
  them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.longer_names import is_lent
from generator.analysis.matcher import (
    Name,
    TopicMatcher,
    build_matcher,
    contradicts,
    is_spelt,
    name_words,
)
from generator.arabic.clitics import (
    PROCLITICS,
    is_preposition_ala,
    readings,
    skip_letters,
    without_article,
)
from generator.arabic.words import word_list
from generator.findings import Mention
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from generator.analysis.document import Document
    from generator.arabic.tokens import Token
    from generator.model import TopicId

__all__ = ["TopicMatcher", "build_matcher", "find_mentions"]

_JOINERS: Final = frozenset(" \t\u00a0\u202f-–—‑/“”„‟«»\"'‘’()")
_CLOSING: Final = {"“": "”", "«": "»", '"': '"', "(": ")", "‘": "’", "”": "“", "„": "“", "'": "'"}
_WIDEST_GAP: Final = 3


class _Candidate(NamedTuple):
    start: int
    """Index of the first word."""
    end: int
    """Index behind the last word."""
    cut: int
    """Letters of the first word that are proclitics."""
    name: Name
    doubtful: bool
    """Whether letters alone do not tell that the topic is meant."""


def find_mentions(document: Document, matcher: TopicMatcher) -> tuple[Mention, ...]:
    """Return the mentions of topics in title and body, in text order, never overlapping.

    A span covers the name without its proclitics, and with the article where the text has one.
    """
    text = document.text
    parts = [list(name_words(part, text)) for part in (_own_title(document), document.tokens)]
    candidates = [list(_candidates(words, text, matcher)) for words in parts]
    sure = [[c for c in found if not c.doubtful] for found in candidates]
    named = {c.name.topic for found in sure for c in _longest(found)}
    mentions = [
        _mention(candidate, words, text)
        for words, found in zip(parts, candidates, strict=True)
        for candidate in _longest(_evident(found, words, named, document, matcher))
    ]
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _evident(
    found: Sequence[_Candidate],
    words: Sequence[Token],
    named: Container[TopicId],
    document: Document,
    matcher: TopicMatcher,
) -> list[_Candidate]:
    """Return the candidates that letters or evidence tell; ``named`` are topics named for sure."""
    kept = [c for c in found if not c.doubtful or c.name.topic in named]
    doubtful = (c for c in found if c.doubtful and c.name.topic not in named)
    events = [c for c in doubtful if c.name.topic in matcher.settings]
    if not events:
        return kept
    starts = [sentence.span.start for sentence in document.sentences]

    def sentence_of(candidate: _Candidate) -> int:
        return bisect_right(starts, words[candidate.start].start)

    together: defaultdict[int, set[TopicId]] = defaultdict(set)
    for candidate in kept:
        together[sentence_of(candidate)].add(candidate.name.topic)
    told = [c for c in events if matcher.settings[c.name.topic] <= together[sentence_of(c)]]
    return [*kept, *told]


def _own_title(document: Document) -> tuple[Token, ...]:
    """Return the words of the title, unless it is a stretch of the body."""
    title = document.title_tokens
    if not title:
        return ()
    # It may begin within a word of the body, behind its و.
    index = bisect_left(document.tokens, title[0].end, key=lambda token: token.end)
    before = document.tokens[index : index + 1]
    return () if before and before[0].start <= title[0].start else title


def _candidates(words: Sequence[Token], text: str, matcher: TopicMatcher) -> Iterator[_Candidate]:
    """Yield all names that stand in the text, by their first word, the longest first."""
    starts = matcher.starts
    for index, word in enumerate(words):
        folded = word.folded
        if folded in starts:
            yield from _starting(index, folded, 0, words, text, matcher)
        elif folded[:1] in PROCLITICS:
            for reading in readings(folded):
                if reading.word in starts:
                    yield from _starting(index, reading.word, reading.cut, words, text, matcher)


def _starting(
    index: int, first: str, cut: int, words: Sequence[Token], text: str, matcher: TopicMatcher
) -> Iterator[_Candidate]:
    """Yield the names that begin with the word at ``index`` when it is read as ``first``."""
    for length in matcher.starts[first]:
        end = index + length
        met = (first, *(word.folded for word in words[index + 1 : end]))
        if len(met) < length:
            continue
        for name in matcher.names.get(tuple(without_article(word) for word in met), ()):
            if name.fits(met) and _holds(name, index, end, cut, words, text, matcher):
                doubtful = _is_doubtful(name, index, end, cut, words, text)
                yield _Candidate(index, end, cut, name, doubtful)
                break


def _holds(
    name: Name,
    index: int,
    end: int,
    cut: int,
    words: Sequence[Token],
    text: str,
    matcher: TopicMatcher,
) -> bool:
    """Return whether the place allows the name that its letters spell."""
    if cut and name.short and name.ambiguous:
        return False
    if name.capitals and not text[words[index].start : words[index].end].isupper():
        return False
    if name.ambiguous and name.vocalised:
        surface = _surface(index, end, cut, words, text)
        if all(contradicts(surface, spelling) for spelling in name.vocalised):
            return False
    if name.surname and not cut and index and _is_space(text, words[index - 1], words[index]):
        before = words[index - 1]
        own = before.folded in matcher.own_words[name.topic]
        if not own and _is_first_name(before, text):
            return False
    kind = matcher.kinds[name.topic]
    if kind in ("country", "place", "person") and is_lent(
        words, index, end, text, person=kind == "person"
    ):
        return False
    return all(_joined(text, words[i], words[i + 1]) for i in range(index, end - 1))


def _is_doubtful(
    name: Name, index: int, end: int, cut: int, words: Sequence[Token], text: str
) -> bool:
    """Return whether letters alone do not tell that the name is meant."""
    if name.ambiguous and name.vocalised:
        surface = _surface(index, end, cut, words, text)
        return not any(is_spelt(surface, spelling) for spelling in name.vocalised)
    return name.ambiguous or (name.short and cut > 0)


def _surface(index: int, end: int, cut: int, words: Sequence[Token], text: str) -> str:
    start = words[index].start
    return text[skip_letters(text, start, cut) if cut else start : words[end - 1].end]


def _is_first_name(word: Token, text: str) -> bool:
    first_names = word_list("first_names")
    if is_preposition_ala(text, word.end, word.folded):
        return False
    return word.folded in first_names or any(
        reading.word in first_names for reading in readings(word.folded)
    )


def _is_space(text: str, left: Token, right: Token) -> bool:
    return text[left.end : right.start].isspace()


def _joined(text: str, left: Token, right: Token) -> bool:
    """Return whether two words may belong to one name."""
    gap = text[left.end : right.start]
    return len(gap) <= _WIDEST_GAP and _JOINERS.issuperset(gap)


def _longest(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield, from the left, the longest candidate and then only what begins behind it."""
    free = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if candidate.start >= free:
            free = candidate.end
            yield candidate


def _mention(candidate: _Candidate, words: Sequence[Token], text: str) -> Mention:
    start, end = words[candidate.start].start, words[candidate.end - 1].end
    if candidate.cut:
        start = skip_letters(text, start, candidate.cut)
    inner = text[words[candidate.start].end : words[candidate.end - 1].start]
    for mark in inner:
        # A mark that opens within the name closes with it: حركة "حماس".
        if _CLOSING.get(mark) == text[end : end + 1] and inner.count(mark) == 1:
            end += 1
            break
    return Mention(candidate.name.topic, Span(start, end))
