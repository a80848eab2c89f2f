"""How common a word is in the language at large, from the lists of the wordfreq package.

The small lists (Arabic 57,000 words, English 29,000; frequency one in a million and above) serve:
on 100 articles with keywords chosen by readers the large list, eleven times the size, made no
difference. A list is read on first use and kept once per process; a program that forks workers
calls :func:`preload` first, so that they share it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold

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
    # Imported here: the import costs a fifth of a second, which only analysis should pay.
    from wordfreq import get_frequency_list

    table: dict[str, float] = {}
    for centibels, bucket in enumerate(get_frequency_list(language, "small")):
        if bucket:
            # One float per bucket, one fold per bucket: a third of the memory and of the time.
            value = round(9 - centibels / 100, 2)
            for word in fold.__wrapped__("\n".join(bucket)).split("\n"):
                table.setdefault(word, value)
    get_frequency_list.cache_clear()
    return table


def preload(*languages: Language) -> None:
    """Read the lists of these languages now."""
    for language in languages:
        zipf_table(language)
