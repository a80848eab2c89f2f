"""Runs ``mujaz serve`` on a project, for tests and measurements."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(project: Path, port: int, log: Path) -> subprocess.Popen[bytes]:
    """Return a server that answers at ``port``, or one that has ended; it writes into ``log``."""
    command = [sys.executable, "-m", "generator", "serve", "-C", str(project), "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, stdout=output, stderr=output)
    # That somebody answers at the port says nothing: it may be another who took it before us.
    ours = f"Serving on http://127.0.0.1:{port}/"
    while server.poll() is None and ours not in log.read_text("utf-8"):
        time.sleep(0.05)
    return server


def stop_server(server: subprocess.Popen[bytes]) -> None:
    """Interrupt ``server`` and wait until it has ended."""
    while server.poll() is None:
        server.send_signal(signal.SIGINT)
        # More than one: Python ignores an interrupt that comes while it deletes an object.
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)


def save(path: Path, text: str, beside: Path) -> None:
    """Write ``path`` in one step, as most editors do, so that its watcher hears of one change.

    ``beside`` is a folder of the same disk in which nothing is watched.
    """
    new = beside / "new"
    new.write_text(text, "utf-8")
    new.replace(path)


@contextmanager
def serving(project: Path, log: Path) -> Iterator[int]:
    """Serve ``project``; give the port."""
    while True:
        port = free_port()
        server = start_server(project, port, log)
        if server.poll() is None:
            break
        # Somebody else took the port between our looking and the server's; anything else fails.
        assert "Address already in use" in log.read_text("utf-8"), log.read_text("utf-8")
    try:
        yield port
    finally:
        stop_server(server)
