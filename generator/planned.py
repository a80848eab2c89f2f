"""Files of the site that are made only where the published site does not have them yet."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class PlannedFile(NamedTuple):
    """A file that can be made."""

    path: str
    """Relative to the root of the site."""
    digest: str
    """Files of one path with equal digests have equal contents."""
    make: Callable[[], bytes]


def ready_file(path: str, content: bytes) -> PlannedFile:
    """Return a file that is made already."""
    return PlannedFile(path, hashlib.sha256(content).hexdigest(), lambda: content)
