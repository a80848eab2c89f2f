"""``mujaz serve``: builds, serves on this machine only, rebuilds and reloads on every change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve as mkdocs_serve

from generator.commands.project import load_project

if TYPE_CHECKING:
    from pathlib import Path


def run_serve(folder: Path, port: int) -> int:
    """Serve until interrupted."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    load_project(folder)
    own = [folder / "content", folder / "templates"]
    mkdocs_serve(
        str(folder / "mkdocs.yml"),
        watch=[str(path.resolve()) for path in own if path.is_dir()],
        dev_addr=f"127.0.0.1:{port}",
    )
    return 0
