"""Which lines of an article are new since an editor wrote about it, without a copy of the old text.

An override keeps the version of the article it was written against, and a short digest of each of
its lines. That is enough to say which of today's lines were not there, and how many are gone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Final

DIGEST_LENGTH: Final = 6
"""Hex digits of a line's digest: two different lines of one article agree once in 16 million."""
MOST_LINES: Final = 2_000
"""Articles with more lines than this keep no digests: the front matter would be all there is."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of an article since a version that somebody wrote against."""

    known: bool
    """Whether the lines are known; otherwise only that something has changed."""
    new: tuple[int, ...] = ()
    """Numbers of the lines of today's text that are new or changed, from 1."""
    gone: int = 0
    """Lines of that version that are not there any more."""

    def __str__(self) -> str:
        if not self.known:
            return "which of its lines have changed is not known"
        parts = []
        if self.new:
            many = len(self.new) > 1
            parts.append(
                f"line{'s' * many} {ranges(self.new)} {'are' if many else 'is'} new or changed"
            )
        if self.gone:
            lines = "1 line is" if self.gone == 1 else f"{self.gone} lines are"
            parts.append(f"{lines} gone or changed")
        return ", ".join(parts) or "only the order or spacing of its lines has changed"


def version_of(text: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of an article's text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def line_digests(text: str) -> tuple[str, ...]:
    """Return the digest of each line that is not blank, in order; spacing does not count.

    Empty where there are more than :data:`MOST_LINES`.
    """
    digests = tuple(digest for _, digest in _lines(text))
    return digests if len(digests) <= MOST_LINES else ()


def changes_since(digests: tuple[str, ...], text: str) -> Changes:
    """Return how ``text`` differs from the version whose line digests are given."""
    if not digests:
        return Changes(known=False)
    before = Counter(digests)
    new = []
    for number, digest in _lines(text):
        if before[digest]:
            before[digest] -= 1
        else:
            new.append(number)
    return Changes(known=True, new=tuple(new), gone=before.total())


def ranges(numbers: tuple[int, ...]) -> str:
    """Return ascending numbers in short: ``3, 7–9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def _lines(text: str) -> list[tuple[int, str]]:
    return [
        (number, hashlib.sha256(" ".join(words).encode()).hexdigest()[:DIGEST_LENGTH])
        for number, line in enumerate(text.split("\n"), 1)
        if (words := line.split())
    ]
