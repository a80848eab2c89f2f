"""A place for a site, and a disk that is not waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.publish import publication

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def fast_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a disk keeps its word can't be seen from here, and waiting for it is slow."""
    monkeypatch.setattr(publication, "sync_tree", lambda _folder: None)
    monkeypatch.setattr(publication, "sync_folder", lambda _folder: None)
