"""What a machine's sentence must not lose or add. The cases are in a fixture file."""

from __future__ import annotations

import pytest

from generator.translate.checks import clean, why_refused
from tests.fixtures import Case, read_fixture


@pytest.mark.parametrize("case", read_fixture("translation_checks.md"), ids=str)
def test_a_sentence_is_kept_or_refused(case: Case) -> None:
    arabic, _, english = case.given.partition("\n")
    assert (why_refused(arabic, english) or "kept") == case.expected


def test_hidden_signs_and_lines_are_no_part_of_an_answer() -> None:
    assert clean(" A\u202e line\r\n## and\x00 another\u2028") == "A line ## and another"
