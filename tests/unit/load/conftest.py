"""A project with one article, and a secret beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.load.projects import ARTICLE, SECRET, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, "articles/treaty.txt", ARTICLE)
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    return tmp_path
