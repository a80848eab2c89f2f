"""How common a word is in the language at large, from the lists of the wordfreq package.

The small lists (Arabic 57,000 words, English 29,000; frequency one in a million and above) serve:
on 100 articles with keywords chosen by readers the large list, eleven times the size, made no
difference. A list is read on first use and kept once per process; a program that forks workers
calls :func:`preload` first, so that they share it.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgpack

from generator.arabic.fold import fold_text

if TYPE_CHECKING:
    from generator.model import Language

UNKNOWN: Final = 0.0
"""Zipf value of a word that is not in the list; the rarest word listed has 3."""


def zipf(folded: str, language: Language = "ar") -> float:
    """Return the Zipf value of a folded word: log10 of its occurrences in a billion words."""
    return zipf_table(language).get(folded, UNKNOWN)


@cache
def zipf_table(language: Language) -> dict[str, float]:
    """Return the Zipf values of all known words by folded form. Not to be changed.

    Of spellings that fold to one, the commonest counts.
    """
    words: list[str] = []
    values: list[float] = []
    for centibels, bucket in enumerate(_word_list(language)):
        words += bucket
        # One float per bucket, all words folded at once: a third of the memory and of the time.
        values += [round(9 - centibels / 100, 2)] * len(bucket)
    folded = fold_text("\n".join(words)).split("\n")
    # From the rarest on, so that the commonest stays.
    return dict(zip(reversed(folded), reversed(values), strict=True))


def _word_list(language: Language) -> list[list[str]]:
    """Return the words by their frequency: the index is hundredths of a power of ten below 1.

    Read from the package's file, in its format cBpack: to import the package for its own reader
    takes twice as long as all that Mujaz does with the list.
    """
    spec = find_spec("wordfreq")
    if spec is None or not spec.origin:
        raise ModuleNotFoundError("wordfreq is not installed", name="wordfreq")
    path = Path(spec.origin).parent / "data" / f"small_{language}.msgpack.gz"
    header: object
    buckets: list[list[str]]
    header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()))
    if header != {"format": "cB", "version": 1}:
        raise ValueError(f"{path.name} has another format: {header!r}")
    return buckets


def preload(*languages: Language) -> None:
    """Read the lists of these languages now."""
    for language in languages:
        zipf_table(language)
