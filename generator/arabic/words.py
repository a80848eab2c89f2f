"""Closed lists of Arabic words: grammar, reporting verbs, time.

The lists lie in ``generator/arabic/data`` as a careful writer spells them, one or many to a line;
here they come folded (:func:`generator.arabic.fold.fold`), so tokens are looked up as they are.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from generator.arabic.fold import fold_text

_CONJUNCTIONS: Final = ("و", "ف")


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the folded words of ``data/<name>.txt``.

    Raises ``FileNotFoundError`` where there is no such list.
    """
    # All at once: word by word takes ten times as long.
    return frozenset(fold_text("\n".join(spellings(name))).split("\n"))


@cache
def word_lists(*names: str) -> frozenset[str]:
    """Return the folded words of several lists as one."""
    return frozenset().union(*map(word_list, names))


@cache
def spellings(name: str) -> frozenset[str]:
    """Return the words of ``data/<name>.txt`` unfolded, for where spelling decides."""
    lines = (files(__package__) / "data" / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def with_conjunctions(words: frozenset[str]) -> frozenset[str]:
    """Return the words, and each with ``و`` and ``ف`` written before it: ``قال وقال فقال``."""
    return words | {mark + word for word in words for mark in _CONJUNCTIONS}


@cache
def function_words() -> frozenset[str]:
    """Prepositions, pronouns, particles, auxiliaries, quantifiers; with their conjunctions."""
    return with_conjunctions(word_list("function_words"))


@cache
def reporting_verbs() -> frozenset[str]:
    """Forms of verbs such as ``قال``, ``أكد``, ``يعتقد``; with their conjunctions."""
    return with_conjunctions(word_list("reporting_verbs"))


@cache
def time_words() -> frozenset[str]:
    """Days, months of every tradition, units and adjectives of time; with their conjunctions."""
    return with_conjunctions(word_list("time_words"))
