"""The file at the root of a published site that says which files are ours to replace."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from generator.errors import printable
from generator.publish.failures import CHOOSE_ANOTHER, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MARKER = ".mujaz-site"
_NOTE = "Written by mujaz. The next build replaces this folder and the files listed here."
_CLUTTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind unasked; nobody misses it."""


def write_marker(folder: Path) -> list[str]:
    """List the files of the finished site in its marker file; return the list.

    The same files give the same bytes, so that builds stay comparable.

    Raises :class:`PublishError` where the site holds something that is not a regular file, such as
    a symbolic link.
    """
    files = []
    for path, is_regular in list_files(folder):
        if not is_regular:
            raise refused(
                folder / path,
                "The built site holds something that is neither a file nor a folder",
                "Remove it from the pages of the project",
            )
        if path != MARKER:
            files.append(path)
    files.sort()
    text = json.dumps({"note": _NOTE, "files": files}, indent=0)
    (folder / MARKER).write_text(text + "\n", "utf-8")
    return files


def refuse_foreign(site_dir: Path) -> None:
    """Check that replacing ``site_dir`` deletes nothing but what an earlier build wrote there.

    Raises :class:`PublishError` where it holds files that no build put there.
    """
    if not os.path.lexists(site_dir):
        return
    listed = _listed(site_dir)
    found = (path for path, _ in list_files(site_dir))
    foreign = next((path for path in found if _is_foreign(path, listed)), None)
    if foreign is None:
        return
    if not listed:
        raise refused(
            site_dir,
            f"The folder holds {printable(foreign)} and was not written by mujaz",
            f"Delete the folder, or {CHOOSE_ANOTHER}",
        )
    raise refused(
        site_dir,
        f"The folder holds {printable(foreign)}, which no build has put there",
        f"Move it away, or {CHOOSE_ANOTHER}",
    )


def _is_foreign(path: str, listed: frozenset[str]) -> bool:
    return path not in listed and path.rpartition("/")[2] not in _CLUTTER


def _listed(site_dir: Path) -> frozenset[str]:
    """Return the paths that the marker of ``site_dir`` lists, itself among them."""
    marker = site_dir / MARKER
    if marker.is_symlink() or not marker.is_file():
        return frozenset()
    try:
        files: Iterable[str] = json.loads(marker.read_bytes())["files"]
        return frozenset([MARKER, *files])
    except (ValueError, LookupError, TypeError, RecursionError):
        # Not ours, or no longer: then nothing in the folder is known to be.
        return frozenset()


def list_files(folder: Path, folders: list[str] | None = None) -> Iterator[tuple[str, bool]]:
    """Give all that is no folder under ``folder``: its relative path, and if it is a regular file.

    Links are not followed. In no order. The relative paths of the folders are added to ``folders``,
    each behind that of the folder it lies in.
    """
    waiting = [("", os.fspath(folder))]
    while waiting:
        prefix, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                    if folders is not None:
                        folders.append(prefix + entry.name)
                else:
                    yield prefix + entry.name, entry.is_file(follow_symlinks=False)
