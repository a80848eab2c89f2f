"""Equal content makes equal sites, whatever the machine is set to (some seconds)."""

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

MACHINES = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    {"PYTHONHASHSEED": "42", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1700000000"},
)


def build(folder: Path, machine: dict[str, str], *options: str) -> dict[str, bytes]:
    """Return the files of the site that is built from a copy of the repository's content."""
    copy_project(folder)
    (folder / "content/redirects.yml").write_text("articles/old: articles/duma-ratifies-treaty\n")
    subprocess.run(
        [sys.executable, "-m", "generator", "build", *options],
        cwd=folder,
        env=os.environ | machine | {"PYTHONPATH": str(REPOSITORY)},
        check=True,
        capture_output=True,
    )
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and ".mujaz" not in path.name
    }


# No file says when it was built, so that there is nothing for SOURCE_DATE_EPOCH to set. Incremental
# builds are compared with clean ones in test_incremental.
def test_hash_seed_time_zone_locale_folder_and_workers_change_nothing(tmp_path: Path) -> None:
    first = build(tmp_path / "one", MACHINES[0], "--workers", "1")
    second = build(tmp_path / "another folder", MACHINES[1], "--workers", "2")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
