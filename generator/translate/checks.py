"""Whether a machine's English may stand for an Arabic sentence: what must not be lost or added.

A check knows no language better than the machine does. It sees what anybody would see: nothing
came back, Arabic came back, a figure, a quotation mark or an address is there on one side only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.language import language_of
from generator.arabic.number_reader import read_number
from generator.arabic.numerals import day_ordinals
from generator.arabic.tokens import tokenise
from generator.load.refused import quoted
from generator.load.text import has_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.arabic.tokens import Token

_QUOTES: Final = re.compile('[«»“”„‟″"]')
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST: Final = 4
"""Times the length of its source that a translation may have, and …"""
_SLACK: Final = 200
"""… characters more: a name of two words may need a line."""
_FEW: Final = frozenset([1.0, 2.0])
"""Arabic has a dual and an “a certain one”: no word of the source need say these numbers."""


class _Numbers(NamedTuple):
    figures: frozenset[float]
    """Written in figures; they must be on the other side too."""
    others: frozenset[float]
    """In words, as ordinals, or parts of dates and times; they may be there."""


def clean(answer: str) -> str:
    """Return an answer on one line, without hidden characters."""
    return one_line(answer)


def why_refused(source: str, english: str) -> str | None:
    """Return why ``english`` can't stand for the Arabic ``source``, None where it can.

    Both are on one line; the reason is the end of a sentence about the translation.
    """
    if not has_words(english):
        return "nothing came back"
    if len(english) > _LONGEST * len(source) + _SLACK:
        return "far more came back than the sentence says"
    if language_of(english) == "ar":
        return "what came back is not English"
    if len(_QUOTES.findall(source)) != len(_QUOTES.findall(english)):
        return "its quotation marks are not those of the sentence"
    if foreign := set(_ADDRESS.findall(english)) - set(_ADDRESS.findall(source)):
        return f"it names an address that the sentence does not: {quoted(min(foreign))}"
    return _numbers_differ(source, english)


def _numbers_differ(source: str, english: str) -> str | None:
    said, given = _numbers(source), _numbers(english)
    if lost := said.figures - given.figures - given.others:
        return f"the number {_shown(min(lost))} is lost"
    if new := given.figures - said.figures - said.others - _FEW:
        return f"the number {_shown(min(new))} is new"
    return None


def _shown(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def _numbers(text: str) -> _Numbers:
    tokens = list(tokenise(text))
    figures: set[float] = set()
    others = set(_ordinals(tokens))
    at = 0
    while at < len(tokens):
        found = read_number(text, tokens, at)
        if found:
            (figures if found.in_figures else others).add(found.value)
        elif tokens[at].folded[0].isdigit():  # a date, a time, a score
            others.update(map(float, re.findall("[0-9]+", tokens[at].folded)))
        at = found.next if found else at + 1
    return _Numbers(frozenset(figures), frozenset(others))


def _ordinals(tokens: Sequence[Token]) -> Iterator[float]:
    known = day_ordinals()
    words = [token.folded for token in tokens]
    for one, two in zip(words, [*words, ""][1:], strict=True):
        for phrase in (one, f"{one} {two}"):
            if phrase in known:
                yield float(known[phrase])
