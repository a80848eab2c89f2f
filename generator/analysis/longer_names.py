"""Names that only stand in a longer name of something else: ``واشنطن بوست``, ``شارع لندن``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.clitics import readings
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.arabic.tokens import Token

_GAPS: Final = frozenset((" ", "\u00a0", ' "', " «", " “", "-"))
"""What may stand between the words of a name: a quotation may open, never close."""


def is_lent(words: Sequence[Token], start: int, end: int, text: str, *, person: bool) -> bool:
    """Return whether the name in ``words[start:end]`` is part of a longer name of another thing.

    What is named after a ``person`` is far more than what is named after a place and stands
    somewhere else.
    """
    return _has_tail(words, end, text) or _has_head(words, start, text, person=person)


def _has_tail(words: Sequence[Token], end: int, text: str) -> bool:
    if end >= len(words) or text[words[end - 1].end : words[end].start] not in _GAPS:
        return False
    tails, word = word_list("name_tails"), words[end].folded
    return word in tails or any(f"{name}_{word}" in tails for name in _forms(words[end - 1]))


def _has_head(words: Sequence[Token], start: int, text: str, *, person: bool) -> bool:
    if not start or text[words[start - 1].end : words[start].start] not in _GAPS:
        return False
    lists = ("name_heads", "memorial_heads") if person else ("name_heads",)
    return any(form in word_list(name) for form in _forms(words[start - 1]) for name in lists)


def _forms(word: Token) -> list[str]:
    """Return what a word may be, with and without proclitics."""
    return [word.folded, *(reading.word for reading in readings(word.folded))]
