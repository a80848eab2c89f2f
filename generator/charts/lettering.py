"""How much room words take: estimates, on the safe side, for the site's own typefaces."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NARROWEST = 280
"""Width in pixels of a picture on the narrowest screen that counts, a phone of 320 pixels."""
SIZE = 12
"""Size of labels in pixels."""
LINE = 16
"""Distance of a label's lines in pixels."""

_NARROW = frozenset(" .,:;!|'ijl()[]/،؛ادذرزوآأإـ«»-–")


def width(text: str, size: float = SIZE) -> float:
    """Return the width of ``text`` in pixels, rather too much than too little."""
    return size * sum(map(_em, text))


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if letter in _NARROW:
        return 0.38
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return 1.1
    if letter in "mwMW@%" or letter in "سشصضﷺ":
        return 0.9
    return 0.68 if letter.isupper() else 0.6


def wrap(text: str, room: float, lines: int = 2, size: float = SIZE) -> tuple[str, ...]:
    """Return ``text`` in at most ``lines`` lines of ``room`` pixels; what is cut shows."""
    found = [""]
    words = text.split()
    for number, word in enumerate(words):
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= room:
            found[-1] = longer
        elif found[-1] and len(found) < lines:
            found.append(word)
        else:
            rest = " ".join([found[-1], *words[number:]]).strip()
            return (*found[:-1], clip(rest, room, size))
    return (*found[:-1], clip(found[-1], room, size))


def clip(text: str, room: float, size: float = SIZE) -> str:
    """Return as much of ``text`` as ``room`` pixels hold, an ellipsis for what is cut."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
