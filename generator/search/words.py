"""From a word as it stands in a text to the words it can be found by.

The same rules run in the browser (``templates/assets/js/search/fold.js``);
``tests/fixtures/search_words.md`` tests both.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from generator.arabic.stem import light_stem, proclitic_variant

LONGEST: Final = 40
"""Letters of a word that count; what is longer is not a word."""
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
    if folded.isalpha():
        return (_word(folded),)
    return tuple(_word(unit) for unit in _units(folded))


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
    variant = proclitic_variant(unit)
    if variant is None and unit.startswith("و"):
        variant = proclitic_variant(unit[1:])  # two of them: وبطهران
    return Word(light_stem(unit), variant)


def _singular(word: str) -> str:
    """Return an English word without its plural ending (Harman's S-stemmer, 1991)."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    return word if word.endswith(("us", "ss")) else word[:-1]
