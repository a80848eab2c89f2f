"""Places for the nodes of a network: three columns of seats, the middle one half a row lower.

Seats are far enough apart for three lines of a label under each node, so labels can't overlap. Who
sits where is improved by swaps until none makes the lines shorter; whole numbers only, from a fixed
start, so that every machine draws the same picture.
"""

from __future__ import annotations

from functools import lru_cache

Seat = tuple[int, int]
"""Column from the inline start (0, 1, 2) and half rows from the top."""
Tie = tuple[int, int, int]
"""Two nodes, lower number first, and how strongly they pull each other."""

ROUNDS = 4
"""Most rounds of swaps; a picture is as good as settled by then."""


def seats(nodes: int) -> list[Seat]:
    """Return at least as many seats as there are nodes, those in the middle first."""
    rows = max(1, -(-(nodes + 1) // 3))
    side = [(column, 2 * row) for column in (0, 2) for row in range(rows)]
    found = [*side, *((1, 2 * row + 1) for row in range(rows - 1))]
    return sorted(found, key=lambda seat: (_distance(seat, (1, rows - 1)), seat))


@lru_cache(maxsize=64)
def seat_all(nodes: int, ties: tuple[Tie, ...]) -> tuple[Seat, ...]:
    """Return the seat of each of the nodes ``0 … nodes - 1``, of which the first is in the middle.

    ``ties`` says how strongly two nodes pull each other. Kept, since a network is drawn once for
    each language.
    """
    places = seats(nodes)
    far = [[_distance(one, other) for other in places] for one in places]
    near: list[list[tuple[int, int]]] = [[] for _ in places]
    for a, b, weight in ties:
        near[a].append((b, weight))
        near[b].append((a, weight))
    at = list(range(len(places)))

    def gain(node: int, partner: int) -> int:
        """Return how much shorter the lines of ``node`` get in the seat of ``partner``."""
        here, there = far[at[node]], far[at[partner]]
        return sum(
            weight * (here[at[other]] - there[at[other]])
            for other, weight in near[node]
            if other != partner  # the line between the two stays as long as it is
        )

    for _ in range(ROUNDS):
        swapped = False
        for a in range(1, len(places)):
            for b in range(a + 1, len(places)):
                if gain(a, b) + gain(b, a) > 0:
                    at[a], at[b] = at[b], at[a]
                    swapped = True
        if not swapped:
            break
    return tuple(places[place] for place in at[:nodes])


def _distance(a: Seat, b: Seat) -> int:
    """Return the square of how far apart two seats are; a column is as wide as three half rows."""
    return 9 * (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
