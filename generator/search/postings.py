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
    from collections.abc import Iterable, Mapping

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
    gone, new = _by_term(known.terms, known.slots, stale), _by_term(terms, slots, fresh)
    lists = dict(known.lists)
    for term in {**gone, **new}:
        out, into = gone.get(term, set()), new.get(term, set())
        if out == into:  # most words of an article stand in it before and after a change
            continue
        kept = (posting for posting in decode_postings(lists.pop(term, "")) if posting not in out)
        if postings := sorted([*kept, *into]):
            lists[term] = encode_postings(postings)
    return Postings(dict(slots), dict(digests), {key: terms[key] for key in slots}, lists)


def _by_term(
    terms: Mapping[str, RecordTerms], slots: Mapping[str, int], keys: Iterable[str]
) -> dict[str, set[int]]:
    """Return the postings of some records by term."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for key in keys:
        slot = slots[key] << 5
        for term, impact in terms[key]:
            found[term].add(slot | impact)
    return found
