"""Document numbers that last: each record gets a place in a hash table, and that is its number.

No counter has to be kept between builds, a deletion leaves a hole, and a clean build numbers as an
incremental one does. Only a table that has to double renumbers everything.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM: Final = 4
"""Places per record, at least: few records collide, so few numbers depend on another record."""


def table_size(count: int) -> int:
    """Return the number of places for ``count`` records: the next power of two with room."""
    return 1 << max(0, ROOM * count - 1).bit_length()


def assign_slots(keys: Iterable[str]) -> tuple[dict[str, int], int]:
    """Return the slot of each key, by rising slot, and the size of the table.

    A key that finds its place taken goes to the next free one; keys come in alphabetical order, so
    the outcome depends on the set of keys alone.
    """
    ordered = sorted(keys)
    size = table_size(len(ordered))
    taken: dict[int, str] = {}
    for key in ordered:
        digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
        slot = int.from_bytes(digest, "big") % size
        while slot in taken:
            slot = (slot + 1) % size
        taken[slot] = key
    return {taken[slot]: slot for slot in sorted(taken)}, size
