"""Sentences and subheads, by the fixture and by what always holds."""

from __future__ import annotations

import re

import pytest

from generator.arabic.enclosed import enclosed_spans
from generator.arabic.language import language_of
from generator.arabic.sentences import split_sentences
from generator.model import Span
from tests.fixtures import Case, read_fixture


def paragraphs(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize("case", read_fixture("sentences.md"), ids=str)
def test_paragraphs_are_cut_where_the_fixture_says(case: Case) -> None:
    mark = {"subhead": "## ", "sentence": ""}
    found = split_sentences(case.given, paragraphs(case.given))
    assert [mark[s.kind] + s.span.of(case.given) for s in found] == case.expected.splitlines()


def test_a_hundred_thousand_words_on_one_line_are_cut_in_linear_time() -> None:
    text = 'قال "نعم. لا" في 3.5 (ثم. عاد) اليوم. ' * 4_000
    assert len(split_sentences(text, [Span(0, len(text))])) == 4_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال "نعم" و"لا" ثم مضى', ['"نعم"', '"لا"']),
        ("«أول “ثان” أول» (ثالث)", ["«أول “ثان” أول»", "(ثالث)"]),
        ('قال "نعم ثم مضى', []),
        ('"أول "ثان" آخر', ['"ثان"']),
        ("“" + "كلمة " * 200 + "”", []),
        ("5” و6”", []),
    ],
)
def test_enclosed_spans_are_those_that_close(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in enclosed_spans(text, Span(0, len(text)))] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصلت السفينة إلى الميناء", "ar"),
        ("The ship has arrived in port", "en"),
        ("أعلنت شركة آبل (Apple) عن تحديث جديد (iOS) للهواتف", "ar"),
        ("The word الميناء means port in Arabic", "en"),
        ("رست السفينة الكبيرة The big ship docked", "ar"),
        ("", "ar"),
        ("123 !", "ar"),
    ],
)
def test_the_language_is_that_of_most_letters(text: str, language: str) -> None:
    assert language_of(text) == language
