"""Dates: tests/fixtures/dates.md, the months of every tradition, the article's own date."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from generator.analysis.dates import find_dates, stated_publication_date
from generator.findings import Cut
from generator.model import Span
from tests.documents import document_of
from tests.fixtures import Case, read_fixture

TRADITIONS = (
    "ar_EG",
    "ar_SA",
    "ar_SY",
    "ar_IQ",
    "ar_LB",
    "ar_JO",
    "ar_MA",
    "ar_DZ",
    "ar_TN",
    "ar_MR",
)


@pytest.mark.parametrize("case", read_fixture("dates.md"), ids=str)
def test_fixture(case: Case) -> None:
    first, _, text = case.given.partition("\n")
    published = first.removeprefix("published: ")
    document = document_of(text, None if published == "-" else date.fromisoformat(published))
    found = [
        f"{mention.span.of(text)} = {mention.iso or '-'} ({mention.why})"
        for mention in find_dates(document)
    ]
    assert found == case.expected.split("\n") if case.expected else found == []


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_every_month_of_every_arab_tradition(tradition: str) -> None:
    for number, name in Locale.parse(tradition).months["format"]["wide"].items():
        text = f"وصل في 5 {name} 2024."
        assert [mention.iso for mention in find_dates(document_of(text))] == [
            f"2024-{number:02}-05"
        ]


def test_title_and_body_come_in_text_order() -> None:
    text = "قمة 17 يناير 2025\nوقع الاتفاق عام 2010 في القصر."
    found = find_dates(document_of(text, title=True))
    assert [mention.span.of(text) for mention in found] == ["17 يناير 2025", "عام 2010"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("نشر في: 17/01/2025 - 10:45", date(2025, 1, 17)),
        ("الجمعة 17 يناير/كانون الثاني 2025", date(2025, 1, 17)),
        ("17 رجب 1446هـ", date(2025, 1, 17)),
        ("آخر تحديث قبل ثلاثة أيام", None),
        ("يناير 2025", None),
        ("Updated 03/04/2024", None),
    ],
)
def test_stated_publication_date(line: str, expected: date | None) -> None:
    text = f"{line}\nوصل الوفد في 3 مارس 2020 إلى المدينة."
    cut = Cut(Span(0, len(line)), "timestamp", "date-line")
    assert stated_publication_date(text, [cut]) == expected


def test_only_timestamps_state_the_publication_date() -> None:
    text = "17 يناير 2025"
    assert stated_publication_date(text, [Cut(Span(0, len(text)), "caption", "any")]) is None
