"""The file at the root of a published site that says which files are ours to replace."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import printable
from generator.publish.failures import CHOOSE_ANOTHER, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MARKER = ".mujaz-site"
_NOTE = "Written by mujaz. The next build replaces this folder and the files listed here."
_CLUTTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave behind unasked; nobody misses it."""


class Found(NamedTuple):
    """What stands in a folder and is none itself."""

    path: str
    """Relative to the folder."""
    is_regular: bool
    inode: int = 0
    """0 where nobody has asked."""


def write_marker(folder: Path, found: Iterable[Found] | None = None) -> list[str]:
    """List the files of the finished site in its marker file; return the list.

    ``found`` is what stands in ``folder``, where that is known. The same files give the same bytes,
    so that builds stay comparable.

    Raises :class:`PublishError` where the site holds something that is not a regular file, such as
    a symbolic link.
    """
    files = []
    for one in list_files(folder) if found is None else found:
        if not one.is_regular:
            raise refused(
                folder / one.path,
                "The built site holds something that is neither a file nor a folder",
                "Remove it from the pages of the project",
            )
        if one.path != MARKER:
            files.append(one.path)
    files.sort()
    text = json.dumps({"note": _NOTE, "files": files}, indent=0)
    (folder / MARKER).write_text(text + "\n", "utf-8")
    return files


def refuse_unknown(site_dir: Path) -> None:
    """Check by its marker that ``site_dir`` is empty, missing or a site that a build wrote.

    Raises :class:`PublishError` where it is another folder. :func:`refuse_foreign` checks each of
    its files, when the site is replaced.
    """
    if not _listed(site_dir):
        refuse_foreign(site_dir)


def refuse_foreign(site_dir: Path) -> None:
    """Check that replacing ``site_dir`` deletes nothing but what an earlier build wrote there.

    Raises :class:`PublishError` where it holds files that no build put there.
    """
    if not os.path.lexists(site_dir):
        return
    listed = _listed(site_dir)
    found = (one.path for one in list_files(site_dir))
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


def list_files(folder: Path, folders: list[str] | None = None) -> Iterator[Found]:
    """Give all that is no folder under ``folder``. Links are not followed. In no order.

    The relative paths of the folders are added to ``folders``, each behind that of the folder it
    lies in.
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
                    regular = entry.is_file(follow_symlinks=False)
                    yield Found(prefix + entry.name, regular, entry.inode())
