"""Whether the quotation marks and brackets of a sentence close what they open."""

from __future__ import annotations

import re
from typing import Final

_PAIRS: Final = {")": "(", "]": "[", "}": "{", "»": "«"}
_OPENING: Final = frozenset(_PAIRS.values())
QUOTES: Final = '"“”„‟″'
"""Arabic text has the curly ones either way round, and mixed with the straight one; they pair by
number."""
_BRACKET: Final = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values())) + "]")
_QUOTE: Final = re.compile(f"[{QUOTES}]")


def is_balanced(sentence: str) -> bool:
    """Whether every bracket and quotation mark of ``sentence`` has its partner."""
    waiting: list[str] = []
    for mark in _BRACKET.findall(sentence):
        if mark in _OPENING:
            waiting.append(mark)
        elif waiting and waiting[-1] == _PAIRS[mark]:
            waiting.pop()
        else:
            return False
    return not waiting and quote_count(sentence) % 2 == 0


def quote_count(sentence: str) -> int:
    """Return how many quotation marks that pair by number ``sentence`` has."""
    return len(_QUOTE.findall(sentence))
