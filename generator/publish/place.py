"""Where a site may be written, and where never."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import printable
from generator.publish.failures import failed, misused

if TYPE_CHECKING:
    from collections.abc import Sequence


def check_place(site_dir: Path, protected: Sequence[Path]) -> Path:
    """Return ``site_dir`` as an absolute path without links, if a site may stand there.

    Nothing is written. A folder may not be, hold, or lie in a protected one; since ``content/``
    is protected, neither the project nor anything above it can be chosen.

    Raises :class:`UsageError` where a site may never stand, and :class:`PublishError` where the
    folder can't be written to.
    """
    try:
        if site_dir.is_symlink():
            raise misused(
                site_dir, "The output folder is a symbolic link", "Give the folder itself"
            )
        site = site_dir.resolve()
        kept = [path.resolve() for path in protected]
    except (OSError, RuntimeError, ValueError) as error:
        raise misused(site_dir, f"The output folder can't be found: {error}") from error
    _refuse_system_folders(site)
    for path in kept:
        _refuse_overlap(site, path)
    if site.exists() and not site.is_dir():
        raise misused(site, "The output folder is a file")
    if os.path.ismount(site):
        raise misused(
            site,
            "The output folder is a mount point, which can't be swapped in one step",
            f"Choose a folder inside it, such as --site-dir {site / 'site'}",
        )
    if site.exists() and not os.access(site, os.W_OK | os.X_OK):
        raise failed(site, PermissionError(errno.EACCES, ""))
    return site


def _refuse_system_folders(site: Path) -> None:
    if site == site.parent:
        raise misused(site, "The output folder is the root of the file system")
    try:
        home = Path.home().resolve()
    except (OSError, RuntimeError):
        return  # no home folder to lose
    if _holds(site, home):
        raise misused(site, "The output folder is, or holds, the home folder")


def _refuse_overlap(site: Path, protected: Path) -> None:
    name = printable(str(protected))
    if _holds(protected, site):
        raise misused(
            site, f"The output folder is or lies in {name}, which publishing must not touch"
        )
    if _holds(site, protected):
        raise misused(site, f"The output folder holds {name}, which publishing would delete")


def _holds(outer: Path, inner: Path) -> bool:
    """Whether ``inner`` is ``outer`` or lies in it, under whatever name it is reached.

    By identity too, not only by name: a disk may take ``Content`` and ``content`` for one.
    """
    if inner.is_relative_to(outer):
        return True
    try:
        identity = outer.stat()
    except OSError:
        return False  # what does not exist holds nothing
    for path in (inner, *inner.parents):
        try:
            if os.path.samestat(path.stat(), identity):
                return True
        except OSError:
            continue  # not made yet: its parents decide
    return False
