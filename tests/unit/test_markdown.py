"""Editors' Markdown leads somewhere at most: nothing in it runs, loads or reads a file."""

from __future__ import annotations

import re

import pytest

from generator.pages.markdown import render_markdown
from tests.fixtures import Case, read_fixture
from tests.inert import faults


@pytest.mark.parametrize("case", read_fixture("markdown_hostile.md"), ids=str)
def test_what_markdown_may_try(case: Case) -> None:
    html = str(render_markdown(case.given))
    assert re.sub(r' id="p-[0-9a-f]+"', "", html).rstrip("\n") == case.expected
    assert faults(html) == []
