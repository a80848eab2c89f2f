"""A lock that one build at a time can hold, and that dies with its process."""

from __future__ import annotations

import errno
import fcntl
import os
from typing import TYPE_CHECKING

from generator.publish.failures import CHOOSE_ANOTHER, failed, refused

if TYPE_CHECKING:
    from pathlib import Path

    from generator.errors import PublishError

_held: set[int] = set()
"""Descriptors of the locks of this process."""


def acquire(path: Path, site_dir: Path) -> int:
    """Take the lock on the file ``path`` for ``site_dir``; return its descriptor.

    The kernel keeps the lock (flock), not the file: whatever ends the process frees it, so it
    can't be stale. A second build does not wait: it would only do the same work again.

    Raises :class:`PublishError` where another build holds it or the file can't be made.
    """
    while True:
        try:
            descriptor = _locked(path, site_dir)
            # The holder before us deletes the file as it leaves: then this lock is on a file
            # that nobody else can find, and the next build would take a second one.
            if _is_at(descriptor, path):
                break
        except OSError as error:
            raise failed(site_dir, error) from error
        os.close(descriptor)
    _held.add(descriptor)
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode("ascii"))
    except OSError as error:
        release(descriptor, path)
        raise failed(site_dir, error) from error
    return descriptor


def release(descriptor: int, path: Path) -> None:
    """Free the lock and delete its file."""
    # Deleted while it is still held, so that it is never another build's file that goes.
    path.unlink(missing_ok=True)
    _held.discard(descriptor)
    os.close(descriptor)


def _locked(path: Path, site_dir: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o666)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace")
        os.close(descriptor)
        if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN):
            raise _busy(site_dir, holder) from error
        raise
    return descriptor


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _busy(site_dir: Path, holder: str) -> PublishError:
    who = f" (process {holder})" if holder.isdecimal() else ""
    return refused(
        site_dir,
        f"Another build{who} is writing this site",
        f"Wait until it has ended, or {CHOOSE_ANOTHER}",
    )


def _let_go() -> None:
    """Close the locks that a forked worker has inherited.

    A worker that outlives a killed build for a moment would else keep the next one out.
    """
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)
