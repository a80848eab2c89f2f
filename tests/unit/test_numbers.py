"""Numbers: tests/fixtures/numbers.md, and figures by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.dates import find_dates
from generator.analysis.numbers import find_numbers
from generator.arabic.numerals import figure_value
from tests.documents import document_of
from tests.fixtures import Case, read_fixture


@pytest.mark.parametrize("case", read_fixture("numbers.md"), ids=str)
def test_fixture(case: Case) -> None:
    text = case.given
    document = document_of(text, date(2025, 1, 20))
    found = [
        f"{number.span.of(text)} = {number.value:.12g} {number.unit or '-'}"
        for number in find_numbers(document, find_dates(document))
    ]
    assert found == case.expected.split("\n") if case.expected else found == []


def test_numbers_of_the_title_come_first() -> None:
    text = "غرق 12 سفينة\nونجا 40 بحارا من الغرق."
    found = find_numbers(document_of(text, title=True), ())
    assert [number.value for number in found] == [12, 40]


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("1250", 1250), ("1,250", 1250), ("1,250,000", 1250000), ("1.250.000", 1250000),
        ("1٬250٫5", 1250.5), ("1.250,5", 1250.5), ("1,250.5", 1250.5), ("0.125", 0.125),
        ("2.500", 2500), ("12.350", 12350), ("1.085", 1.085), ("4,3", 4.3), ("5.2%", 5.2),
        ("17/1/2025", None), ("10:30", None), ("1.2.3", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_figures(figure: str, value: float | None) -> None:
    assert figure_value(figure) == value


def test_before_a_scale_three_digits_are_decimals() -> None:
    assert figure_value("1,375", scaled=True) == 1.375
