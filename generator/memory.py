"""What a process that builds again and again need not read or make twice."""

from __future__ import annotations

from collections import defaultdict
from typing import Any


class Memory:
    """Kept by ``mujaz serve`` from one build to the next, never longer than the process lives."""

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, Any]] = defaultdict(dict)

    def of(self, kind: str) -> dict[str, Any]:
        """Return what is kept of one kind, by key."""
        return self._kept[kind]
