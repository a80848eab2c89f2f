"""Editors' Markdown leads somewhere at most: nothing in it runs, loads or reads a file."""

from __future__ import annotations

import re
import time

import pytest

from generator.load.limits import DEFAULTS
from generator.pages.markdown import render_markdown
from tests.fixtures import Case, read_fixture
from tests.inert import faults


@pytest.mark.parametrize("case", read_fixture("markdown_hostile.md"), ids=str)
def test_what_markdown_may_try(case: Case) -> None:
    html = str(render_markdown(case.given))
    assert re.sub(r' id="p-[0-9a-f]+"', "", html).rstrip("\n") == case.expected
    assert faults(html) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["[a", "[", "](", "*a **a ", "~~a ", "?c_", "&", "<a ", "> ", "- "]
)
def test_an_override_as_large_as_may_be_takes_seconds(unit: str) -> None:
    brackets = unit.count("[") and DEFAULTS.override_brackets
    source = unit * (brackets or DEFAULTS.override_bytes // len(unit))
    began = time.process_time()
    render_markdown(source + "x" * (DEFAULTS.override_bytes - len(source)), language="en")
    assert time.process_time() - began < 5
