"""Words with their places in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.fold import fold
from generator.arabic.letters import DIGIT, LETTER, MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(
    rf"[{DIGIT}]+(?:[.,:/٫٬][{DIGIT}]+)*[%٪]?"
    rf"|[{LETTER}][{LETTER}{MARK}]*"
    rf"|[^\W\d_{LETTER}](?:[^\W_{LETTER}{DIGIT}]|[{MARK}0-9]|['’.&-](?=[^\W_]))*"
)


class Token(NamedTuple):
    """A word or number as it stands in the text. Offsets are code points of that text."""

    start: int
    end: int
    folded: str
    """Matching form; see :func:`generator.arabic.fold.fold`."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words and numbers of ``text[start:end]`` with offsets into ``text``.

    Punctuation, Arabic or Latin, never stays glued to a word: ``البلدين،`` gives ``البلدين``.
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        folded = fold(match.group())
        if folded:  # a lone tatweel or vowel mark is no word
            yield Token(match.start(), match.end(), folded)


def raw_words(text: str) -> list[str]:
    """Return the words and numbers of ``text`` as they stand there, where no offset is needed."""
    return _WORD.findall(text)
