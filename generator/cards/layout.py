"""Breaks a text into lines of about equal length that fit a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Word(NamedTuple):
    """A word and how many pixels wide it is."""

    text: str
    width: float


class Setting(NamedTuple):
    """One way of setting a text."""

    measure: Callable[[str], float]
    """Tells how many pixels wide a word is."""
    most: int
    """Lines that there is room for."""


def fit(text: str, settings: Sequence[Setting], widest: float) -> tuple[int, list[str]]:
    """Return which of ``settings``, largest type first, has room for ``text``, and its lines.

    Where even the smallest has not, the last line ends in ``…``.
    """
    for index, (measure, most) in enumerate(settings):
        space = measure(" ")
        words = [part for word in text.split() for part in _parts(word, measure, widest)]
        lines = _wrap(words, space, widest)
        if len(lines) <= most:
            return index, list(map(_join, _balanced(words, space, widest, lines)))
    rest = Word("…", measure("…"))
    last = _wrap([*lines[most - 1], rest], space, widest)
    shown = lines[most - 1][: -1 if len(last) > 1 else None] or lines[most - 1]
    return len(settings) - 1, list(map(_join, [*lines[: most - 1], [*shown, rest]]))


def _parts(word: str, measure: Callable[[str], float], widest: float) -> list[Word]:
    """Return ``word``, halved as often as it takes to fit."""
    width = measure(word)
    if width <= widest or len(word) == 1:
        return [Word(word, width)]
    half = len(word) // 2
    return [*_parts(word[:half], measure, widest), *_parts(word[half:], measure, widest)]


def _wrap(words: Sequence[Word], space: float, widest: float) -> list[list[Word]]:
    lines: list[list[Word]] = []
    filled = 0.0
    for word in words:
        if lines and filled + space + word.width <= widest:
            lines[-1].append(word)
            filled += space + word.width
        else:
            lines.append([word])
            filled = word.width
    return lines


def _balanced(
    words: Sequence[Word], space: float, widest: float, lines: list[list[Word]]
) -> list[list[Word]]:
    """Return the words in as many lines as ``lines``, the longest as short as can be."""
    low, high = max((word.width for word in words), default=0.0), widest
    while high - low > 1:
        middle = (low + high) / 2
        found = _wrap(words, space, middle)
        if len(found) <= len(lines):
            lines, high = found, middle
        else:
            low = middle
    return lines


def _join(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)
