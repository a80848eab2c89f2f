"""Remembers what was published, so that a build renders and writes only what has changed.

The memory is a file in the cache. It is only believed where the published file still has the size
and the time that were noted: whoever touches the site by hand gets a full rebuild of that file.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Published:
    """What the last build published, by path in the site: digest, size, time of writing."""

    shell: str = ""
    files: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)

    def unchanged(self, site_dir: Path, path: str, digest: str) -> bool:
        """Return whether the published file at ``path`` is what ``digest`` stands for."""
        known = self.files.get(path)
        if known is None or known[0] != digest:
            return False
        return known[1:] == _stamp(f"{site_dir}/{path}")


def recall(cache: Path, site_dir: Path, shell: str) -> Published:
    """Return what is known of ``site_dir``.

    That is nothing where the shell around the pages has changed, or the memory is damaged.
    """
    try:
        text = _memory(cache, site_dir).read_text("utf-8")
        digest, _, body = text.partition("\n")
        if digest != hashlib.sha256(body.encode()).hexdigest():
            return Published(shell)
        found = json.loads(body)
        if found["format"] != FORMAT or found["shell"] != shell:
            return Published(shell)
        files = {path: (d, size, time) for path, (d, size, time) in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return Published(shell)
    return Published(shell, files)


def remember(cache: Path, site_dir: Path, shell: str, digests: Mapping[str, str]) -> None:
    """Note what now stands in ``site_dir``. Where that fails, the next build renders it all."""
    files = {
        path: (digest, *stamp)
        for path, digest in digests.items()
        if (stamp := _stamp(f"{site_dir}/{path}")) is not None
    }
    body = json.dumps({"format": FORMAT, "shell": shell, "files": files}, sort_keys=True)
    target = _memory(cache, site_dir)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(f".{os.getpid()}")
        fresh.write_text(f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}", "utf-8")
        fresh.replace(target)
    except OSError:
        target.unlink(missing_ok=True)


def digest_of(parts: Iterable[str | bytes]) -> str:
    """Return one digest of all parts; their borders count."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def spare_of(cache: Path, site_dir: Path) -> Path:
    """Return where the site that a publication replaces is kept for the next."""
    return _memory(cache, site_dir).with_suffix(".spare")


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _memory(cache: Path, site_dir: Path) -> Path:
    name = hashlib.sha256(os.fsencode(site_dir.absolute())).hexdigest()[:16]
    return cache / "published" / f"{name}.json"
