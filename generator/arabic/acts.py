"""Families of words for what is done: the verb in its forms, and its noun."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.words import with_conjunctions

if TYPE_CHECKING:
    from collections.abc import Mapping

OPPOSITE: Final = "غير"
"""Makes the opposite of the adjective after it."""
FEMININE: Final = "ه"
"""Ending of feminine adjectives, folded."""
SHARES: Final = frozenset({"%", "٪", "في المئة", "بالمئة", "في المائة", "بالمائة"})
"""Units of which every text has some: they don't say what is counted."""


@cache
def families(name: str) -> Mapping[str, str]:
    """Return the family, by its first word, of each folded word of ``data/<name>.txt``."""
    lines = (files(__package__) / "data" / f"{name}.txt").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            first, *_ = words = line.split()
            for word in with_conjunctions(frozenset(map(fold, words))):
                found.setdefault(word, first)
    return found


@cache
def measures() -> Mapping[str, str]:
    """Return the families of what numbers and days are given for."""
    return {**families("measured_acts"), **families("agreement_acts")}
