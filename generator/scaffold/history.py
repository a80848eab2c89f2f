"""The earlier text of an article, where git has it: an override keeps only its digests."""

from __future__ import annotations

import os
import subprocess
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.errors import MujazError
from generator.load.articles import text_of
from generator.versions import version_of

if TYPE_CHECKING:
    from pathlib import Path

_COMMITS: Final = 50
"""Most versions of one file that are looked at, newest first."""
_SECONDS: Final = 10
_MOST: Final = 2_000_000
"""Largest earlier version that is read, in bytes."""
_NOTHING_ELSE: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
"""A repository can say that it lacks objects and name a program that brings them (partial clones).
Not every git knows the first; none passes over the second, which allows one protocol that there
isn't."""


def earlier_text(root: Path, path: str, version: str) -> str | None:
    """Return the text of the article at ``path`` in the given version, None where git lacks it."""
    suffix = PurePosixPath(path).suffix
    asked = ("rev-list", f"--max-count={_COMMITS}", "HEAD", "--", path)
    for commit in _git(root, *asked).decode("ascii", "replace").split():
        data = _git(root, "cat-file", "blob", f"{commit}:./{path}")
        try:
            text = text_of(data[:_MOST], suffix) if data else ""
        except MujazError:  # a version that could not be read then either
            continue
        if version_of(text) == version:
            return text
    return None


def _git(root: Path, *arguments: str) -> bytes:
    """Return what git says of the project, nothing where it can't.

    Only plumbing is called, and nothing may be fetched: so no program runs that the repository's
    settings name.
    """
    command = ["git", "-C", str(root), "--no-pager", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and a path behind `--` or `./`
            command,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=os.environ | _NOTHING_ELSE,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
