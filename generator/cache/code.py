"""The version of the code, which keys name: what other code made is never taken for ours."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def code_digest(*folders: str) -> str:
    """Return a digest of the packages ``folders`` of ``generator``, and of what they share."""
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in (".py", ".txt"):
                digest.update(path.read_bytes())
    for module in ("model.py", "findings.py"):
        digest.update((package / module).read_bytes())
    return digest.hexdigest()
