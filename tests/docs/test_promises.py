"""Each promise of SECURITY.md names tests, and they are there."""

from __future__ import annotations

import re

import pytest

from tests.repository import REPOSITORY

ROWS = [
    line.strip("| ").split(" | ")
    for line in (REPOSITORY / "SECURITY.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and "promise" not in line
]


def test_there_are_promises() -> None:
    assert len(ROWS) > 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_a_promise_names_tests(row: list[str]) -> None:
    _, _, tests = row
    named = re.findall(r"`(tests/[^`]+)`", tests)
    assert named
    for name in named:
        assert (REPOSITORY / name).exists(), name
