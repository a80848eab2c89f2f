"""Whether the quotation marks and brackets of a sentence close what they open."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = {")": "(", "]": "[", "}": "{", "»": "«"}
_OPENING: Final = frozenset(_PAIRS.values())
QUOTES: Final = frozenset('"“”„‟″')
"""Arabic text has the curly ones either way round, and mixed with the straight one; they pair by
number."""
_MARKS: Final = frozenset(_PAIRS) | _OPENING | QUOTES


def is_balanced(sentence: str) -> bool:
    """Whether every bracket and quotation mark of ``sentence`` has its partner."""
    waiting: list[str] = []
    quotes = 0
    for mark in (char for char in sentence if char in _MARKS):
        if mark in QUOTES:
            quotes += 1
        elif mark in _OPENING:
            waiting.append(mark)
        elif waiting and waiting[-1] == _PAIRS[mark]:
            waiting.pop()
        else:
            return False
    return not waiting and quotes % 2 == 0


def quote_count(sentence: str) -> int:
    """Return how many quotation marks that pair by number ``sentence`` has."""
    return sum(char in QUOTES for char in sentence)
