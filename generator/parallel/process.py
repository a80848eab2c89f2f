"""Starts a worker process and ends it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Pipe
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.parallel.worker import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from generator.parallel.outcome import Budget

T = TypeVar("T")
R = TypeVar("R")

FORKS = sys.platform == "linux"
"""Whether workers are forks of this process. They start in milliseconds and share its tables, but
on macOS system libraries break in a fork: there they start afresh, and the function, the items and
the results must be picklable."""


class Process(NamedTuple):
    """A worker as its parent sees it."""

    connection: Connection
    """Takes index ranges, gives an :class:`~generator.parallel.worker.Answer` an item."""
    end: Callable[[], int | None]
    """Kills the worker if it lives; returns how it ended: an exit status, a signal as a negative
    number, or None where that can't be known."""


def start(
    function: Callable[[T], R], items: Sequence[T], budget: Budget, others: Iterable[Process]
) -> Process:
    """Start a worker; ``others`` are those that live already."""
    if not FORKS:
        return _spawn(function, items, budget)
    ours, theirs = Pipe()
    # Interrupts wait until the worker ignores them.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = os.fork()
        if not pid:
            # Our ends of all pipes go, or a worker would never see that its parent is dead.
            inherited = [ours, *(other.connection for other in others)]
            _live(inherited, theirs, function, items, budget)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    theirs.close()
    return Process(ours, partial(_end_fork, pid))


def _live(
    inherited: Iterable[Connection],
    connection: Connection,
    function: Callable[[T], R],
    items: Sequence[T],
    budget: Budget,
) -> None:
    """Be a worker, and never come back: all that follows is the parent's."""
    status = 1
    try:
        for end in inherited:
            end.close()
        serve(connection, function, items, budget)
        status = 0
    finally:
        os._exit(status)


def _spawn(function: Callable[[T], R], items: Sequence[T], budget: Budget) -> Process:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, function, items, budget), daemon=True)
    process.start()
    theirs.close()
    return Process(ours, partial(_end_spawned, process))


def _end_fork(pid: int) -> int | None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:
        return None  # whoever started us has the system forget dead children


def _end_spawned(process: SpawnProcess) -> int | None:
    process.kill()
    process.join()
    return process.exitcode
