"""Which sentences call somebody by the surname alone, and where the full name stands.

``قال فولودين إن`` hangs on the sentence that says ``فياتشيسلاف فولودين``: without that one the
reader of a summary doesn't know who speaks.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.analysis.summary.lexicon import ENGLISH_SAYING
from generator.arabic.clitics import readings
from generator.arabic.fold import fold
from generator.arabic.words import function_words, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis.document import Document
    from generator.analysis.summary.sentence import Candidate
    from generator.arabic.tokens import Token
    from generator.model import Mention, TopicId

_SHORTEST: Final = 3


def introductions(
    document: Document, found: Sequence[Candidate], mentions: Sequence[Mention]
) -> Mapping[int, frozenset[int]]:
    """Return, by the index of a sentence, those that give the full names it shortens.

    A name that the title gives in full needs no introduction.
    """
    shortened = _shortened_topics(document, mentions)
    known = set(_full_names(document.text, document.title_tokens, shortened))
    introduced: dict[str, int] = {}
    needs: dict[int, frozenset[int]] = {}
    for candidate in found:
        tokens = candidate.tokens
        spelled = set(_full_names(document.text, tokens, shortened))
        wanted = {
            introduced[name]
            for token in _short_names(tokens, document)
            for name in _forms(token.folded)
            if name in introduced and name not in spelled
        }
        if wanted:
            needs[candidate.index] = frozenset(wanted)
        for name in spelled - known:
            introduced.setdefault(name, candidate.index)
    return needs


def _shortened_topics(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the last words of topics' names that the article also uses alone."""
    last: dict[TopicId, set[str]] = {}
    alone: dict[TopicId, set[str]] = {}
    for mention in mentions:
        words = fold(mention.span.of(document.text)).split()
        (last if len(words) > 1 else alone).setdefault(mention.topic, set()).add(words[-1])
    return frozenset(
        word for topic, words in last.items() for word in words & alone.get(topic, set())
    )


def _full_names(text: str, tokens: Sequence[Token], shortened: frozenset[str]) -> Iterator[str]:
    """Yield the surnames among ``tokens`` that a first name stands before."""
    given = word_list("first_names")
    for left, right in pairwise(tokens):
        surname = right.folded
        if len(surname) < _SHORTEST or text[left.end : right.start] != " ":
            continue
        first = left.folded
        if surname.isascii():
            named = text[left.start].isupper() and text[right.start].isupper()
        else:
            named = surname in shortened or (
                any(form in given for form in _forms(first))
                and (first not in function_words() or text[left.end - 1] == "ي")  # علي, not على
            )
        if named and surname not in function_words() and surname not in given:
            yield surname


def _short_names(tokens: Sequence[Token], document: Document) -> Sequence[Token]:
    """Return the words that may be a surname alone: in English the subject of ``Volodin said``."""
    if document.language == "ar":
        return tokens
    says = len(tokens) > 1 and tokens[1].folded in ENGLISH_SAYING
    return tokens[:1] if says and document.text[tokens[0].start].isupper() else ()


@lru_cache(maxsize=1 << 14)
def _forms(folded: str) -> tuple[str, ...]:
    """Return a word and what it may be without its proclitics."""
    return (folded, *(reading.word for reading in readings(folded)))
