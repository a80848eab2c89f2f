"""Whatever an article says: all of it is in its place, and what is found stands in it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.dates import find_dates
from generator.analysis.numbers import find_numbers
from generator.arabic.sentences import split_sentences
from generator.clean.clean import clean
from generator.clean.lead_title import LONGEST, derive_title
from generator.commands.analyse import analyse_one
from generator.model import Sidecar, Span
from tests.contract import faults
from tests.documents import document_of
from tests.fixtures import FOLDER
from tests.properties.texts import at_least, texts
from tests.quality.annotated import read_knowledge
from tests.shares import check_shares

if TYPE_CHECKING:
    from generator.analysis.knowledge import Knowledge

PORT = (FOLDER / "story_port.txt").read_text("utf-8").splitlines()
HEADLINE, *OLIVES = (FOLDER / "story_olives.txt").read_text("utf-8").splitlines()
PIECES = st.lists(
    st.sampled_from(
        [
            *PORT, *OLIVES, HEADLINE, "المصدر: رويترز", "إقرأ أيضاً:", "اقرأ المزيد", "شاركها.",
            "كلمات دلالية: الموانئ", "بقلم: سامي الخطيب", "د. احمد المياحي", "(أ ف ب)", "التعليقات",
            "• رابط إلى مقال آخر", "* * *", "", " ", "\u200f", "القاهرة - رويترز - نص",
            "نص. (رويترز)", "12/03/2023", "الوسوم", "\x00\x07", "كلمة", "نشر في",
        ]
    )
    | st.text(max_size=40),
    max_size=14,
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", " "])
LEAD_WORDS = st.sampled_from(
    ["وقع", "أعلن", "الوزير", "سامي", "الخطيب", "اتفاقا", "مع", "في", "بعد", "أن", "،", "على",
     "“الرصيف", "الثالث”", "(أ ف ب)", "لتعزيز", "2024", "التي", "و", "من", "Port", ".", "؟",
     "ل", "لم", "المستمر", "30/7"]
)  # fmt: skip
DATE_WORDS = (
    "الثلاثاء", "يوم", "17", "2025", "يناير", "/", "كانون", "الثاني", "الماضي", "عام", "و", "15",
    "هـ", "رجب", "من", "الشهر", "قبل", "ثلاثة", "أيام", "أمس", "(", ")", "-", "،", ".", "\n", "غد",
    "May", "last", "week", "ago", "17/1/2025", "٢٠٢٥", "ـ", "السابع", "فاتح", "الموافق", "بعد",
)  # fmt: skip
NUMBER_WORDS = (
    "ثلاثة", "عشر", "وعشرين", "مئة", "ألف", "آلاف", "مليون", "ونصف", "المليون", "20", "و", "50",
    "1,5", "%", "في", "المئة", "شخصا", "-", "–", "،", "2،5", "من", "الجنود", "عامين", "المادة", "$",
    "(", ")", "\n", ".", "two", "hundred", "and", "people", "ـ", "5+1", "10:30", "٣٫٥", "نصف",
)  # fmt: skip


@cache
def knowledge() -> Knowledge:
    return read_knowledge()


@at_least(100)
@given(texts)
def test_the_contract_of_the_record_holds(text: str) -> None:
    item = {"id": "any", "text": text}
    assert faults(item, analyse_one(knowledge(), item)) == []


@at_least(60)
@given(PIECES, BREAKS, st.sampled_from([None, HEADLINE, "عنوان آخر تماما"]))
def test_every_visible_character_is_in_one_place_only(
    pieces: list[str], line_break: str, title: str | None
) -> None:
    text = line_break.join(pieces)
    cleaned = clean(text, Sidecar(title=title), {})
    check_shares(text, cleaned)


@at_least(200)
@given(st.lists(LEAD_WORDS, min_size=1, max_size=60))
def test_a_title_from_the_lead_is_short_and_stands_in_it(words: list[str]) -> None:
    lead = " ".join(words)
    title = derive_title(lead, [Span(0, len(lead))])
    assert title.span is not None
    assert title.span.of(lead) == title.text
    assert 0 < len(title.text) <= LONGEST


@at_least(60)
@given(
    st.lists(
        st.sampled_from(
            ["كلمة", "قال", "و", ". ", ".", "، ", "؟ ", "! ", "…", '"', "“", "”", "«", "»", "(",
             ")", " ", "2023", "3.5", "د.", "U.S.", "Mr. ", "The ", "\n", "- ", "ـ", "\u200f", "a"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_every_visible_character_of_the_body_is_in_exactly_one_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    body = [line for line in lines if line.of(text).strip()]
    sentences = split_sentences(text, body)
    covered = [i for sentence in sentences for i in range(*sentence.span)]
    assert covered == sorted(set(covered))
    inside = {i for span in body for i in range(*span)}
    assert set(covered) <= inside
    assert {i for i in inside if not text[i].isspace()} <= set(covered)
    for sentence in sentences:
        assert body[sentence.paragraph].start <= sentence.span.start
        assert sentence.span.end <= body[sentence.paragraph].end
        assert sentence.span.of(text) == sentence.span.of(text).strip()


@at_least(60)
@given(
    st.lists(st.sampled_from(DATE_WORDS), max_size=14), st.sampled_from([None, date(2025, 1, 17)])
)
def test_any_words_give_spans_in_order_and_real_dates(words: list[str], today: date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_dates(document_of(text, today)):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        if mention.iso:
            date.fromisoformat((mention.iso + "-01-01")[:10])


@at_least(60)
@given(st.lists(st.sampled_from(NUMBER_WORDS), max_size=14))
def test_any_words_give_spans_in_order_and_units_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    document = document_of(text)
    end = 0
    for number in find_numbers(document, find_dates(document)):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.unit is None or number.unit in text
        end = number.span.end
