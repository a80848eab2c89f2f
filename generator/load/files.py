"""Reads files without ever leaving the project: no link is followed, no device is opened.

Folders are opened one below the other by descriptor and without following links, so that what was
checked is what is read even while somebody swaps a folder for a link (Linux and macOS).
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.errors import Problem, UsageError, printable
from generator.load.limits import or_raise
from generator.load.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_HIDDEN: Final = re.compile(r"\.(?!\.)|.*~\Z", re.DOTALL)
_ATTEMPTS: Final = 3
_LINK: Final = ("This is a symbolic link, and links are not followed", "Put the real one here")
_FOLDER_NO_FILE: Final = ("This is a folder, not a file", "Put a file in its place")
_SPECIAL: Final = ("This is neither a file nor a folder", "Remove it")


class Entry(NamedTuple):
    """A name in a folder and what it is, without following links."""

    name: str
    """As the file system has it, any character but ``/`` and NUL; a lone surrogate stands for a
    byte that is not UTF-8."""
    kind: Literal["file", "folder", "link", "other"]

    @property
    def stem(self) -> str:
        """Return the name without its suffix."""
        return self.name.removesuffix(self.suffix)

    @property
    def suffix(self) -> str:
        """Return the suffix with its dot, as written; empty where there is none.

        As :class:`pathlib.PurePath` has it, which takes ten times as long.
        """
        dot = self.name.rfind(".")
        return self.name[dot:] if 0 < dot < len(self.name) - 1 else ""


@contextmanager
def open_root(path: Path) -> Iterator[int]:
    """Open the project folder; only its own path may go through links.

    Raises :class:`generator.errors.UsageError` where it is no folder that can be read.
    """
    try:
        descriptor = os.open(path, _FOLDER)
    except OSError as error:
        shown = printable(str(path))
        raise UsageError(f"{shown}: This is no project folder: {error.strerror}.") from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def open_folder(parent: int, name: str, remedy: str = "Create it") -> Iterator[int]:
    """Open the folder ``name`` of the open folder ``parent``.

    ``remedy`` says what to do where it is missing. Raises :class:`Refused` where it is missing, a
    link, no folder, or can't be opened.
    """
    try:
        descriptor = os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=parent)
    except OSError as error:
        message = ("The folder is missing", remedy)
        if not isinstance(error, FileNotFoundError):
            message = _why_no_folder(error, parent, name)
        raise Refused(*message) from error
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def list_folder(folder: int) -> list[Entry]:
    """Return what an open folder holds, by name, without hidden files and editors' backups.

    Raises :class:`Refused` where it can't be read.
    """
    try:
        with os.scandir(folder) as entries:
            shown = (entry for entry in entries if not _HIDDEN.match(entry.name))
            return sorted(Entry(entry.name, _kind(entry)) for entry in shown)
    except OSError as error:
        raise Refused(*_why(error)) from error


def _kind(entry: os.DirEntry[str]) -> Literal["file", "folder", "link", "other"]:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def read_file(folder: int, name: str, most: int, limit: str) -> bytes:
    """Return the content of a regular file of at most ``most`` bytes.

    ``limit`` is the field of Limits that ``most`` comes from. Raises :class:`Refused` where the
    file is larger, no regular file, can't be read, or keeps changing.
    """
    for _ in range(_ATTEMPTS):
        data, changed = _read_once(folder, name, most, limit)
        if not changed:
            return data
    raise Refused("The file changes while it is read", "Build again when it is written")


def _read_once(folder: int, name: str, most: int, limit: str) -> tuple[bytes, bool]:
    try:
        descriptor = _open_file(folder, name)
    except OSError as error:
        raise Refused(*_why(error)) from error
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Refused(*(_FOLDER_NO_FILE if stat.S_ISDIR(before.st_mode) else _SPECIAL))
        data = _read(descriptor, min(before.st_size, most) + 1, most + 1)
        after = os.fstat(descriptor)
    except OSError as error:
        raise Refused(*_why(error)) from error
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise Refused(f"The file is larger than {most:,} bytes", f"Shorten it, {or_raise(limit)}")
    state = (before.st_size, before.st_mtime_ns)
    return data, state != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size


def _read(descriptor: int, at_once: int, most: int) -> bytes:
    """Return up to ``most`` bytes. A file object takes as long as opening and reading."""
    parts: list[bytes] = []
    while most > 0 and (part := os.read(descriptor, min(at_once, most))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _open_file(folder: int, name: str) -> int:
    return os.open(name, _READ, dir_fd=folder)


def refuse_special(entry: Entry, path: str) -> Problem | None:
    """Return the problem of an entry that is neither file nor folder, None for the others."""
    if entry.kind == "link":
        return Problem(path, 0, *_LINK)
    if entry.kind == "other":
        return Problem(path, 0, *_SPECIAL)
    return None


def join(folder: str, name: str) -> str:
    """Return the printable path of a file, for problems."""
    return f"{folder}/{printable(name)}"


def _why_no_folder(error: OSError, parent: int, name: str) -> tuple[str, str]:
    if isinstance(error, NotADirectoryError):  # what Linux says of a link as well
        try:
            mode = os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode
        except OSError as gone:
            return _why(gone)
        return _LINK if stat.S_ISLNK(mode) else ("This is not a folder", "Put a folder here")
    return _why(error)


def _why(error: OSError) -> tuple[str, str]:
    """Return message and remedy for what can't be opened or read."""
    if isinstance(error, FileNotFoundError):
        return "It is gone since the build began", "Build again"
    if isinstance(error, PermissionError):
        return "It can't be read: permission denied", "Give yourself the right to read it"
    if error.errno == errno.ELOOP:
        return _LINK
    return f"It can't be read: {printable(error.strerror or str(error))}", "Check the disk"
