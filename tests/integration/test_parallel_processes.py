"""No worker outlives its parent, none harms another, and all machines give the same results."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from multiprocessing import resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import MujazError, UsageError
from generator.parallel import Done, Failed, process, run_all
from generator.parallel.engine import choose_engine
from tests.misbehaviour import TOO_SLOW, WHAT_HAPPENS, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.parallel import Outcome

pytestmark = pytest.mark.slow

GOOD = [f"good {number}" for number in range(40)]


def expected(item: str) -> Outcome[str]:
    if item in TOO_SLOW:
        return Failed("it took more than 0.5 seconds")
    return Failed(WHAT_HAPPENS[item]) if item in WHAT_HAPPENS else Done(item.upper())


def test_items_that_never_end_cost_only_themselves() -> None:
    items = [*GOOD[:20], *WHAT_HAPPENS, "spin", *GOOD[20:30], "sleep", *GOOD[30:]]
    outcomes = list(run_all(work, items, 2, timeout=0.5, memory_mb=50))
    assert outcomes == [expected(item) for item in items]


def test_leaving_early_ends_the_workers() -> None:
    outcomes = run_all(work, [*GOOD, "sleep"], 2)
    assert next(outcomes) == Done(GOOD[0].upper())
    outcomes.close()  # type: ignore[attr-defined]


def test_an_interrupt_ends_everything_at_once() -> None:
    """Ctrl+C reaches all processes of a terminal: here those of a child's own group."""
    ready, say_ready = os.pipe()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        status = 1
        with suppress(KeyboardInterrupt):
            for _ in run_all(work, ["a", "sleep", "sleep"], 3):
                os.write(say_ready, b".")
            status = 2
        with suppress(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
            status = 3
        os._exit(0 if status == 1 else status)
    os.read(ready, 1)
    start = time.monotonic()
    os.killpg(child, signal.SIGINT)
    status = os.waitpid(child, 0)[1]
    assert time.monotonic() - start < 30, "or they slept on"
    assert os.waitstatus_to_exitcode(status) == 0
    with pytest.raises(ProcessLookupError):  # nobody is left in the group
        os.killpg(child, 0)


def test_workers_end_when_their_parent_is_killed() -> None:
    alive, hold = os.pipe()
    child = os.fork()
    if not child:
        outcomes = run_all(work, ["a", "spin", "spin"], 3, timeout=1)
        next(outcomes)
        os.write(hold, b".")
        list(outcomes)
        os._exit(0)
    os.close(hold)
    assert os.read(alive, 1) == b"."
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    # Only the workers hold the pipe now: it ends with the last of them.
    start = time.monotonic()
    assert os.read(alive, 1) == b""
    assert time.monotonic() - start < 30
    os.close(alive)


def test_standard_streams_may_be_closed() -> None:
    child = os.fork()
    if not child:
        for descriptor in (0, 1, 2):
            os.close(descriptor)
        os._exit(0 if list(run_all(work, GOOD, 2)) == [Done(item.upper()) for item in GOOD] else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_the_system_may_forget_dead_children() -> None:
    child = os.fork()
    if not child:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        [outcome] = run_all(work, ["vanish"], 1)
        os._exit(0 if outcome == Failed("it ended the process that worked on it") else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_where_processes_do_not_fork_results_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "FORKS", False)
    items = ["a", "vanish", "b", "raise", "c"]
    outcomes = list(run_all(work, items, 1))
    assert outcomes == [expected(item) for item in items]
    resource_tracker._resource_tracker._stop()  # type: ignore[attr-defined]


def test_a_pause_of_whoever_reads_the_results_is_no_fault_of_the_items() -> None:
    outcomes = run_all(work, GOOD, 2, timeout=0.5)
    first = next(outcomes)
    time.sleep(4)
    assert [first, *outcomes] == [Done(item.upper()) for item in GOOD]


def test_memory_stays_flat_however_many_items_there_are() -> None:
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1])

    if not Path("/proc/self/statm").exists():
        pytest.skip("this system does not say how much memory is in use")
    outcomes = run_all(lambda _item: "x" * 100_000, range(1000), 2)
    for _ in range(100):
        next(outcomes)
    before = resident()
    for _ in outcomes:
        pass
    assert (resident() - before) * os.sysconf("SC_PAGE_SIZE") < 20_000_000


# --- a cluster ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a real Dask cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="needs the extra mujaz[dask]")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_results(scheduler: str) -> None:
    items = [*GOOD, *WHAT_HAPPENS, "spin", *GOOD]
    engines = [
        choose_engine(name, timeout=0.5, memory_mb=50) for name in ("local", f"dask:{scheduler}")
    ]
    local, cluster = (list(engine(work, items)) for engine in engines)
    assert cluster == local == [expected(item) for item in items]


def test_a_cluster_runs_more_items_than_it_holds_at_once(scheduler: str) -> None:
    items = [str(number) for number in range(500)]
    assert list(choose_engine(f"dask:{scheduler}")(work, items)) == [Done(item) for item in items]


def test_a_cluster_of_another_version_is_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.parallel.cluster.__version__", "9.9")
    with pytest.raises(MujazError, match=r"The workers run Mujaz \S+, and this is 9.9\. Install"):
        list(choose_engine(f"dask:{scheduler}")(work, ["a"]))


def test_an_address_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="needs the extra mujaz[dask]")
    monkeypatch.setattr("generator.parallel.cluster._PATIENCE", 1)
    with pytest.raises(UsageError, match=r"dask:tcp://127\.0\.0\.1:9: No Dask scheduler answers"):
        list(choose_engine("dask:tcp://127.0.0.1:9")(work, ["a"]))
