"""Runs ``mujaz serve`` on a project, for tests and measurements."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
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
    while server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    return server


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
        server.send_signal(signal.SIGINT)
        server.wait()
