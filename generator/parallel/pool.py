"""Hands items to workers, and replaces the workers that die of them."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.parallel import process
from generator.parallel.outcome import Budget, Failed
from generator.parallel.worker import run_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.parallel.outcome import Outcome
    from generator.parallel.process import Process
    from generator.parallel.worker import Answer

T = TypeVar("T")
R = TypeVar("R")

_MOST_WORKERS = 8
"""By default, whatever the machine has: each costs some 30 MB."""
_LARGEST_CHUNK = 16
_WALL = 6
"""How many times its CPU budget an item may take on the clock."""


def run_all(
    function: Callable[[T], R],
    items: Sequence[T],
    workers: int | None = None,
    *,
    timeout: float = 5.0,
    memory_mb: int = 1024,
) -> Iterator[Outcome[R]]:
    """Yield what ``function`` makes of each item, in the order of the items.

    One item costs one item: where the function raises, crashes its process, takes more than
    ``timeout`` seconds of CPU (or six times that on the clock) or more than ``memory_mb``
    megabytes, that item gives :class:`Failed` and all others are as if it had not been there.

    A single worker or item gets a process of its own too, since nothing else survives a crash;
    it takes milliseconds to start where processes fork. ``workers=0`` runs the function here, for
    debuggers and profilers, and protects from nothing but exceptions. None takes a worker a core.

    Forked workers share what is loaded already, so whatever ``function`` loads on its first use is
    best loaded before; else each worker, and each that replaces a dead one, loads its own.
    """
    if workers == 0:
        yield from (run_one(function, item) for item in items)
        return
    wanted = min(cores(), _MOST_WORKERS) if workers is None else workers
    pool = _Pool(function, items, wanted, Budget(timeout, memory_mb))
    try:
        yield from pool.outcomes()
    finally:
        pool.end()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Worker:
    process: Process
    patience: float
    """Seconds that the item in work may still take on the clock."""
    queue: deque[int] = field(default_factory=deque)
    """Indexes of the items it has not answered for; it works on the first."""


class _Pool(Generic[T, R]):
    def __init__(
        self, function: Callable[[T], R], items: Sequence[T], size: int, budget: Budget
    ) -> None:
        self._function = function
        self._items = items
        self._size = min(size, len(items))
        self._budget = budget
        self._todo = deque(range(len(items)))
        self._workers: list[_Worker] = []
        self._outcomes: dict[int, Outcome[R]] = {}

    def outcomes(self) -> Iterator[Outcome[R]]:
        for index in range(len(self._items)):
            while index not in self._outcomes:
                self._hire()
                for worker in self._workers:
                    if len(worker.queue) < 2:
                        # While the last item of a chunk is in work, so that nobody waits.
                        self._hand_out(worker)
                self._collect()
            yield self._outcomes.pop(index)

    def end(self) -> None:
        while self._workers:
            self._dismiss(self._workers[-1])

    def _hire(self) -> None:
        while self._todo and len(self._workers) < self._size:
            others = [worker.process for worker in self._workers]
            started = process.start(self._function, self._items, self._budget, others)
            self._workers.append(_Worker(started, self._patience))

    def _hand_out(self, worker: _Worker) -> None:
        """Send the next chunk: smaller and smaller ones, so that all end at the same time."""
        if not self._todo:
            return
        size = min(_LARGEST_CHUNK, 1 + len(self._todo) // (4 * self._size))
        first = self._todo.popleft()
        end = first + 1
        while self._todo and self._todo[0] == end and end - first < size:
            self._todo.popleft()
            end += 1
        worker.queue.extend(range(first, end))
        # A worker that has just died does not take it, and is found dead when asked for answers.
        with suppress(ConnectionError):
            worker.process.connection.send((first, end))

    def _collect(self) -> None:
        """Wait for answers, deaths, and items that take too long."""
        busy = {worker.process.connection: worker for worker in self._workers if worker.queue}
        patience = max(0.0, min(worker.patience for worker in busy.values()))
        start = time.monotonic()
        ready = wait(busy, patience)
        # No more than was waited for on purpose: while this process was stopped, so were they.
        waited = min(time.monotonic() - start, patience)
        for connection, worker in busy.items():
            if connection in ready:
                self._receive(worker)
                continue
            worker.patience -= waited
            if worker.patience <= 0:
                self._blame(worker, timed_out=True)

    def _receive(self, worker: _Worker) -> None:
        try:
            data = worker.process.connection.recv_bytes()
        except (EOFError, ConnectionError):
            self._blame(worker)
            return
        answer: Answer = pickle.loads(data)  # noqa: S301 - from our own worker
        self._outcomes[worker.queue.popleft()] = answer.outcome  # type: ignore[assignment]
        worker.patience = self._patience
        if answer.is_spent:
            self._dismiss(worker)

    def _blame(self, worker: _Worker, *, timed_out: bool = False) -> None:
        """Take the item that the worker had in work for the cause of its death."""
        index = worker.queue.popleft()
        status = self._dismiss(worker)
        timed_out = timed_out or status == -signal.SIGPROF
        error = (
            f"it took more than {self._budget.seconds:g} seconds" if timed_out else _cause(status)
        )
        self._outcomes[index] = Failed(error)

    def _dismiss(self, worker: _Worker) -> int | None:
        """End the worker and give its other items back; return how it ended."""
        self._workers.remove(worker)
        self._todo.extendleft(reversed(worker.queue))
        worker.process.connection.close()
        return worker.process.end()

    @property
    def _patience(self) -> float:
        return self._budget.seconds * _WALL


def _cause(status: int | None) -> str:
    """Return what a worker died of, in words."""
    if status is None:
        return "it ended the process that worked on it"
    if status == -signal.SIGKILL:
        return "the process that worked on it was killed, perhaps for want of memory"
    if status < 0:
        return f"it crashed the process that worked on it ({signal.Signals(-status).name})"
    return f"it ended the process that worked on it (exit status {status})"
