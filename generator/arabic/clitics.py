"""Proclitics: the particles that Arabic writes glued to the front of a word.

``و`` and ``ف`` (and, so), then ``ب``, ``ل`` or ``ك`` (in, to, as) may stand before a name; ``ل``
swallows the alef of the article (``ل`` + ``العقوبات`` is written ``للعقوبات``). Whether a word
really carries one can't be told from its letters: :func:`readings` says what it *may* be, and the
caller checks that against names it knows. Endings are never stripped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from generator.arabic.fold import fold
from generator.arabic.words import word_list

PROCLITICS: Final = frozenset("وفبلك")
ARTICLE: Final = "ال"
_SHORTEST: Final = 2
_SWALLOWED: Final = 8
"""Most code points, marks among them, in which ``ولل`` may be written."""


class Reading(NamedTuple):
    """What is left of a word when its first letters are taken for proclitics."""

    word: str
    """Folded, spelt as it is without them; the article's swallowed alef is back in place."""
    cut: int
    """Number of letters of the folded word that do not belong to it."""


@lru_cache(maxsize=1 << 15)
def readings(folded: str) -> tuple[Reading, ...]:
    """Return what a folded word may be without its proclitics, fewest letters cut first.

    Empty for a word that begins otherwise, and for one of the ordinary words and names whose
    first letter is known to be their own (``data/own_first_letter.txt``: ``وليد``, ``كوبا``).
    """
    own = word_list("own_first_letter")
    if folded[:1] not in PROCLITICS or folded in own:
        return ()
    found = list(_after_preposition(folded, 0))
    if folded[0] in "وف":
        rest = folded[1:]
        found.append(Reading(rest, 1))
        if rest not in own:
            found.extend(_after_preposition(rest, 1))
    return tuple(reading for reading in found if len(reading.word) >= _SHORTEST)


def _after_preposition(word: str, cut: int) -> list[Reading]:
    if word[:1] not in ("ب", "ل", "ك"):
        return []
    found = [Reading(word[1:], cut + 1)]
    if word.startswith("لل"):
        found.append(Reading(ARTICLE + word[2:], cut + 2))
        # Of three lams in a row only two are written: ل + اللاجئين is للاجئين.
        found.append(Reading(ARTICLE + word[1:], cut + 1))
    return found


def without_article(folded: str) -> str:
    """Return a folded word without the article, where at least three letters are left."""
    return folded[2:] if len(folded) > 4 and folded.startswith(ARTICLE) else folded


def is_preposition_ala(text: str, end: int, folded: str) -> bool:
    """Return whether a folded word that ends at ``end`` is ``على``, not the name ``علي``."""
    return folded.endswith("علي") and text[end - 1] == "ى"


def skip_letters(text: str, start: int, count: int) -> int:
    """Return the offset in ``text`` behind the first ``count`` letters of the word at ``start``.

    Marks between the letters are skipped with them: behind one letter of ``وَطهران`` stands
    ``طهران``.
    """
    end = start
    while count > 0:
        count -= len(fold(text[end]))
        end += 1
    while end < len(text) and not fold(text[end]):
        end += 1
    return end


def with_own_article(text: str, start: int, end: int) -> str:
    """Return the name at ``text[start:end]`` with the article that ``لل`` before it has swallowed.

    Of ``للولايات المتحدة`` the span of the name begins behind both letters; by itself it is
    ``الولايات المتحدة``.
    """
    name = text[start:end]
    before = start
    while before and start - before < _SWALLOWED and not text[before - 1].isspace():
        before -= 1
    glued = fold(text[before:start])
    return ARTICLE + name if glued in ("لل", "ولل", "فلل") else name
