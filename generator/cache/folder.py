"""The cache on the disk: one file an entry.

A line that names the format, a SHA-256 over the key, the shape of the classes and the value, and
the value. Whatever is damaged, truncated, foreign or outdated is as good as not there.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.cache.codec import Codec
from generator.errors import Problem, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping
    from pathlib import Path

T = TypeVar("T")

_FORMAT = b"mujaz cache 1\n"
_START = len(_FORMAT) + sha256().digest_size
_LARGEST = 64 * 1024 * 1024
"""Bytes; an analysis of 500 words has about 10,000."""
_ABANDONED = 3600.0
"""Seconds after which a half-written entry can't be anybody's work any more."""
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Cache(Generic[T]):
    """Values of the dataclass ``result`` by key; any number of processes may use it at once.

    ``namespace`` is the name of the folder for this kind of value. A key must name everything
    that the value depends on: the text, the topics, the version of the code that made it.
    ``memory`` holds what this process has had already, for one that asks again and again.
    """

    def __init__(
        self,
        folder: Path,
        namespace: str,
        result: type[T],
        memory: MutableMapping[str, T] | None = None,
    ) -> None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", namespace):
            raise ValueError(f"{namespace!r} is not a lower-case slug")
        self.problem: Problem | None = None
        """Why nothing can be kept, as a warning; None while all is well."""
        self._folder = folder
        self._entries = folder / namespace
        self._codec = Codec(result)
        self._shape = sha256(self._codec.shape).digest()
        self._memory = memory

    def get(self, key: str) -> T | None:
        """Return the value kept for ``key``; None where there is none that can be trusted."""
        if self._memory is None:
            return self._load(key)
        if key not in self._memory and (value := self._load(key)) is not None:
            self._memory[key] = value
        return self._memory.get(key)

    def _load(self, key: str) -> T | None:
        data = _read(self._path(key))
        payload = memoryview(data)[_START:]
        if data[:_START] != self._head(key, payload):
            return None
        try:
            return self._codec.loads(payload)
        except Exception:
            # Right digest, wrong contents: forged. Such bytes can raise anything, and all of it
            # means the same: compute the value again.
            return None

    def put(self, key: str, value: T) -> None:
        """Keep ``value`` for ``key``.

        Where the folder can't be written to, nothing is kept and :attr:`problem` says why.
        """
        if self._memory is not None:
            self._memory[key] = value
        if self.problem is not None:
            return
        payload = self._codec.dumps(value)
        try:
            self._write(self._path(key), self._head(key, payload) + payload)
        except OSError as error:
            self.problem = Problem(
                printable(str(self._folder)),
                0,
                f"Nothing is kept for the next build: {os.strerror(error.errno or 0).lower()}",
                "Make the folder writable, or delete it",
                "warning",
            )

    def prune(self, keep: Iterable[str]) -> int:
        """Delete the entries of all other keys; return how many there were.

        An entry that another build has made in the meantime goes too; it is made again.
        """
        keys = set(keep)
        if self._memory is not None:
            for key in self._memory.keys() - keys:
                del self._memory[key]
        kept = {self._path(key).name for key in keys}
        removed = 0
        for path in self._found():
            if path.suffix == ".entry" and path.name not in kept:
                path.unlink(missing_ok=True)
                removed += 1
            elif path.suffix == ".half" and _age(path) > _ABANDONED:
                path.unlink(missing_ok=True)
        return removed

    def _found(self) -> list[Path]:
        if not os.access(self._entries, os.W_OK | os.X_OK):
            return []  # whatever is kept too long does no harm
        return [path for path in self._entries.iterdir() if path.is_file()]

    def _path(self, key: str) -> Path:
        return self._entries / f"{_digest(key).hex()}.entry"

    def _head(self, key: str, payload: bytes | memoryview) -> bytes:
        digest = sha256(_digest(key) + self._shape)
        digest.update(payload)
        return _FORMAT + digest.digest()

    def _write(self, path: Path, data: bytes) -> None:
        """Write a whole entry or none. Not synced: the digest tells what a power cut has eaten."""
        if not self._entries.is_dir():
            self._entries.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", "utf-8")
        half = path.with_name(f"{path.stem}-{secrets.token_hex(8)}.half")
        try:
            half.write_bytes(data)
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)
            raise


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0  # finished or gone just now


def _read(path: Path) -> bytes:
    """Return what the file holds; nothing where it is no readable file of sensible size."""
    try:
        descriptor = os.open(path, _READ)
    except OSError:
        return b""
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return b""
        # A file object takes as long as opening and reading: a build has an entry an article.
        parts = []
        while part := os.read(descriptor, status.st_size + 1):
            parts.append(part)
        return b"".join(parts)
    except OSError:
        return b""
    finally:
        os.close(descriptor)
