"""The one font of the cards: a subset of IBM Plex Sans Arabic SemiBold with its Latin letters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PIL import ImageFont, features

from generator.cards.card import FONT

if TYPE_CHECKING:
    from generator.model import Language

_NOWHERE: Final = "\U0010fffd"
"""A character that no font has."""


def can_shape() -> bool:
    """Return whether this Pillow joins Arabic letters; one built without Raqm does not."""
    return bool(features.check("raqm"))


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font with ``size`` pixels to the em."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.RAQM)


def width(text: str, size: int, language: Language) -> float:
    """Return how many pixels wide ``text`` is in one line."""
    return font(size).getlength(text, direction=direction(language), language=language)


def direction(language: Language) -> str:
    """Return Raqm's name for the direction of a text in ``language``."""
    return "rtl" if language == "ar" else "ltr"


def drawable(text: str) -> str:
    """Return ``text`` without the characters that the font lacks: they would be empty boxes.

    Nothing is returned where that is more than half of the text, which then says nothing.
    """
    kept = "".join(char for char in text if char.isspace() or _has(char))
    whole, left = (len("".join(part.split())) for part in (text, kept))
    return " ".join(kept.split()) if left * 2 > whole else ""


@lru_cache(maxsize=4096)
def _has(char: str) -> bool:
    return _picture(char) != _picture(_NOWHERE)


def _picture(char: str) -> tuple[tuple[int, int], bytes]:
    mask = font(20).getmask(char)
    return mask.size, bytes(mask)
