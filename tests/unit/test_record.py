"""The analysis record: its contract holds for every text, and every line has its answer."""

from __future__ import annotations

import json
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pytest

from generator.commands.analyse import analyse_one, analyse_records, json_line, read_jsonl
from generator.parallel.engine import choose_engine
from tests.command import mujaz
from tests.contract import faults
from tests.quality.annotated import read_articles, read_knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.analysis.knowledge import Knowledge
    from generator.findings import Record

ARTICLES = {article.id: article for article in read_articles()}
DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: "\ufeff" + text,
    "bidi marks": lambda text: "\u202b" + text.replace(" ", " \u200f", 40) + "\u202c",
    "NUL": lambda text: text.replace(" ", "\x00 ", 20),
    "astral letters": lambda text: "😀 " + text.replace(" ", " 𝔸 ", 20),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "decomposed": lambda text: text.replace("أ", "ا\u0654").replace("آ", "ا\u0653"),
    "one line": lambda text: text.replace("\n", " "),
}


@cache
def knowledge() -> Knowledge:
    return read_knowledge()


@pytest.mark.parametrize("disguise", DISGUISES)
@pytest.mark.parametrize("name", ["strike-tunis", "two-stories-iraq", "ceasefire-english"])
def test_spans_hold_in_the_text_as_given(name: str, disguise: str) -> None:
    item = {"id": [name, 1], "text": DISGUISES[disguise](ARTICLES[name].text)}
    assert faults(item, analyse_one(knowledge(), item)) == []


@pytest.mark.parametrize("count", [1, 2, 6, 9, 100])
@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_a_summary_has_as_many_sentences_as_are_asked_for(article: Any, count: int) -> None:
    item = {"id": 7, "text": article.text, "summary_sentences": count}
    assert faults(item, analyse_one(knowledge(), item)) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ufuq-press", {"id": "ufuq-press", "text": "أفق برس", "span": None}),
        ("أفق برس", {"id": "ufuq-press", "text": "أفق برس", "span": None}),
        ("Elsewhere", {"id": None, "text": "Elsewhere", "span": None}),
    ],
)
def test_what_is_given_with_a_text_is_used(source: str, expected: Record) -> None:
    text = f"كلمة من المحرر\n\n{ARTICLES['strike-tunis'].text}"
    item = {"id": 1, "text": text, "title": "إضراب", "published": "2024-03-12", "source": source}
    record = analyse_one(knowledge(), item)
    assert faults(item, record) == []
    assert record["source"] == expected


def test_a_title_that_the_text_spells_otherwise_has_no_place() -> None:
    text = "الإضراب يشل الميناء اليوم\n\nقال وزير النقل إن الميناء توقف عن العمل منذ صباح اليوم."
    item = {"id": 1, "text": text, "title": "الاضراب يشل الميناء اليوم"}
    record = analyse_one(knowledge(), item)
    assert faults(item, record) == []
    assert record["title"]["span"] is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": 1}', "the record has no text"),
        ('{"id": 1, "text": 5}', "the record has no text"),
        ('{"id": 1, "text": "خبر", "title": 5}', "`title` is not a string"),
        ('{"id": 1, "text": "خبر", "source": 5}', "`source` is not a string"),
        ('{"id": 1, "text": "خبر", "published": "yesterday"}', "`published` is not a date"),
        ('{"id": 1, "text": "خبر", "summary_sentences": 0}', "`summary_sentences` is not"),
        ('{"id": 1, "text": "اقرأ أيضا"}', "all of it is page furniture"),
        ('{"id": 1, "text"', "line 2 is not JSON"),
        ("[1]", "line 2 is not a JSON object"),
        ('{"id": NaN, "text": "خبر"}', "line 2 is not JSON: NaN is not a finite number"),
        ('{"id": 1, "text": 1e999}', "line 2 is not JSON: 1e999 is not a finite number"),
        ("[" * 100_000, "line 2 is not JSON"),
    ],
)
def test_a_line_that_fails_is_said_and_the_rest_goes_on(line: str, said: str) -> None:
    good = json.dumps({"id": "a", "text": "وصل الوفد إلى المدينة اليوم."})
    lines = read_jsonl(f"{good}\n{line}\n\n{good}\n".encode().splitlines())
    first, bad, last = analyse_records(lines, knowledge(), choose_engine("local", 1))
    assert first == last == partial(analyse_one, knowledge())(json.loads(good))
    assert said in bad["error"]
    assert bad["id"] == (None if "line 2" in said else 1)


@pytest.mark.parametrize("field", ["id", "text", "title", "source"])
def test_half_a_character_costs_no_other_line(field: str) -> None:
    item = {"id": "a", "text": "وصل الوفد إلى المدينة اليوم.", field: "\ud800 وصل الوفد أمس."}
    (given,) = read_jsonl([json.dumps(item).encode()])
    line = json_line(analyse_one(knowledge(), given))
    assert line.count(b"\n") == 1
    assert json.loads(line.decode())["id"] == item["id"]


def test_a_field_that_is_called_error_is_like_any_other_unknown_one() -> None:
    item = {"id": "a", "text": "وصل الوفد إلى المدينة اليوم.", "error": None}
    assert faults(item, analyse_one(knowledge(), item)) == []
    assert analyse_one(knowledge(), item)["sentences"]


@pytest.mark.slow
def test_the_command_fails_where_a_line_does() -> None:
    lines = [{"id": "b", "text": ARTICLES["strike-tunis"].text}, {"id": "a", "text": ""}]
    done = mujaz("analyse", "--jsonl", given="\n".join(json.dumps(line) for line in lines))
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in records] == ["b", "a"]
    assert [faults(*pair) for pair in zip(lines, records, strict=True)] == [[], []]
    assert date.fromisoformat(records[0]["published"] or "2024-01-01")
