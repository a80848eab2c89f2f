"""One publication: a folder to build into, and the step that makes it the site."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self

from generator.errors import printable
from generator.publish.durable import sync_folder, sync_tree
from generator.publish.exchange import exchange
from generator.publish.failures import DISK_FAILURES, failed, refused
from generator.publish.leftovers import lock_file, new_name, recover
from generator.publish.lock import acquire, release
from generator.publish.marker import refuse_foreign, refuse_unknown, write_marker
from generator.publish.place import check_place
from generator.publish.reuse import link_unchanged
from generator.publish.spare import bring_up_to_date, fetch_spare, keep_spare

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from generator.publish.marker import Found

log = logging.getLogger(__name__)


def open_publication(
    site_dir: Path, protected: Sequence[Path] = (), spare: Path | None = None
) -> Publication:
    """Lock ``site_dir`` for this build and make an empty staging folder beside it.

    ``protected`` are folders that the site may not be, hold or lie in: ``content/``,
    ``templates/`` and whatever else must not be lost. What dead builds have left is removed.
    ``spare`` is where the replaced tree may be kept for the next build (see
    :mod:`generator.publish.spare`).

    Raises :class:`UsageError` where a site may never stand, and :class:`PublishError` where another
    build is at work, the folder holds files that no build has written, or it can't be written to.
    """
    site = check_place(site_dir, protected)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failed(site, error) from error
    lock = acquire(lock_file(site), site)
    try:
        staging = _prepare(site)
    except BaseException:
        _end(site, lock)
        raise
    return Publication(site, staging, lock, spare)


class Publication:
    """A build under way. Use it in ``with``: leaving without :meth:`commit` throws it away."""

    def __init__(self, site_dir: Path, staging: Path, lock: int, spare: Path | None = None) -> None:
        self.site_dir = site_dir
        """Where the site is published; absolute, without links."""
        self.staging = staging
        """Where to build: an empty folder on the same file system."""
        self._lock: int | None = lock
        self._spare = spare
        self._found: list[Found] | None = None
        """What stands in :attr:`staging`, where it need not be listed."""

    def take_over(self, paths: Collection[str]) -> list[str]:
        """Let the published site's files at ``paths`` stand in the new one too, without copying.

        Returns those that the published site does not have. Call it when everything else has been
        written: :attr:`staging` may be another folder afterwards, and its files are shared.
        """
        tree = new_name(self.site_dir, "staging")
        if not (self._spare and self.site_dir.is_dir() and fetch_spare(self._spare, tree)):
            return link_unchanged(self.site_dir, self.staging, paths)
        missing, self._found = bring_up_to_date(tree, self.site_dir, paths, self.staging)
        self.staging = tree  # what is left of the other one, empty folders, goes with the rest
        return missing

    def commit(self, expected: Iterable[str] = ()) -> None:
        """Make what stands in :attr:`staging` the published site, and end the publication.

        Everything is on the disk before the names are swapped, and the swap is before the old
        files go: also after a power cut there is the whole old site or the whole new one.

        ``expected`` are paths relative to the site that must be there as files.

        Raises :class:`PublishError` where it can't be published; the old site stands untouched.
        """
        if self._lock is None:
            raise ValueError("this publication has ended")
        try:
            self._check(expected)
            self._swap()
        except OSError as error:
            raise failed(self.site_dir, error) from error
        finally:
            self.abort()

    def abort(self) -> None:
        """Delete all but the site and free the lock. Without effect on an ended publication."""
        if self._lock is not None:
            lock, self._lock = self._lock, None
            _end(self.site_dir, lock)

    def _check(self, expected: Iterable[str]) -> None:
        written = frozenset(write_marker(self.staging, self._found))
        missing = next((name for name in expected if name not in written), None)
        if missing is not None:
            raise refused(
                self.site_dir,
                f"The built site lacks {printable(missing)}, so it is not published",
                "See what the build has reported before",
            )
        refuse_foreign(self.site_dir)

    def _swap(self) -> None:
        sync_tree(self.staging)
        if self.site_dir.exists():
            exchange(self.staging, self.site_dir, new_name(self.site_dir, "old"))
            sync_folder(self.site_dir.parent)
            if self._spare:
                keep_spare(self.staging, self._spare)
        else:
            self.staging.rename(self.site_dir)
            sync_folder(self.site_dir.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.abort()
        if isinstance(error, OSError) and error.errno in DISK_FAILURES:
            raise failed(self.site_dir, error) from error


def _prepare(site: Path) -> Path:
    """Clear what dead builds have left beside ``site``, check it and return a staging folder."""
    try:
        recover(site)
    except OSError as error:
        name = printable(str(error.filename or site.parent))
        raise refused(
            site,
            f"What an interrupted build has left can't be removed: {name}",
            "Delete it by hand",
        ) from error
    try:
        refuse_unknown(site)
        staging = new_name(site, "staging")
        # Not mkdtemp: its folders are closed to everybody else, and web servers read this one.
        staging.mkdir()
    except OSError as error:
        raise failed(site, error) from error
    return staging


def _end(site: Path, lock: int) -> None:
    """Delete what is no site and free the lock."""
    try:
        try:
            _clear(site)
        except KeyboardInterrupt:
            _clear(site)  # who interrupts a build wants it gone; a second interrupt gets through
            raise
    finally:
        release(lock, lock_file(site))


def _clear(site: Path) -> None:
    try:
        recover(site)
    except OSError as error:
        # The next build tries again; what there is to say about this one must not be hidden.
        log.warning("%s. Delete it by hand", printable(str(error)))
