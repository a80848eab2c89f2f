"""Where the tests stand, and the repository's own project to be built or changed elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]


def copy_project(folder: Path) -> Path:
    """Copy the project of the five articles into ``folder``, without a cache; return the folder."""
    shutil.copytree(REPOSITORY / "content", folder / "content")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return folder
