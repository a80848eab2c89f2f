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
    missing = []
    made: set[str] = set()
    for name in relative_paths:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise ValueError(f"{name!r} is not a path inside the site")
        source, target = old_site / path, staging / path
        if not _is_regular(source):
            missing.append(name)
            continue
        parent = str(path.parent)
        if parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        _link(source, target)
    return missing


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with source.open("rb") as original, target.open("xb") as copy:
            shutil.copyfileobj(original, copy)


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
