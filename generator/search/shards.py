"""Cuts a sorted list of terms into small files by leading letters (a burst trie).

A browser finds the file of a term by the longest prefix that has one; a new term touches the file
of its own prefix and no other.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST: Final = 12_000
"""Bytes of a file, at most, unless one term alone takes more."""
SMALLEST: Final = 1_500
"""A branch with fewer bytes stays in the file of the branches around it."""


class Entry(NamedTuple):
    """A term and its postings as text."""

    term: str
    postings: str
    size: int
    """Bytes that it takes where no letter of the term stands in the name of the file."""


def entry(term: str, postings: str) -> Entry:
    """Return the entry of a term."""
    return Entry(term, postings, len(term.encode()) + len(postings) + 2)


class Shard(NamedTuple):
    """One file: what is left of the terms behind the prefix, each with its postings."""

    prefix: str
    body: str


def cut_shards(entries: Sequence[Entry], largest: int = LARGEST) -> Iterator[Shard]:
    """Yield the files for ``entries``, which are sorted by term."""
    yield from _cut("", entries, largest)


def _cut(prefix: str, entries: Sequence[Entry], largest: int) -> Iterator[Shard]:
    if _size(entries, prefix) <= largest:
        if entries:
            yield _shard(prefix, entries)
        return
    depth = len(prefix)
    exact = [entry for entry in entries if len(entry.term) == depth]
    branches = [
        list(branch)
        for _, branch in groupby(entries[len(exact) :], key=lambda entry: entry.term[depth])
    ]
    together = _together(prefix, exact, branches, largest)
    rest = exact + [entry for branch in branches if branch[0].term in together for entry in branch]
    if rest:
        yield _shard(prefix, rest)
    for branch in branches:
        if branch[0].term not in together:
            yield from _cut(branch[0].term[: depth + 1], branch, largest)


def _together(
    prefix: str, exact: list[Entry], branches: list[list[Entry]], largest: int
) -> set[str]:
    """Return the first terms of the branches that share the file of ``prefix``."""
    sizes = {branch[0].term: _size(branch, prefix) for branch in branches}
    small = sorted((size, term) for term, size in sizes.items() if size < SMALLEST)
    room = largest - _size(exact, prefix)
    together = set()
    for size, term in small:
        room -= size
        if room >= 0:
            together.add(term)
    return together


def _size(entries: Sequence[Entry], prefix: str) -> int:
    return sum(entry.size for entry in entries) - len(entries) * len(prefix.encode())


def _shard(prefix: str, entries: Sequence[Entry]) -> Shard:
    depth = len(prefix)
    return Shard(prefix, " ".join(f"{entry.term[depth:]} {entry.postings}" for entry in entries))
