"""Places for the nodes of a network: three columns of seats, the middle one half a row lower.

Seats are far enough apart for three lines of a label under each node, so labels can't overlap. Who
sits where is improved by swaps until none makes the lines shorter; whole numbers only, from a fixed
start, so that every machine draws the same picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Seat = tuple[int, int]
"""Column from the inline start (0, 1, 2) and half rows from the top."""

ROUNDS = 4
"""Most rounds of swaps; a picture is as good as settled by then."""


def seats(nodes: int) -> list[Seat]:
    """Return at least as many seats as there are nodes, those in the middle first."""
    rows = max(1, -(-(nodes + 1) // 3))
    side = [(column, 2 * row) for column in (0, 2) for row in range(rows)]
    found = [*side, *((1, 2 * row + 1) for row in range(rows - 1))]
    return sorted(found, key=lambda seat: (_distance(seat, (1, rows - 1)), seat))


def seat_all(nodes: int, ties: Mapping[tuple[int, int], int]) -> list[Seat]:
    """Return the seat of each of the nodes ``0 … nodes - 1``, of which the first is in the middle.

    ``ties`` says how strongly two nodes pull each other, by the pair, lower number first.
    """
    chosen = seats(nodes)
    near: list[list[tuple[int, int]]] = [[] for _ in chosen]
    for (a, b), weight in ties.items():
        near[a].append((b, weight))
        near[b].append((a, weight))
    for _ in range(ROUNDS):
        swapped = False
        for a in range(1, len(chosen)):
            for b in range(a + 1, len(chosen)):
                before = _pull(a, near, chosen) + _pull(b, near, chosen)
                chosen[a], chosen[b] = chosen[b], chosen[a]
                if _pull(a, near, chosen) + _pull(b, near, chosen) < before:
                    swapped = True
                else:
                    chosen[a], chosen[b] = chosen[b], chosen[a]
        if not swapped:
            break
    return chosen[:nodes]


def _pull(node: int, near: Sequence[Sequence[tuple[int, int]]], chosen: Sequence[Seat]) -> int:
    return sum(weight * _distance(chosen[node], chosen[other]) for other, weight in near[node])


def _distance(a: Seat, b: Seat) -> int:
    """Return the square of how far apart two seats are; a column is as wide as three half rows."""
    return 9 * (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
