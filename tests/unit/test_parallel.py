"""One item costs one item, whatever it does, and the order of the items stays."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from generator.errors import UsageError
from generator.parallel import Done, Failed, engine, run_all
from tests.misbehaviour import TOO_SLOW, WHAT_HAPPENS, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.parallel import Outcome

GOOD = [f"good {number}" for number in range(40)]


@pytest.fixture(autouse=True)
def no_orphans() -> Iterator[None]:
    """Whatever a test does, it leaves neither running workers nor zombies."""
    before = psutil.Process().children()
    yield
    assert psutil.Process().children() == before


def run(items: list[str], workers: int | None = 2) -> list[Outcome[str]]:
    return list(run_all(work, items, workers, memory_mb=50))


def expected(item: str) -> Outcome[str]:
    return Failed(WHAT_HAPPENS[item]) if item in WHAT_HAPPENS else Done(item.upper())


@pytest.mark.parametrize("workers", [None, 0, 1, 2, 5, 12])
def test_results_come_in_the_order_of_the_items(workers: int | None) -> None:
    assert run(GOOD, workers) == [Done(item.upper()) for item in GOOD]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_no_items_and_one_item(workers: int) -> None:
    assert run([], workers) == []
    assert run(["a"], workers) == [Done("A")]


@pytest.mark.parametrize("item", WHAT_HAPPENS)
def test_an_item_costs_only_itself(item: str) -> None:
    items = [*GOOD[:3], item, *GOOD[3:6]]
    assert run(items, 1) == [expected(each) for each in items]


@pytest.mark.slow
def test_all_of_them_together() -> None:
    items = [word for pair in zip(WHAT_HAPPENS, GOOD, strict=False) for word in pair] + GOOD
    assert run(items, 2) == [expected(item) for item in items]


@pytest.mark.slow
@pytest.mark.parametrize("item", TOO_SLOW)
def test_an_item_that_never_ends_is_ended(item: str) -> None:
    outcomes = list(run_all(work, [item], 1, timeout=0.1))
    assert outcomes == [Failed("it took more than 0.1 seconds")]


def test_here_only_exceptions_are_held_back() -> None:
    items = ["a", "raise", "exit", "dig", "b"]
    assert run(items, 0) == [expected(item) for item in items]


def test_a_result_that_can_not_be_sent_is_an_error() -> None:
    good, bad = run(["a", "hide"], 1)
    assert good == Done("A")
    assert bad.error is not None
    assert "pickle" in bad.error


def test_a_long_error_is_cut() -> None:
    def fail(item: str) -> None:
        raise ValueError(item * 1000)

    [outcome] = run_all(fail, ["words "], 1)
    assert outcome.error is not None
    assert len(outcome.error) < 600


def test_large_items_and_results_do_not_block_the_pipes() -> None:
    items = [letter * 1_000_000 for letter in "abcdef"]
    assert run(items) == [Done(item.upper()) for item in items]


def test_a_closure_will_do_where_processes_fork() -> None:
    table = {item: number for number, item in enumerate(GOOD)}
    assert list(run_all(lambda item: table[item], GOOD, 2)) == [Done(n) for n in range(40)]


def test_an_engine_is_chosen_by_name() -> None:
    local = engine.choose_engine("local", 2)
    assert list(local(work, ["a", "raise"])) == [expected("a"), expected("raise")]
    with pytest.raises(UsageError) as caught:
        engine.choose_engine("ray:\x1b")
    assert str(caught.value) == (
        "--engine ray:\\x1b: There is no such engine. Use “local”, or “dask:” and the address "
        "of a scheduler, such as dask:tcp://10.0.0.5:8786."
    )


def test_without_dask_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError) as caught:
        list(engine.choose_engine("dask:tcp://127.0.0.1:1")(work, ["a"]))
    assert str(caught.value) == (
        "--engine dask: Dask is not installed. Install it with: pip install 'mujaz[dask]'."
    )
