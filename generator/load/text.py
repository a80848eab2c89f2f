"""Text made plain: one kind of line end, no control, bidi or other hidden characters."""

from __future__ import annotations

import re
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidi and deprecated format controls
    "\ufeff\ufff9-\ufffb"  # byte order marks, annotation marks
    "\ud800-\udfff\ufdd0-\ufdef"  # lone surrogates, noncharacters
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 1 << 16)
    )
    + "]+"
)
_WORD_CHARACTER: Final = re.compile("[^\\W_\u0640]")


def normalise(text: str, *, keep_tabs: bool = False) -> str:
    """Return ``text`` with line feeds as line ends, without hidden characters, tabs as spaces.

    Joiners (U+200C, U+200D), soft hyphens and private letters stay: they are part of words.
    ``keep_tabs`` is for Markdown, where they indent.
    """
    if is_plain(text):
        return text
    text = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    return text if keep_tabs else text.replace("\t", " ")


def is_plain(text: str) -> bool:
    """Return whether ``text`` has no control or hidden character but line feeds, as most texts.

    Ten times as fast as to look for them.
    """
    return text.replace("\n", "").isprintable()


def one_line(text: str) -> str:
    """Return ``text`` normalised, with single spaces between its words."""
    return " ".join(normalise(text).split())


def hidden_in(text: str) -> str | None:
    """Return the first hidden character of ``text`` as ``U+202E``, None where there is none."""
    found = _HIDDEN.search(text)
    return f"U+{ord(found.group()[0]):04X}" if found else None


def has_words(text: str) -> bool:
    """Return whether ``text`` holds a single letter or digit; tatweel is none."""
    return _WORD_CHARACTER.search(text) is not None
