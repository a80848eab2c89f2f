"""Says what stopped a publication, in words that name the path and the remedy."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from generator.errors import Problem, PublishError, UsageError, printable

if TYPE_CHECKING:
    from pathlib import Path

CHOOSE_ANOTHER = "choose another folder with --site-dir"

_CAUSES = {
    errno.ENOSPC: ("The disk is full", "Free some space and build again"),
    errno.EDQUOT: ("The disk quota is used up", "Free some space and build again"),
    errno.EFBIG: ("A file grew larger than the system allows", "Raise the limit and build again"),
    errno.EROFS: ("The file system is read-only", f"Make it writable, or {CHOOSE_ANOTHER}"),
    errno.EACCES: ("The folder can't be written to", f"Make it writable, or {CHOOSE_ANOTHER}"),
    errno.EPERM: ("The folder can't be written to", f"Make it writable, or {CHOOSE_ANOTHER}"),
    errno.EXDEV: (
        "The system can't rename this folder",
        f"Delete it and build again, or {CHOOSE_ANOTHER}",
    ),
    errno.EBUSY: (
        "The output folder is a mount point, which can't be swapped in one step",
        "Choose a folder inside it with --site-dir",
    ),
    errno.ENAMETOOLONG: ("The name of the folder is too long", f"Shorten it, or {CHOOSE_ANOTHER}"),
    errno.ENOLCK: (
        "The file system has no locks",
        "Choose a folder on a local disk with --site-dir",
    ),
}

DISK_FAILURES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})
"""What only a disk answers: whoever was writing, the build can't be published."""


def failed(site_dir: Path, error: OSError) -> PublishError:
    """Return the error to raise where ``error`` kept a site from being published."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    fallback = (f"The site can't be published: {reason}", "Mend that and build again")
    message, remedy = _CAUSES.get(error.errno or 0, fallback)
    return refused(site_dir, message, remedy)


def refused(path: Path, message: str, remedy: str) -> PublishError:
    """Return a :class:`PublishError` that names ``path``."""
    return PublishError(str(Problem(printable(str(path)), 0, message, remedy)))


def misused(path: Path, message: str, remedy: str = "") -> UsageError:
    """Return a :class:`UsageError` for a folder that can never be an output folder."""
    remedy = remedy or CHOOSE_ANOTHER.capitalize()
    return UsageError(str(Problem(printable(str(path)), 0, message, remedy)))
