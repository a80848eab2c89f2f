"""Makes sure that what was written is on the disk before anything depends on it."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SYNCFS_REPORTS_ERRORS = (5, 8)
"""Linux before 5.8 returns success from syncfs(2) even where writing failed."""


def sync_tree(folder: Path) -> None:
    """Return once every file and folder under ``folder`` would survive a power cut.

    One syncfs(2) where the system has it. Syncing file by file asks the disk for one journal
    commit each: measured on ext4, 2,000 pages took 1.2 to 5.8 s, and 0.15 to 0.2 s with syncfs.
    Its price is that it also waits for what other programs have written to the same file system.

    Raises ``OSError`` where the disk is full or failing.
    """
    syncfs = _syncfs()
    if syncfs is None:
        _sync_each(folder)
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if syncfs(descriptor):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Return once the names in ``folder`` itself (not what they hold) would survive a power cut.

    Raises ``OSError`` where the disk is failing.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
        # On macOS fsync leaves the data in the drive's own memory; this empties all of it.
        if hasattr(fcntl, "F_FULLFSYNC"):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    except OSError as error:
        # Some network and FUSE file systems can't sync a folder: there is nothing to wait for.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY):
            raise
    finally:
        os.close(descriptor)


def _sync_each(folder: Path) -> None:
    """Sync bottom-up: a folder is on the disk only after all that its names lead to."""
    for parent, folders, files in os.walk(folder, topdown=False):
        for name in files:
            descriptor = os.open(os.path.join(parent, name), os.O_RDONLY)  # noqa: PTH118
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        for name in folders:
            sync_folder(folder / parent / name)
    sync_folder(folder)


def _syncfs() -> Callable[[int], int] | None:
    system = os.uname()
    release = re.match(r"(\d+)\.(\d+)", system.release)
    if system.sysname != "Linux" or release is None:
        return None
    if (int(release[1]), int(release[2])) < _SYNCFS_REPORTS_ERRORS:
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
