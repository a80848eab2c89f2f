"""Reads the fixture files: plain text that an Arabic speaker can extend without reading Python.

A file holds cases, each of four parts closed by a line with a single full stop::

    Title of the case
    .
    input, any number of lines
    .
    expected, any number of lines
    .

Lines before a title that start with ``#`` are comments.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One case of a fixture file."""

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return self.title


def read_fixture(name: str) -> list[Case]:
    """Return the cases of ``tests/fixtures/<name>``."""
    parts: list[list[str]] = [[]]
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line == ".":
            parts.append([])
        elif len(parts) % 3 == 1 and (line.startswith("#") or not line.strip()):
            continue
        else:
            parts[-1].append(line)
    if parts.pop() or len(parts) % 3:
        raise ValueError(f"{name}: a case is not closed by a line with a single full stop")
    texts = ["\n".join(part) for part in parts]
    return [Case(*texts[i : i + 3]) for i in range(0, len(texts), 3)]
