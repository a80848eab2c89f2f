"""What several kinds of test share: the site built from the five articles, and a server for it."""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING

import pytest

from tests.command import mujaz
from tests.repository import copy_project
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


def pytest_configure() -> None:
    """Heed interrupts, which shells have their background jobs ignore: some tests send them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Keep what collection has made out of every later search for cycles: it stays anyway."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the repository's own project, without a cache."""
    folder = tmp_path_factory.mktemp("project")
    copy_project(folder)
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """Return the site built from the five articles by the command, as a user would."""
    done = mujaz("build", "-C", project)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Serve the site on this machine; return its address with a slash at its end."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium; it is here because a process can have only one tool that drives it."""
    from playwright.sync_api import sync_playwright  # most processes never need it

    from tests.browser.chromium import FLAGS, REMEDY, find_chromium

    path = find_chromium()
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as tool:
        launched = tool.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()
