"""Numbers: tests/fixtures/numbers.md, and figures by themselves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.dates import find_dates
from generator.analysis.numbers import find_numbers
from generator.arabic.numerals import figure_value
from tests.documents import document_of
from tests.fixtures import Case, read_fixture

WORDS = (
    "ثلاثة", "عشر", "وعشرين", "مئة", "ألف", "آلاف", "مليون", "ونصف", "المليون", "20", "و", "50",
    "1,5", "%", "في", "المئة", "شخصا", "-", "–", "،", "2،5", "من", "الجنود", "عامين", "المادة", "$",
    "(", ")", "\n", ".", "two", "hundred", "and", "people", "ـ", "5+1", "10:30", "٣٫٥", "نصف",
)  # fmt: skip


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


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_words_give_spans_in_order_and_units_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    document = document_of(text)
    end = 0
    for number in find_numbers(document, find_dates(document)):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.unit is None or number.unit in text
        end = number.span.end


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
