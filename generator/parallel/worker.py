"""What runs in a worker: item after item, each within its budget."""

from __future__ import annotations

import gc
import resource
import signal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator import reducers
from generator.errors import printable
from generator.parallel.outcome import Done, Failed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

    from generator.parallel.outcome import Budget, Outcome

T = TypeVar("T")
R = TypeVar("R")

_LONGEST_ERROR = 500
"""Code points of an error message; an exception may quote the whole article."""


class Answer(NamedTuple):
    """What a worker sends back for each item, pickled."""

    outcome: Outcome[object]
    is_spent: bool
    """Whether the worker should be replaced: its memory has been full."""


def serve(
    connection: Connection, function: Callable[[T], R], items: Sequence[T], budget: Budget
) -> None:
    """Answer for the items whose index ranges arrive on ``connection``, until it is closed."""
    _confine(budget)
    try:
        while True:
            first, end = connection.recv()
            for item in items[first:end]:
                connection.send_bytes(_answer(function, item, budget))
    except (EOFError, ConnectionError):
        return  # the parent has all it wanted, or is dead


def run_one(function: Callable[[T], R], item: T) -> Outcome[R]:
    """Run ``function`` here, without a budget; turn whatever it raises into :class:`Failed`."""
    try:
        return Done(function(item))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # as a worker does
        return Failed(_one_line(error))


def _answer(function: Callable[[T], R], item: T, budget: Budget) -> bytes:
    # Where the time is up the kernel ends the process, even inside a C library that never
    # comes back. CPU time, so that a busy machine does not make good articles fail.
    signal.setitimer(signal.ITIMER_PROF, budget.seconds)
    try:
        return reducers.dumps(Answer(Done(function(item)), is_spent=False))
    except MemoryError:
        pass  # answered below, when what filled the memory is no longer held by the traceback
    except BaseException as error:  # SystemExit too: an item may not end its worker
        return reducers.dumps(Answer(Failed(_one_line(error)), is_spent=False))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    failed = Failed(f"it needs more than {budget.megabytes} MB of memory")
    return reducers.dumps(Answer(failed, is_spent=True))


def _one_line(error: BaseException) -> str:
    text = printable(" ".join(str(error).split()))[:_LONGEST_ERROR]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _confine(budget: Budget) -> None:
    """Set the limits that hold for the whole life of the worker."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    # The parent gets the interrupt too, and ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit_memory(budget.megabytes)
    # What came from the parent stays shared: the collector would write into every page of it.
    gc.freeze()


def _limit_memory(megabytes: int) -> None:
    """Limit the address space, where the system says how much is in use (not on macOS)."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return
    in_use = int(status.read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = in_use + megabytes * 1024 * 1024
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
