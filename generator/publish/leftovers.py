"""Clears away what killed builds have left beside a site."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

Role = Literal["staging", "old"]


def lock_file(site_dir: Path) -> Path:
    """Return the file beside ``site_dir`` that a build locks."""
    return site_dir.with_name(f".{site_dir.name}.mujaz-lock")


def new_name(site_dir: Path, role: Role) -> Path:
    """Return a fresh hidden name beside ``site_dir``, on the same file system."""
    return site_dir.with_name(f".{site_dir.name}.mujaz-{role}-{secrets.token_hex(8)}")


def recover(site_dir: Path) -> None:
    """Clear away whatever a build, this one or a killed one, has beside the site.

    The caller holds the lock, so nobody else is at work there. A build killed between two renames
    has left no site, and the old one under its aside name: that gets its name back.

    Raises ``OSError`` where something can't be renamed or deleted.
    """
    aside = _found(site_dir, "old")
    if aside and not os.path.lexists(site_dir):
        newest = max(aside, key=lambda path: path.stat().st_mtime)
        newest.rename(site_dir)
        aside.remove(newest)
    for folder in aside + _found(site_dir, "staging"):
        remove_tree(folder)


def remove_tree(folder: Path) -> None:
    """Delete ``folder`` with all it holds, also where its folders are read-only.

    Raises ``OSError`` where something in it can't be deleted.
    """
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        if folder.exists():
            raise
    except PermissionError:
        for parent, _, _ in os.walk(folder):
            os.chmod(parent, stat.S_IRWXU)  # noqa: PTH101
        shutil.rmtree(folder)


def _found(site_dir: Path, role: Role) -> list[Path]:
    pattern = re.compile(re.escape(f".{site_dir.name}.mujaz-{role}-") + "[0-9a-f]{16}")
    with os.scandir(site_dir.parent) as entries:
        return [
            site_dir.with_name(entry.name)
            for entry in entries
            if pattern.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
        ]
