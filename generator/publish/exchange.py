"""Swaps two folders by name, in one step where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux, renameat2(2), since 3.15
_RENAME_SWAP = 2  # macOS, renamex_np(2), since 10.12
_UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def exchange(new: Path, site: Path, aside: Path) -> None:
    """Give ``new`` the name ``site``; the old site is then called ``new`` or ``aside``.

    Where the system swaps names atomically there is no moment without a site. Elsewhere the old
    one goes to ``aside`` first; a process killed between the two renames leaves it there, and
    :func:`generator.publish.leftovers.recover` puts it back.

    Raises ``OSError`` where it can't be done; nothing has changed then.
    """
    if _swap(new, site):
        return
    site.rename(aside)
    try:
        new.rename(site)
    except OSError:
        aside.rename(site)
        raise


def _swap(first: Path, second: Path) -> bool:
    """Swap the names in one step; return False, with nothing changed, where that can't be done."""
    libc = ctypes.CDLL(None, use_errno=True)
    one, two = os.fsencode(first), os.fsencode(second)
    if hasattr(libc, "renameat2"):
        result = libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, two, _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        result = libc.renamex_np(one, two, _RENAME_SWAP)
    else:
        return False
    if not result:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(first), None, str(second))
