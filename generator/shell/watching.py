"""Hears of changes from the system where it tells of all of them.

MkDocs' server looks at every file, twice a second: a change waits for that, and at 1,000 articles
a good part of a processor is busy all day. Linux tells at once, but only of a disk of this machine:
not of a network drive, nor of a folder that a virtual machine or Docker Desktop shares with it.
There, and on other systems, MkDocs looks as it does.
"""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

log = logging.getLogger("mkdocs.plugins.mujaz")

_CHANGES: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
]  # fmt: skip
"""Not that a file has been opened or read: a build does that to all of them."""
_OF_THIS_MACHINE: Final = frozenset(
    ("bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs")
)
"""File systems that nobody else writes to unheard."""
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")


class _Changes(FileSystemEventHandler):
    """Asks for a build when anything changes, or just ``only``."""

    def __init__(self, server: LiveReloadServer, only: Path | None) -> None:
        self._server = server
        self._only = None if only is None else str(only)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._only is None or self._only in (event.src_path, event.dest_path):
            with self._server._rebuild_cond:  # noqa: SLF001 - what MkDocs' own handler does
                self._server._want_rebuild = True  # noqa: SLF001
                self._server._rebuild_cond.notify_all()  # noqa: SLF001


def hear_of_changes(server: LiveReloadServer) -> None:
    """Let ``server`` hear of changes in what it watches, if the system tells of all of them."""
    paths = [Path(path) for path in server._watched_paths]  # noqa: SLF001 - nobody else knows
    if sys.platform != "linux" or not all(map(_tells_all, paths)):
        return
    from watchdog.observers.inotify import InotifyObserver  # there is none on other systems

    observer: BaseObserver = InotifyObserver()
    for path in paths:
        # An editor may write a new file and give it the name: then it is the folder that knows.
        is_file = path.is_file()
        handler = _Changes(server, path if is_file else None)
        folder = str(path.parent if is_file else path)
        observer.schedule(handler, folder, recursive=not is_file, event_filter=_CHANGES)
    try:
        observer.start()
    except OSError as error:
        observer.unschedule_all()
        log.info("The system can't tell of changes (%s): looking for them.", error.strerror)
        return
    setattr(observer, "start", lambda: None)  # noqa: B010 - MkDocs starts whatever it has
    server.observer = observer  # type: ignore[assignment]


def _tells_all(path: Path) -> bool:
    return file_system(path, Path("/proc/self/mountinfo").read_text()) in _OF_THIS_MACHINE


def file_system(path: Path, mounts: str) -> str:
    """Return the kind of file system that ``path`` is on, as ``mounts`` has it (``proc(5)``)."""
    found: dict[Path, str] = {}
    for line in mounts.splitlines():
        where, _, what = line.partition(" - ")
        point = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), where.split(" ")[4])
        found[Path(point)] = what.split(" ")[0]  # of several, the last hides the others
    path = path.resolve()
    return next((found[folder] for folder in (path, *path.parents) if folder in found), "")
