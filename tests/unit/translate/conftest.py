"""A project with one article, and providers with a fake engine each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.translate.engines import Script, Server, fake_argos, fake_server
from tests.unit.translate.projects import make_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one article, a topic and no drafts."""
    return make_project(tmp_path)


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve an endpoint that translates."""
    with fake_server() as running:
        yield running


@pytest.fixture
def argos(monkeypatch: pytest.MonkeyPatch) -> Script:
    """Put a machine at hand; its script holds what it does wrong."""
    return fake_argos(monkeypatch)
