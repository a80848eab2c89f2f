"""Takes over from the published site what has not changed, without copying it."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NO_LINKS = (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)


def link_unchanged(old_site: Path, staging: Path, relative_paths: Iterable[str]) -> list[str]:
    """Put the named files of ``old_site`` into ``staging``; return those it does not have.

    They are hard links: one file with a second name. Whoever opened one for writing would write
    into the published site; so call this after everything else has been written.

    Raises ``FileExistsError`` where ``staging`` already holds one of the files, ``ValueError``
    where a path is absolute or leads out of the site, other ``OSError`` where it can't be written.
    """
    missing, names = [], list(relative_paths)
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise ValueError(f"{name!r} is not a path inside the site")
    made: set[str] = set()
    for name in names:
        source, target = f"{old_site}/{name}", f"{staging}/{name}"
        if not _is_regular(source):
            missing.append(name)
            continue
        parent = name.rpartition("/")[0]
        if parent not in made:
            os.makedirs(f"{staging}/{parent}", exist_ok=True)  # noqa: PTH103
            made.add(parent)
        _link(source, target)
    return missing


def parents_of(paths: Iterable[str]) -> set[str]:
    """Return every folder, relative as the paths are, that one of ``paths`` lies in."""
    folders: set[str] = set()
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent and parent not in folders:
            folders.add(parent)
            parent = parent.rpartition("/")[0]
    return folders


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with open(source, "rb") as original, open(target, "xb") as copy:  # noqa: PTH123
            shutil.copyfileobj(original, copy)


def _is_regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
