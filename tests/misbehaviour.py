"""What an item can do to the process that works on it. Module-level, so that any engine can run it.

An item is a word: what it does, or else a plain text that gets a plain answer.
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import sys
import time


def work(item: str) -> str:
    """Do what ``item`` says."""
    match item:
        case "raise":
            raise ValueError("bad\nnews \x1b[31m\u202e")
        case "exit":
            sys.exit("bye")
        case "vanish":
            os._exit(7)
        case "crash":
            faulthandler.disable()  # its report would only fill the test's output
            ctypes.string_at(0)
        case "spin":
            while True:
                pass
        case "sleep":
            time.sleep(60)
        case "grow":
            return str(len([bytearray(5 << 20) for _ in range(1000)]))
        case "dig":
            return dig()
        case "hide":
            return lambda: "not picklable"  # type: ignore[return-value]
    return item.upper()


def dig() -> str:
    """Call itself until the stack ends."""
    return dig()


WHAT_HAPPENS = {
    "raise": "ValueError: bad news \\x1b[31m\\u202e",
    "exit": "SystemExit: bye",
    "vanish": "it ended the process that worked on it (exit status 7)",
    "crash": "it crashed the process that worked on it (SIGSEGV)",
    "grow": "it needs more than 50 MB of memory",
    "dig": "RecursionError: maximum recursion depth exceeded",
}
"""The error of each item under a budget of 50 MB."""

TOO_SLOW = ("spin", "sleep")
"""Items that never end."""
