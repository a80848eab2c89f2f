from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.compare import COLUMNS, compare
from tests.briefings import make_briefing
from tests.fixtures import Case, read_fixture

if TYPE_CHECKING:
    from generator.briefing import Briefing
    from generator.compare import Comparison
    from generator.compare.facts import Fact
    from generator.compare.table import Place

CASES = read_fixture("compare.md")
TOPICS = CASES[0].given


def compared(briefing: Briefing) -> Comparison:
    topics = {key: found.topic for key, found in briefing.topics.items()}
    return compare([*briefing.articles.values()], topics)


def _words(briefing: Briefing, place: Place) -> str:
    return place.span.of(briefing.articles[place.article].article.text)


def _fact(comparison: Comparison, fact: Fact, unit: str) -> str:
    names = [c.source or c.articles[0] for c in comparison.columns]
    given = [any(cells) for cells in zip(*(row for _, row in fact.values), strict=True)]
    values = ", ".join(sorted({v for v, _ in fact.values if unit or v == fact.label}))
    where = ", ".join(name for name, gives in zip(names, given, strict=True) if gives)
    return f"{'=' if fact.agrees else '≠'} {values}{unit} ({fact.topic}): {where}"


def _lines(briefing: Briefing) -> list[str]:
    found = compared(briefing)
    lines = [
        f"{d.kind}: {d.topics[0]} | {_words(briefing, d.first)} / {_words(briefing, d.second)}"
        for d in found.differences
    ]
    lines += [_fact(found, fact, f" {fact.label}") for fact in found.numbers]
    lines += [_fact(found, fact, "") for fact in found.dates]
    lines += [
        f"{w.topic}: "
        + "; ".join(f"{n.text} {' '.join(str(len(c)) for c in n.row)}" for n in w.names)
        for w in found.wordings
    ]
    return lines


@pytest.mark.parametrize("case", CASES[1:], ids=str)
def test_compare(case: Case) -> None:
    assert "\n".join(_lines(make_briefing(TOPICS, case.given))) == case.expected


def test_a_denial_is_quoted_with_what_it_denies() -> None:
    briefing = make_briefing(TOPICS, CASES[1].given)
    denial = compared(briefing).differences[0]
    assert (denial.first.sentence, denial.first.lead) == (1, 1)


def test_columns_are_few_and_coverage_counts_all_topics() -> None:
    articles = "\n".join(
        f"== a{n:02} 2025-01-{n + 1:02}\nزار ترامب روسيا و{'إيران' if n else 'طهران'}."
        for n in range(12)
    )
    briefing = make_briefing(TOPICS, articles)
    found = compared(briefing)
    assert (len(found.columns), found.left_out) == (COLUMNS, 12 - COLUMNS)
    assert found.coverage.topics == 3
    assert found.coverage.by_all == 3
    assert [topic for topic, _ in found.coverage.rows] == ["iran", "russia", "trump"]


def test_silence_is_shown() -> None:
    briefing = make_briefing(TOPICS, "== a sky\nزار ترامب روسيا.\n== b asharq\nزار ترامب طهران.")
    found = compared(briefing).coverage
    assert (found.topics, found.by_all, found.by_one) == (3, 1, 2)
    assert {topic: [len(cell) for cell in row] for topic, row in found.rows} == {
        "trump": [1, 1],
        "russia": [0, 1],
        "tehran": [1, 0],
    }
