"""Writes files into a project: new ones never over old ones, nothing half, nothing outside it."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from generator.errors import MujazError, UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_LINKS: Final = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS)
"""What file systems say that know a file by one name only."""


def write_new(root: Path, path: str, data: str | bytes, advice: str = "") -> None:
    """Write a file of the project that is not there yet.

    ``advice`` says what to do where it is. Raises UsageError then, MujazError where it can't be
    written.
    """
    target = root / path
    shown = printable(path)
    try:
        _check_within(root, target, shown)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _written_beside(target, data.encode() if isinstance(data, str) else data) as beside:
            _name(beside, target)
    except FileExistsError as error:
        raise UsageError(f"{shown}: This is there already. {advice}".rstrip()) from error
    except OSError as error:
        raise MujazError(f"{shown}: It can't be written: {error.strerror}.") from error


def replace_file(root: Path, path: str, data: bytes) -> None:
    """Write a file of the project, over the one that is there if any, in one step.

    Raises MujazError where it can't be written; what was there is still there then.
    """
    target = root / path
    shown = printable(path)
    try:
        _check_within(root, target, shown)
        with _written_beside(target, data) as beside:
            if target.exists():
                beside.chmod(target.stat().st_mode)
            beside.replace(target)
    except OSError as error:
        raise MujazError(f"{shown}: It can't be written: {error.strerror}.") from error


@contextmanager
def _written_beside(target: Path, data: bytes) -> Iterator[Path]:
    """Give a file that holds all of ``data``, on the disk; it is gone afterwards."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)  # of a process of the same number that was killed
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _name(beside: Path, target: Path) -> None:
    """Give a file a name that none has: a link, unlike a rename, takes nobody's place.

    Raises FileExistsError where one has it.
    """
    try:
        target.hardlink_to(beside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        target.open("xb").close()
        beside.replace(target)


def _check_within(root: Path, target: Path, shown: str) -> None:
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise MujazError(f"{shown}: Its folder is a link out of the project. Remove the link.")
