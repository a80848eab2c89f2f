"""Remembers what was published, so that a build renders and writes only what has changed.

The memory is an entry of the cache. It is only believed where the published file still has the size
and the time that were noted: whoever touches the site by hand gets a full rebuild of that file.
"""

from __future__ import annotations

import hashlib
import os
from array import array
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from generator.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from generator.pages.tracking import Read
    from generator.pages.values import Values

_NUMBER: Final = "I"


@dataclass(frozen=True, slots=True)
class Published:
    """What the last build published, by path in the site."""

    shell: str = ""
    """Digest of all that surrounds the pages."""
    files: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """Digest, size in bytes, time of writing in nanoseconds."""
    asked: tuple[tuple[str, str], ...] = ()
    """Everything that some page has read of the briefing: equal to a :class:`Read`, but quicker."""
    answers: tuple[str, ...] = ()
    """What it was answered, as digests."""
    reads: dict[str, bytes] = field(default_factory=dict)
    """What each page has read: numbers of :attr:`asked`, as an array."""
    articles: dict[str, str] = field(default_factory=dict)
    """Digest of each article, by id."""

    def unchanged(self, site_dir: Path, path: str) -> bool:
        """Return whether the published file at ``path`` is as it was published."""
        known = self.files.get(path)
        return known is not None and known[1:] == _stamp(f"{site_dir}/{path}")

    def changed(self, values: Values) -> set[Read]:
        """Return what is not answered as it was."""
        known = zip(self.asked, self.answers, strict=True)
        return values.changed(known, self.articles)

    def outdated(self, changed: set[Read]) -> set[str]:
        """Return the pages that have read something of what has ``changed``."""
        numbers = {n for n, read in enumerate(self.asked) if read in changed}
        return {path for path, read in self.reads.items() if not numbers.isdisjoint(_numbers(read))}


def recall(cache: Path, site_dir: Path, shell: str) -> Published:
    """Return what is known of ``site_dir``: nothing where the shell around pages has changed."""
    found = _memory(cache).get(_key(site_dir))
    return found if found is not None and found.shell == shell else Published(shell)


def remember(cache: Path, site_dir: Path, now: Published) -> None:
    """Note what now stands in ``site_dir``. Where that fails, the next build renders it all."""
    _memory(cache).put(_key(site_dir), now)


def renew(
    known: Published,
    site_dir: Path,
    digests: Mapping[str, str],
    reused: Collection[str],
    rendered: Mapping[str, frozenset[Read]],
    values: Values,
) -> Published:
    """Return what is to be known of ``site_dir`` after a build.

    ``digests`` are those of its files. ``rendered`` is what pages have read that were rendered now;
    of those ``reused`` it is what was ``known``, and so are their stamps. A page that was known and
    is neither is no page any more, though a file may stand at its path: the redirect of an article
    merged into another.
    """
    files = {
        path: (digest, *stamp)
        for path, digest in digests.items()
        if (stamp := known.files[path][1:] if path in reused else _stamp(f"{site_dir}/{path}"))
    }
    still = {path: known.reads[path] for path in reused if path in known.reads}
    used = set().union(*map(_numbers, still.values()))
    # What a kept page has read is answered as it was, or the page would not have been kept.
    answers: dict[tuple[str, str], str] = {
        read: answer
        for number, (read, answer) in enumerate(zip(known.asked, known.answers, strict=True))
        if number in used
    }
    for read in chain(*rendered.values()):
        if read not in answers:
            answers[read] = values.of(read)
    number = {read: n for n, read in enumerate(answers)}
    if len(used) == len(known.asked):
        reads = still
    else:
        moved = [number.get(read, 0) for read in known.asked]
        reads = {p: _packed(moved[n] for n in _numbers(read)) for p, read in still.items()}
    reads |= {path: _packed(number[read] for read in found) for path, found in rendered.items()}
    asked = tuple((of, what) for of, what in answers)
    return Published(
        known.shell, files, asked, tuple(answers.values()), reads, values.article_digests()
    )


def _numbers(read: bytes) -> array[int]:
    return array(_NUMBER, read)


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBER, numbers).tobytes()


def spare_of(cache: Path, site_dir: Path) -> Path:
    """Return where the site that a publication replaces is kept for the next."""
    return cache / "spare" / _key(site_dir)


def digest_of(parts: Iterable[str | bytes]) -> str:
    """Return one digest of all parts; their borders count."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _memory(cache: Path) -> Cache[Published]:
    return Cache(cache, "published", Published)


def _key(site_dir: Path) -> str:
    return hashlib.sha256(os.fsencode(site_dir.absolute())).hexdigest()[:16]
