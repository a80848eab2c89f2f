"""The project's translation memory on disk: read with its bounds, changed by one at a time."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from generator.errors import ContentError, MujazError
from generator.load.files import list_folder, open_folder, open_root, read_file
from generator.load.project import MEMORY
from generator.load.refused import Refused
from generator.scaffold.writing import replace_file
from generator.translate.tmx import Found, read_tmx, write_tmx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.errors import Problem
    from generator.load.limits import Limits
    from generator.translate.memory import Unit

PATH: Final = f"content/{MEMORY}"


def read_memory(root: Path, limits: Limits) -> Found:
    """Return what the memory holds, nothing where there is no file.

    Raises ContentError where the file can't be used.
    """
    try:
        with open_root(root) as folder, open_folder(folder, "content") as content:
            if MEMORY not in (entry.name for entry in list_folder(content)):
                return Found([], [])
            data = read_file(content, MEMORY, limits.memory_bytes, "memory_bytes")
        return read_tmx(data, PATH)
    except Refused as refused:
        raise ContentError(refused.problem(PATH)) from refused


def remember(
    root: Path, units: Iterable[Unit], present: Iterable[str], limits: Limits
) -> tuple[int, list[Problem]]:
    """Make the memory say what editors have accepted now; return how many entries it has.

    ``present`` are the articles that the units are all of; what it knows of others stays. With it
    come the damaged entries, which are dropped. Raises ContentError where the file can't be used.
    """
    with _alone(root):
        found = read_memory(root, limits)
        known = set(present)
        merged = {*units, *(unit for unit in found.units if unit.article not in known)}
        text = write_tmx(merged)
        if len(text.encode()) > limits.memory_bytes:
            raise MujazError(f"{PATH}: It would be larger than {limits.memory_bytes:,} bytes.")
        replace_file(root, PATH, text.encode())
    return len(merged), found.problems


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until nobody else writes; the lock is on the folder, so that no file can be left."""
    folder = os.open(root / "content", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
