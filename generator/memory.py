"""What a process that builds again and again need not read or make twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Memory:
    """Kept by ``mujaz serve`` from one build to the next, never longer than the process lives."""

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.templates = CompiledTemplates()

    def of(self, kind: str) -> dict[str, Any]:
        """Return what is kept of one kind, by key."""
        return self._kept[kind]


class CompiledTemplates(BytecodeCache):
    """Templates as Jinja compiles them; not on the disk, where others could put code."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where its template has been compiled as it stands."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code
