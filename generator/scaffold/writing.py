"""Writes new files into a project: never over an old one, never out of the project."""

from __future__ import annotations

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
        if not target.parent.resolve().is_relative_to(root.resolve()):
            raise MujazError(f"{shown}: Its folder is a link out of the project. Remove the link.")
        with target.open("xb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
    except FileExistsError as error:
        raise UsageError(f"{shown}: This is there already. {advice}".rstrip()) from error
    except OSError as error:
        raise MujazError(f"{shown}: It can't be written: {error.strerror}.") from error
