"""Writes files into a project: new ones never over old ones, nothing half, nothing outside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.errors import MujazError, UsageError, printable

if TYPE_CHECKING:
    from pathlib import Path


def write_new(root: Path, path: str, data: str | bytes, advice: str = "") -> None:
    """Write a file of the project that is not there yet.

    ``advice`` says what to do where it is. Raises UsageError then, MujazError where it can't be
    written.
    """
    target = root / path
    shown = printable(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check_within(root, target, shown)
        with target.open("xb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
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
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _check_within(root, target, shown)
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise MujazError(f"{shown}: It can't be written: {error.strerror}.") from error


def _check_within(root: Path, target: Path, shown: str) -> None:
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise MujazError(f"{shown}: Its folder is a link out of the project. Remove the link.")
