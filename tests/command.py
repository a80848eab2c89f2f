"""Runs the command ``mujaz`` as a user would."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def mujaz(
    *arguments: str | Path,
    given: str | None = None,
    timeout: float = 120,
    folder: Path | None = None,
    prepare: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run ``mujaz`` in ``folder``, with ``given`` as its input; return what it did.

    ``prepare`` runs in the new process before the command does.
    """
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        input=given,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
        preexec_fn=prepare,
    )
