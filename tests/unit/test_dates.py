"""Dates: tests/fixtures/dates.md, the months of every tradition, the article's own date."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

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
WORDS = (
    "الثلاثاء", "يوم", "17", "2025", "يناير", "/", "كانون", "الثاني", "الماضي", "عام", "و", "15",
    "هـ", "رجب", "من", "الشهر", "قبل", "ثلاثة", "أيام", "أمس", "(", ")", "-", "،", ".", "\n", "غد",
    "May", "last", "week", "ago", "17/1/2025", "٢٠٢٥", "ـ", "السابع", "فاتح", "الموافق", "بعد",
)  # fmt: skip


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


@pytest.mark.slow
@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([None, date(2025, 1, 17)]))
def test_any_words_give_spans_in_order_and_real_dates(words: list[str], today: date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_dates(document_of(text, today)):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        if mention.iso:
            date.fromisoformat((mention.iso + "-01-01")[:10])


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
