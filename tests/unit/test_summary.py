"""Summaries: tests/fixtures/summary.md, and what holds for every summary."""

from __future__ import annotations

import pytest

from generator.analysis.summary import summarise
from generator.analysis.summary.balance import is_balanced
from generator.findings import Mention
from generator.model import Span, TopicId
from tests.documents import document_of
from tests.fixtures import Case, read_fixture

CASES = read_fixture("summary.md")


def read(case: Case) -> tuple[str, int | None]:
    first, _, rest = case.given.partition("\n")
    return (rest, int(first.split()[1])) if first.startswith("count: ") else (case.given, None)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fixture(case: Case) -> None:
    text, count = read(case)
    summary = summarise(document_of(text), (), count)
    assert [sentence.span.of(text) for sentence in summary] == case.expected.split("\n")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_sentences_are_whole_in_order_and_their_shares_add_up(case: Case) -> None:
    text, count = read(case)
    document = document_of(text)
    summary = summarise(document, (), count)
    spans = [sentence.span for sentence in summary]
    assert spans == sorted(spans)
    assert set(spans) <= {s.span for s in document.sentences if s.kind == "sentence"}
    for sentence in summary:
        assert sentence.score == pytest.approx(sum(sentence.parts.values()), abs=1e-3)
        assert sentence.parts["position"] == max(sentence.parts.values())


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7])
def test_a_count_is_kept_even_where_it_needs_poor_sentences(count: int) -> None:
    text = "هل نجح؟ وأضاف أنه نجح في كل شيء أراده. (كما قال. نعم. لماذا؟ وهو ما حدث فعلا أمس."
    sentences = document_of(text).sentences
    assert len(summarise(document_of(text), (), count)) == min(count, len(sentences))


def test_nothing_to_choose_from() -> None:
    assert summarise(document_of(""), ()) == ()
    assert summarise(document_of("وصل الوفد إلى المدينة صباح اليوم."), (), 0) == ()


def test_topics_count_as_what_the_article_is_about() -> None:
    text = "وصل الوفد إلى المدينة القديمة صباحا. وزار الوفد المتحف الكبير في المساء أيضا."
    mention = Mention(TopicId("museum"), Span(text.index("المتحف"), text.index("المتحف") + 6))
    (chosen,) = summarise(document_of(text), (mention,))
    assert chosen.parts["topics"] == 0
    both = summarise(document_of(text), (mention,), 2)
    assert both[1].parts["topics"] > 0


@pytest.mark.parametrize(
    ("sentence", "balanced"),
    [
        ("قال «نعم» ومضى.", True), ("قال ”نعم“ ومضى.", True), ('قال "نعم" ومضى.', True),
        ("قال “نعم” (ثم مضى).", True), ("قال “نعم ومضى.", False), ("(قال نعم ومضى.", False),
        ("قال نعم) ومضى.", False), ("قال «نعم (ثم» مضى).", False), ('قال "نعم" و"لا ومضى.', False),
    ],
)  # fmt: skip
def test_balance(sentence: str, balanced: bool) -> None:
    assert is_balanced(sentence) == balanced
