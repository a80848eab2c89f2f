"""Which phrases of an Arabic article may be keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.lexicon import AND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.analysis.keywords.stream import Stream

LONGEST: Final = 4
"""Words in a phrase; 92 in a hundred phrases that readers choose have no more."""
Key = tuple[str, ...]
"""The light stems of a phrase: one key for all its forms."""
_JOINED: Final = "+"
"""Before the stem of a word that ``و`` ties to the one before it, which makes another phrase:
``العلاقات والتعاون`` is not ``علاقات التعاون``."""


def find_candidates(stream: Stream) -> dict[Key, list[int]]:
    """Return the phrases that may be keywords, with the indexes of the words they begin at.

    As in YAKE, no phrase crosses punctuation or begins or ends with a word of grammar, and none
    holds a number. Beyond that none begins or ends with a reporting verb, none begins with an
    adjective that says little, and inside it only prepositions and ``بن`` may stand.
    """
    words, opens = stream.words, stream.opens
    later = [_JOINED + w.stem if w.proclitic[:1] == AND else w.stem for w in words]
    more = {index: stream.forms[index].count(" ") for index in stream.topics}
    found: dict[Key, list[int]] = {}
    for start, word in enumerate(words):
        if not word.opener:
            continue
        key: Key = (word.stem,)
        found.setdefault(key, []).append(start)
        length = more.get(start, 0)
        for end in range(start + 1, min(start + LONGEST, len(words))):
            last = words[end]
            if opens[end] or not (last.edge or last.inner):
                break
            length += 1 + more.get(end, 0)
            if length >= LONGEST:
                break
            key += (later[end],)
            if last.edge:
                found.setdefault(key, []).append(start)
    return found


def plain(key: Key) -> Key:
    """Return the stems of a phrase alone."""
    return tuple(stem.removeprefix(_JOINED) for stem in key)


def parts(key: Key, shortest: int = 1) -> Iterator[Key]:
    """Yield the shorter phrases of at least ``shortest`` words that stand in one."""
    size = len(key)
    for length in range(shortest, size):
        for start in range(size - length + 1):
            yield (key[start].removeprefix(_JOINED), *key[start + 1 : start + length])


def nested_counts(candidates: dict[Key, list[int]]) -> dict[Key, int]:
    """Return for a phrase how often the commonest repeated longer one that holds it occurs."""
    counts: dict[Key, int] = {}
    for key, places in candidates.items():
        if len(places) > 1:
            for part in parts(key):
                counts[part] = max(counts.get(part, 0), len(places))
    return counts
