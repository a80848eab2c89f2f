"""What lies in ``content/`` and is read by nobody, or must not be read by anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.errors import Problem
from generator.load.files import Entry, join, list_folder, open_folder, refuse_special
from generator.load.refused import Refused
from generator.load.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DEEPEST: Final = 20


def unknown_entries(
    folder: str, entries: Iterable[Entry], known: Sequence[str]
) -> Iterator[Problem]:
    """Yield links and devices as errors, and names that mean nothing as warnings."""
    for entry in entries:
        path = join(folder, entry.name)
        if special := refuse_special(entry, path):
            yield special
        elif entry.name not in known:
            remedy = did_you_mean(entry.name, known, f"What is read is called {', '.join(known)}")
            yield Problem(path, 0, "Nothing of that name is read", remedy, "warning")


def special_files(parent: int, name: str, path: str, depth: int = 0) -> Iterator[Problem]:
    """Yield the links and devices anywhere below a folder.

    The hand-written pages are read by MkDocs, which follows links wherever they lead.
    """
    if depth > _DEEPEST:
        yield Problem(
            path, 0, f"The folders are nested deeper than {_DEEPEST}", "Make them flatter"
        )
        return
    try:
        with open_folder(parent, name) as folder:
            for entry in list_folder(folder):
                below = join(path, entry.name)
                if special := refuse_special(entry, below):
                    yield special
                elif entry.kind == "folder":
                    yield from special_files(folder, entry.name, below, depth + 1)
    except Refused as refused:
        yield refused.problem(path)
