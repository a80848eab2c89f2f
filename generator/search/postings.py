"""Which documents each term stands in, brought up to date rather than counted anew.

A changed article changes the lists of its own terms. All other lists are taken as they were, which
is most of them: an index of 1,000 articles has half a million postings.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.search.numbers import decode_postings, encode_postings
from generator.search.terms import RecordTerms

if TYPE_CHECKING:
    from collections.abc import Mapping

WORTH: Final = 4
"""Where more than one in so many records has changed, counting anew is quicker."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The lists of one segment, and what they were made of; fit to be kept for the next build."""

    slots: dict[str, int] = field(default_factory=dict)
    """Document number of each record, by key."""
    digests: dict[str, str] = field(default_factory=dict)
    """Digest of each record, by key."""
    terms: dict[str, RecordTerms] = field(default_factory=dict)
    """Terms of each record, by key."""
    lists: dict[str, str] = field(default_factory=dict)
    """Postings of each term as :func:`encode_postings` writes them; terms in any order."""


@dataclass(frozen=True, slots=True)
class Index:
    """The postings of all segments, by name."""

    segments: dict[str, Postings] = field(default_factory=dict)


def bring_up_to_date(
    known: Postings,
    slots: Mapping[str, int],
    digests: Mapping[str, str],
    terms: Mapping[str, RecordTerms],
) -> Postings:
    """Return the postings of the records that have ``slots``.

    They are the same whatever is ``known``. All mappings are by key and have the same keys.
    """
    stale = {
        key
        for key, slot in known.slots.items()
        if slots.get(key) != slot or digests[key] != known.digests[key]
    }
    fresh = [key for key in slots if key in stale or key not in known.slots]
    if WORTH * (len(stale) + len(fresh)) > len(slots):
        known, stale, fresh = Postings(), set(), list(slots)
    gone: defaultdict[str, set[int]] = defaultdict(set)
    for key in stale:
        for term, _ in known.terms[key]:
            gone[term].add(known.slots[key])
    new: defaultdict[str, list[int]] = defaultdict(list)
    for key in fresh:
        slot = slots[key] << 5
        for term, impact in terms[key]:
            new[term].append(slot | impact)
    lists = dict(known.lists)
    for term in {**gone, **new}:
        out = gone.get(term, ())
        kept = [p for p in decode_postings(lists.pop(term, "")) if p >> 5 not in out]
        if postings := sorted([*kept, *new.get(term, ())]):
            lists[term] = encode_postings(postings)
    return Postings(dict(slots), dict(digests), {key: terms[key] for key in slots}, lists)
