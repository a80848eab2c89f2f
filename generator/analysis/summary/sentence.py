"""The sentences of an article as the summary weighs them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.arabic.stem import light_stem
from generator.arabic.words import function_words, reporting_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.document import Document
    from generator.arabic.tokens import Token
    from generator.findings import Sentence

_SHORTEST_CONTENT = 3
_ABOUT = 5
_QUOTES = frozenset('"“”«„')
_DEFINITE = ("ال", "وال", "فال", "بال", "لل", "كال")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen, with its words."""

    index: int
    """Its place among the sentences that are no subheads, from 0."""
    place: int
    """How many paragraphs stand before it, and how many sentences of its own: each paragraph
    opens with its point."""
    sentence: Sentence
    tokens: Sequence[Token]
    stems: frozenset[str]
    """Light stems of its content words."""
    about: frozenset[str]
    """Stems of nouns with the article and of quoted names among its first words: what it takes as
    known."""


def candidates(document: Document) -> list[Candidate]:
    """Return the sentences of an article that are no subheads, in order."""
    found: list[Candidate] = []
    tokens, at = document.tokens, 0
    paragraph, opening, paragraphs = -1, 0, -1
    for sentence in document.sentences:
        while at < len(tokens) and tokens[at].start < sentence.span.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].end <= sentence.span.end:
            at += 1
        if sentence.kind != "sentence":
            continue
        words = tokens[first:at]
        stems = [stem for word in words if (stem := content_stem(word.folded))]
        about = frozenset(
            content_stem(word.folded)
            for word in words[:_ABOUT]
            if word.folded.startswith(_DEFINITE) or document.text[word.start - 1] in _QUOTES
        )
        if sentence.paragraph != paragraph:
            paragraph, opening, paragraphs = sentence.paragraph, len(found), paragraphs + 1
        place = paragraphs + len(found) - opening
        found.append(Candidate(len(found), place, sentence, words, frozenset(stems), about))
    return found


@lru_cache(maxsize=1 << 16)
def content_stem(folded: str) -> str:
    """Return the light stem of a folded word, empty for a word of grammar or speech."""
    if folded in function_words() or folded in reporting_verbs():
        return ""
    if folded.isascii():
        return folded if len(folded) > _SHORTEST_CONTENT or folded[0].isdigit() else ""
    stem = light_stem(folded)
    return stem if len(stem) >= _SHORTEST_CONTENT else ""
