"""Where the items are worked on: on this machine, or on a cluster that somebody already runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from generator.errors import UsageError, printable
from generator.parallel.pool import run_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.parallel.outcome import Outcome

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """Yields what a pure function makes of each item, in their order, as :func:`run_all` does."""

    def __call__(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[Outcome[R]]:
        """Run ``function`` on all items."""


def choose_engine(
    option: str = "local",
    workers: int | None = None,
    *,
    timeout: float = 5.0,
    memory_mb: int = 1024,
) -> Engine:
    """Return the engine that the option ``--engine`` names.

    ``local`` are ``workers`` processes of this machine. ``dask:ADDRESS`` is the Dask cluster whose
    scheduler answers at ``ADDRESS``, such as ``dask:tcp://10.0.0.5:8786``; it needs the extra
    ``mujaz[dask]`` here, and the same version of Mujaz on every machine. Function, items and
    results must be picklable then. The results are the same, and an item that fails costs one
    item there too.

    Raises :class:`UsageError` for any other option.
    """
    kind, _, address = option.partition(":")

    def local(function: Callable[[T], R], items: Sequence[T]) -> Iterator[Outcome[R]]:
        return run_all(function, items, workers, timeout=timeout, memory_mb=memory_mb)

    def dask(function: Callable[[T], R], items: Sequence[T]) -> Iterator[Outcome[R]]:
        from generator.parallel.cluster import run_on_dask

        return run_on_dask(address, function, items, timeout=timeout, memory_mb=memory_mb)

    if option == "local":
        return local
    if kind == "dask" and address:
        return dask
    raise UsageError(
        f"--engine {printable(option)}: There is no such engine. "
        "Use “local”, or “dask:” and the address of a scheduler, such as dask:tcp://10.0.0.5:8786."
    )
