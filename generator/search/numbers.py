"""Numbers written as text: base 32, the last digit from an alphabet of its own.

So a list needs no separators, and what is small is short: 5 is ``F``, 37 is ``1F``. Read back by
``readNumbers`` in ``templates/assets/js/search/index.js``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEADING: Final = "0123456789abcdefghijklmnopqrstuv"
_LAST: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_"
_NUMBER: Final = re.compile("[0-9a-v]*[^0-9a-v]")


@lru_cache(maxsize=1 << 16)
def encode(number: int) -> str:
    """Return one number (zero or more) as text."""
    digits = _LAST[number & 31]
    number >>= 5
    while number:
        digits = _LEADING[number & 31] + digits
        number >>= 5
    return digits


def encode_all(numbers: Iterable[int]) -> str:
    """Return the numbers, one after the other, as text."""
    return "".join(map(encode, numbers))


def encode_rising(numbers: Iterable[int]) -> str:
    """Return rising numbers as the first and the differences that follow."""
    last = 0
    parts = []
    for number in numbers:
        parts.append(encode(number - last))
        last = number
    return "".join(parts)


def encode_postings(postings: Iterable[int]) -> str:
    """Return postings (``slot * 32 + impact``, rising) as ``difference * 32 + impact``."""
    last = 0
    parts = []
    for posting in postings:
        slot = posting >> 5
        parts.append(encode((slot - last) << 5 | posting & 31))
        last = slot
    return "".join(parts)


def decode_postings(text: str) -> Iterator[int]:
    """Yield the postings that :func:`encode_postings` wrote."""
    slot = 0
    for number in map(_decode, _NUMBER.findall(text)):
        slot += number >> 5
        yield slot << 5 | number & 31


@lru_cache(maxsize=1 << 16)
def _decode(text: str) -> int:
    number = 0
    for digit in text[:-1]:
        number = number << 5 | _LEADING.index(digit)
    return number << 5 | _LAST.index(text[-1])
