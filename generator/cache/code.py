"""The version of the code, which keys name: what other code made is never taken for ours."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def code_digest(*parts: str) -> str:
    """Return a digest of packages and modules of ``generator``, and of what they share.

    A module is named with its suffix: ``edit.py``.
    """
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for part in (*parts, "model.py", "findings.py"):
        whole = package / part
        for path in [whole] if whole.is_file() else sorted(whole.rglob("*")):
            if path.suffix in (".py", ".txt"):
                digest.update(path.read_bytes())
    return digest.hexdigest()
