"""“Did you mean”: the known word that an unknown one is closest to."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.load.refused import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 100
"""Words longer than this are no slip of the pen, and comparing them is quadratic."""


def closest(word: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Return the known word most like ``word``, None where none is like it."""
    if len(word) > _LONGEST:
        return None
    slack = max(2, len(word) // 3)
    candidates = sorted(k for k in known if abs(len(k) - len(word)) <= slack)
    matches = get_close_matches(word.casefold(), [c.casefold() for c in candidates], 1, cutoff)
    return next((c for c in candidates if c.casefold() in matches), None)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return the remedy for an unknown word: the closest known one, else ``otherwise``."""
    found = closest(word, known)
    return f"Did you mean {quoted(found)}?" if found else otherwise
