"""Lets permissions hold for the administrator too, for tests of what can't be read or written."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Final

_PR_CAPBSET_DROP: Final = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def bow_to_permissions() -> None:
    """Give up, for the program that is started next, the right to pass over permissions.

    For ``preexec_fn``. Whoever is not the administrator has no such right. Raises ``OSError``
    where the system does not let it go.
    """
    if os.geteuid():
        return
    if sys.platform != "linux":
        raise OSError("Only Linux lets the administrator give up single rights")
    libc = ctypes.CDLL(None, use_errno=True)
    for right in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        if libc.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "The right can't be given up")
