"""A build asks nobody: no provider is even loaded, and no connection is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.repository import REPOSITORY, copy_project

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

GUARDED = """
import os, sys

def guard(event, arguments):
    # Forked processes inherit this hook, and so do the connections that they would open.
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        os.write(2, f"NETWORK: {event} {arguments}\\n".encode())
        os._exit(99)

sys.addaudithook(guard)
from generator.cli import cli

try:
    cli.main(sys.argv[1:], standalone_mode=False)
except SystemExit as end:
    print("LOADED:", *(name for name in sys.modules if name.startswith("generator.translate")))
    sys.exit(end.code)
"""
SETTINGS = """
      translate: {provider: openai, url: "http://127.0.0.1:9/v1", model: m}
"""
NOBODY = {
    "MUJAZ_TRANSLATE_URL": "http://127.0.0.1:9/v1",
    "MUJAZ_TRANSLATE_MODEL": "m",
    "MUJAZ_TRANSLATE_KEY": "sk-secret",
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", GUARDED, *arguments],
        cwd=folder,
        env=os.environ | NOBODY | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """Return a project with a provider in its settings, and an article that lacks a page."""
    settings = copy_project(tmp_path) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").rstrip() + SETTINGS, "utf-8")
    (tmp_path / "content/articles/new.txt").write_text("وقع الرئيسان اتفاقا في موسكو.\n", "utf-8")
    return tmp_path


def test_a_build_loads_no_provider_and_opens_no_connection(configured: Path) -> None:
    done = run(configured, "build", "--workers", "2", "--site-dir", "other")
    assert "NETWORK" not in done.stderr
    assert (done.returncode, done.stdout) == (0, "LOADED:\n"), done.stderr
    assert (configured / "other" / "en" / "index.html").is_file()


def test_the_guard_notices_who_does(configured: Path) -> None:
    done = run(configured, "translate")
    assert (done.returncode, "NETWORK: socket" in done.stderr) == (99, True)
