"""The phrases that page furniture is known by: plain lists that an editor can extend.

``lists/<name>.txt`` holds one phrase a line; ``#`` begins a comment. In a phrase ``{a/b}`` stands
for one of the words, ``{a/b?}`` for one of them or none, and ``<name>`` for any phrase of another
list. The sign before a phrase says how a line must hold it:

=========  ===================================================
``= …``    the line is the phrase and nothing else
``: …``    the phrase, then a colon or another separator; or the phrase alone
``^ …``    the line begins with the phrase
``* …``    the line begins with the phrase, and what follows may be glued to it, as it is where
           the text of two links was copied without the space between them
(none)     the list is only used inside other lists
=========  ===================================================

Phrases are compared in matching form (:func:`generator.clean.page.matching_form`): spelling of
hamza, ta marbuta and ya, vowel marks, quotation marks and bullets make no difference.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from generator.arabic.fold import fold_text
from generator.clean.page import DECOR

_PIECE: Final = re.compile(r" |\{[^}]*\}|<[^>]*>|[^ {<]+")
_LABEL_LENGTH: Final = 40
_START: Final = 2
"""Code points by which most lines are told from those that may hold a phrase."""
SEPARATOR: Final = r"\s*(?:[:：|/»>›–—-]|\.\.+|…)+\s*"


@cache
def phrase_list(name: str) -> str:
    """Return a regular expression for any phrase of a list, whatever its sign.

    Raises ``FileNotFoundError`` where there is no such list.
    """
    return _any([_pattern(phrase) for _, phrase in _entries(name)])


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of a list of plain words, folded; one or many stand on a line."""
    words = (word.strip(DECOR) for line in _lines(name) for word in line.split())
    return frozenset(filter(None, words))


def held(name: str, key: str) -> str | None:
    """Return what follows the phrase of a list that a line begins with, None where it has none.

    ``key`` is the line's matching form; the separator after the phrase is left out.
    """
    if not may_begin(name, key):
        return None
    # Labels come back on every page; running text does not, and must not fill the cache.
    return _held(name, key) if len(key) <= _LABEL_LENGTH else _held.__wrapped__(name, key)


def may_begin(name: str, key: str) -> bool:
    """Return whether a line may begin with a phrase of a list, by its first letters.

    It is asked before a pattern is compiled, which takes longer than to analyse a short article.
    """
    starts = phrase_starts(name)
    return key[:_START] in starts or key[:1] in starts


def enumerates(name: str, key: str) -> bool:
    """Return whether a line is one or more phrases of a list, parted by signs or ``و``."""
    if not may_begin(name, key) or not _beginning(name, key[:_START]).match(key):
        return False
    return _enumeration(name).fullmatch(key) is not None


@cache
def _beginning(name: str, start: str) -> re.Pattern[str]:
    return re.compile(_any([_pattern(phrase) for _, phrase in _possible(name, start)]))


@cache
def _enumeration(name: str) -> re.Pattern[str]:
    parted = r"\s*[+/،,&|؛–—-]\s*و?|\s+و|\s+and\s+|\s+"
    return re.compile(rf"(?:{phrase_list(name)}(?:(?:{parted})(?=.)|\Z))+")


@lru_cache(maxsize=1 << 12)
def _held(name: str, key: str) -> str | None:
    match = _line_pattern(name, key[:_START]).match(key)
    if match is None:
        return None
    return match.group(match.lastgroup) if match.lastgroup else ""


@cache
def _line_pattern(name: str, start: str) -> re.Pattern[str]:
    """Return the pattern of the few phrases that a line with this beginning may hold."""
    ends = {
        "=": "$",
        ":": rf"(?:{SEPARATOR}(?P<labelled>.*)|$)",
        "^": rf"(?!\w)(?:{SEPARATOR}|\s*)(?P<begun>.*)",
        "*": rf"(?:{SEPARATOR}|\s*)(?P<glued>.*)",
    }
    by_sign: dict[str, list[str]] = {}
    for sign, phrase in _possible(name, start):
        by_sign.setdefault(sign, []).append(_pattern(phrase))
    return re.compile("|".join(_any(by_sign[sign]) + ends[sign] for sign in by_sign))


def _possible(name: str, start: str) -> list[tuple[str, str]]:
    """Return the phrases of a list that may begin with these letters, each with its sign.

    They are ordered by the sign that the list has first.
    """
    entries = _entries(name)
    signs = list(dict.fromkeys(sign for sign, _ in entries))
    found = [e for e in entries if not {start, start[:1]}.isdisjoint(_beginnings(e[1]))]
    return sorted(found, key=lambda entry: signs.index(entry[0]))


def _any(patterns: list[str]) -> str:
    # The longest first, so that a label is not taken for a shorter one and the rest of it for text.
    return f"(?:{'|'.join(sorted(patterns, key=len, reverse=True))})"


@cache
def phrase_starts(name: str) -> frozenset[str]:
    """Return the beginnings a phrase of a list may have: two code points, or one that is all."""
    return frozenset().union(*(_beginnings(phrase) for _, phrase in _entries(name)))


@cache
def _beginnings(phrase: str) -> frozenset[str]:
    """Return at least the beginnings of what a phrase stands for."""
    found = {""}
    for piece in _PIECE.findall(phrase):
        if piece == " ":
            options = {"", " "}
        elif piece.startswith("<"):
            options = set(phrase_starts(piece.strip("<>")))
        else:
            options = {word.strip(DECOR) for word in piece.strip("{}?").split("/")}
        if piece.endswith("?}"):
            options.add("")
        found = {(start + option)[:_START] for start in found for option in options}
        if all(len(start) == _START for start in found):
            break
    return frozenset(found)


@cache
def _entries(name: str) -> list[tuple[str, str]]:
    """Return the phrases of a list, folded, each with its sign."""
    return [
        (line[0], line[2:].strip()) if line[0] in "=:^*" else ("", line.strip())
        for line in _lines(name)
    ]


def _lines(name: str) -> list[str]:
    text = (files(__package__) / "lists" / f"{name}.txt").read_text("utf-8")
    return [line for line in fold_text(text).splitlines() if line and not line.startswith("#")]


def _pattern(phrase: str) -> str:
    pieces = _PIECE.findall(phrase)
    required = [i for i, piece in enumerate(pieces) if piece != " " and not piece.endswith("?}")]
    pattern, missing = "", False
    for i, piece in enumerate(pieces):
        if piece == " ":
            # A word that may be missing takes one of the spaces around it with it.
            pattern += "" if missing or i > required[-1] else " "
            missing = False
        elif not piece.endswith("?}"):
            pattern += _choice(piece)
        elif i > required[-1]:
            pattern += f"(?:{' ' if pieces[i - 1] == ' ' else ''}{_choice(piece)})?"
        else:
            missing = pieces[i + 1] == " "
            pattern += f"(?:{_choice(piece)}{' ' if missing else ''})?"
    return pattern


def _choice(piece: str) -> str:
    if piece.startswith("<"):
        return phrase_list(piece.strip("<>"))
    words = piece.strip("{}?").split("/") if piece.startswith("{") else [piece]
    return _any([re.escape(word.strip(DECOR)).replace(r"\ ", " ") for word in words])
