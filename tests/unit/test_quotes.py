from __future__ import annotations

import time

import pytest

from generator.analysis.mentions import build_matcher, find_mentions
from generator.analysis.quotes import find_quotes
from generator.analysis.quotes.lexicon import speech_words
from generator.analysis.quotes.marks import find_quoted
from tests.fixtures import Case, read_fixture
from tests.unit.documents import make_document, make_topics, script_of

CASES = read_fixture("quotes.md")
TOPICS = make_topics(CASES[0].given)
MATCHER = build_matcher(TOPICS.values())


def _quotes(text: str) -> list[str]:
    document = make_document(text, language=script_of(text))
    found = find_quotes(document, find_mentions(document, MATCHER), TOPICS)
    for quote in found:
        assert quote.speaker is None or quote.speaker.text in text
        assert quote.verb is not None
        assert quote.verb in text
    return [
        " | ".join(
            (
                quote.verb or "-",
                quote.speaker.text if quote.speaker else "-",
                (quote.speaker.topic if quote.speaker else None) or "-",
                quote.span.of(text),
            )
        )
        for quote in found
    ]


@pytest.mark.parametrize("case", CASES[1:], ids=str)
def test_quotes(case: Case) -> None:
    assert "\n".join(_quotes(case.given)) == case.expected


def test_no_marks_no_work() -> None:
    assert _quotes("قال بوتين إن العلاقات قوية ومتينة جدا") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال "أ ب" و"ج د" ثم', ["أ ب", "ج د"]),
        ("«أ “ب” ج»", ["أ “ب” ج"]),
        ("”أ ب“ ثم ”ج د“", ["أ ب", "ج د"]),
        ('قال:"نعم"و"لا"', ["نعم", "لا"]),
        ('"أ "ب" ج" بعد', ['أ "ب" ج']),
        ('الحياة". من جهتها "قالت" نعم', ["قالت"]),
        ("“أ ب “ج د” ه", ["ج د"]),
        ("قال “نعم، ” وخرج", ["نعم"]),
        ('"أ ب', []),
        ("بلا علامات", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quoted(text, 0, len(text))] == expected


def test_a_form_of_speech_knows_its_conjunction() -> None:
    words = speech_words()
    assert words["قال"].kind == "say"
    assert not words["قال"].conjunction
    assert words["وقالت"].conjunction
    assert words["وقالت"].gender == "f"
    assert "ورد" not in words


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "“" * 8_000,
        '" ' * 8_000,
        'قال "' * 5_000,
        "وأضاف أن ذلك " * 2_000 + '"انتهى كل شيء الآن"',
        'قال الرئيس الروسي إن "كل شيء على ما يرام". وصل الرئيس الروسي فلاديمير بوتين. ' * 600,
    ],
    ids=["openers", "loose marks", "verbs and marks", "one sentence", "titles"],
)
def test_no_input_takes_long(text: str) -> None:
    document = make_document(text)
    mentions = find_mentions(document, MATCHER)
    begin = time.process_time()
    find_quotes(document, mentions, TOPICS)
    assert time.process_time() - begin < 1
