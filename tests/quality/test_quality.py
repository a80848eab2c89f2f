"""The floors hold, and fall only with a reason."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.quality import floors
from tests.quality.annotated import read_article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quality.floors import Floor

HIGH: dict[str, Floor] = {"dates": {"floor": 90.0, "data": "a"}, "cases": {"floor": 7}}


def test_every_measure_reaches_its_floor() -> None:
    now = floors.new_floors(floors.take_measures(), floors.data_digest())
    short = floors.shortfalls(floors.read_floors(), now)
    assert not short, "\n".join([*short, "See what is wrong: python -m tests.quality"])


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({"dates": {"floor": 95.0, "data": "a"}, "cases": {"floor": 8}}, []),
        ({"dates": {"floor": 89.9, "data": "a"}, "cases": {"floor": 7}},
         ["dates fell from 90 to 89.9"]),
        ({"dates": {"floor": 90.0, "data": "b"}, "cases": {"floor": 7}},
         ["dates: its floor was measured on other data: python -m tests.quality --update"]),
        ({"dates": {"floor": 90.0, "data": "a"}, "cases": {"floor": 6}},
         ["cases fell from 7 to 6"]),
        ({"dates": {"floor": 90.0, "data": "a"}}, ["cases is measured no more"]),
        (HIGH | {"quotes": {"floor": 1.0, "data": "a"}},
         ["quotes has no floor yet: python -m tests.quality --update"]),
    ],
)  # fmt: skip
def test_what_falls_short_is_said(now: dict[str, Floor], said: list[str]) -> None:
    assert floors.shortfalls(HIGH, now) == said


def test_a_floor_rises_freely() -> None:
    result, refused = floors.raised(
        HIGH, {"dates": {"floor": 95.0, "data": "b"}, "cases": HIGH["cases"]}, None
    )
    assert not refused
    assert result["dates"] == {"floor": 95.0, "data": "b"}


def test_a_floor_falls_only_with_a_reason_that_stays(tmp_path: Path) -> None:
    lower: dict[str, Floor] = {"dates": {"floor": 80.0, "data": "b"}}
    _, refused = floors.raised(HIGH, lower, None)
    assert refused == ["cases is measured no more", "dates would fall from 90 to 80"]
    result, refused = floors.raised(HIGH, lower, "harder cases")
    assert not refused
    floors.write_floors(result, tmp_path / "floors.json")
    assert json.loads((tmp_path / "floors.json").read_text("utf-8")) == {
        "dates": {"floor": 80.0, "data": "b", "lowered": "harder cases"}
    }
    again, _ = floors.raised(floors.read_floors(tmp_path / "floors.json"), lower, None)
    assert again == result


@pytest.mark.parametrize(
    "source", ["title | a", "titel | a\n---\n", "a\n---\n", "body | a\n---\n[dats]\nb = c\n"]
)
def test_a_slip_in_an_annotated_article_is_no_empty_measure(source: str) -> None:
    with pytest.raises(ValueError, match=r"^name: "):
        read_article("name", source)


def test_marks_are_no_part_of_the_text() -> None:
    article = read_article("name", "# why\ntitle | أ\n\nbody  | ⟦ب:⟧ ج\n---\n[dates]\nج = -\n")
    assert article.text == "أ\n\nب: ج\n"
    assert [(p.kind, p.span.of(article.text)) for p in article.pieces] == [
        ("title", "أ"), ("furniture", "ب:"), ("body", " ج"),
    ]  # fmt: skip
    assert article.notes["dates"] == ("ج = -",)
