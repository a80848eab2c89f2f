"""From a word as it stands in a text to the words it can be found by.

The same rules run in the browser (``templates/assets/js/search/fold.js``);
``tests/fixtures/search_words.md`` tests both.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.clitics import ARTICLE, PROCLITICS
from generator.arabic.stem import light_stem
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 40
"""Letters of a word that count; what is longer is not a word."""
LONGEST_TOKEN: Final = 400
"""Letters of a token that count: one that fills a file would be a million words."""
_JOINTS: Final = re.compile(r"['’.&-]")
_NUMBER_PARTS: Final = re.compile(r"[:/]")
_DIGIT: Final = re.compile(r"[0-9]")
_POSSESSIVE: Final = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A search word: what it is indexed under, and what it may be without a proclitic."""

    stem: str
    variant: str | None
    """A guess, worth half."""


def search_words(folded: str) -> tuple[Word, ...]:
    """Return the search words of one folded token; hyphens, slashes and colons part it.

    ``north-south`` gives two words, ``s-400`` gives ``400`` and ``s400``, ``1,500`` gives ``1500``.
    """
    folded = folded[:LONGEST_TOKEN]
    if folded.isalpha():
        return (_word(folded),)
    # The compatibility form of some signs, such as ﷺ, is several words.
    return tuple(_word(unit) for part in folded.split() for unit in _units(part) if unit)


def _units(folded: str) -> list[str]:
    if _DIGIT.match(folded):
        parts = _NUMBER_PARTS.split(folded.rstrip("%٪").replace(",", "").replace("٬", ""))
        return [unit for part in parts for unit in _decimal(part.replace("٫", "."))]
    parts = [part for part in _JOINTS.split(_POSSESSIVE.sub("", folded)) if part]
    units = [part for part in parts if len(part) > 1 or _DIGIT.match(part)]
    if len(parts) > 1 and len(units) < len(parts):
        units.append("".join(parts))
    return units or parts


def _decimal(number: str) -> list[str]:
    return number.split(".") if number.count(".") > 1 else [number]


def _word(unit: str) -> Word:
    unit = unit[:LONGEST]
    if "a" <= unit[0] <= "z":
        return Word(_singular(unit), None)
    stem = _stem(unit)
    for rest in _without_proclitic(unit):
        if (variant := _stem(rest)) != stem:
            return Word(stem, variant)
    return Word(stem, None)


def _stem(unit: str) -> str:
    """Return the light stem; ``وزارة`` keeps its first letter, which is no conjunction."""
    return light_stem(ARTICLE + unit if unit in own_first_letters() else unit)


def _without_proclitic(unit: str) -> Iterator[str]:
    """Yield what may be left of a word without one proclitic, or two: ``وبطهران``."""
    for _ in range(2):
        if len(unit) < 4 or unit[0] not in PROCLITICS or unit in own_first_letters():
            return
        unit = unit[1:]
        yield unit


@cache
def own_first_letters() -> frozenset[str]:
    """Return the words whose first letter only looks like a proclitic; a browser needs them too."""
    return frozenset(word for word in word_list("own_first_letter") if len(word) >= 4)


def _singular(word: str) -> str:
    """Return an English word without its plural ending (Harman's S-stemmer, 1991)."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    return word if word.endswith(("us", "ss")) else word[:-1]
