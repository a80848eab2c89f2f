"""One article made ready for analysis: its kept text, cut into sentences and words once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from generator.arabic.tokens import Token
    from generator.findings import Cleaned, Sentence
    from generator.model import Language


@dataclass(frozen=True, slots=True)
class Document:
    """What every part of the analysis reads. Offsets are code points of :attr:`text`."""

    text: str
    language: Language
    """The language most of the body is written in."""
    cleaned: Cleaned
    sentences: tuple[Sentence, ...]
    """Of the body, in order."""
    tokens: tuple[Token, ...]
    """Words and numbers of the body, in order; the title's are not among them."""
    title_tokens: tuple[Token, ...]
    """Words of the title where it stands in the text, else empty."""
    published: date | None
    """From the sidecar, the article's own date line, or the record; None where unknown."""

    def word_runs(self) -> tuple[tuple[Token, ...], ...]:
        """Return the title's words, unless it is taken from the body, and the body's."""
        body = self.tokens[0].start if self.tokens else len(self.text)
        own = self.title_tokens and self.title_tokens[-1].end <= body
        return (self.title_tokens, self.tokens) if own else (self.tokens,)
