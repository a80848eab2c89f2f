"""Broken projects: each folder of ``tests/broken`` with the lines that must be said about it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.load.project import load_content

if TYPE_CHECKING:
    from generator.model import Content

BROKEN = Path(__file__).parents[2] / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir())


@cache
def load(case: str) -> Content:
    return load_content(BROKEN / case)


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_about_a_broken_project(case: str) -> None:
    said = [str(problem) for problem in load(case).problems]
    assert said == (BROKEN / case / "expected.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_what_is_sound_is_read_and_nothing_else(case: str) -> None:
    content = load(case)
    broken = {problem.path for problem in content.problems if problem.severity == "error"}
    assert broken.isdisjoint(article.path for article in content.articles)
    assert broken.isdisjoint(override.path for override in content.overrides)
    assert broken.isdisjoint(f"content/topics/{topic}.yml" for topic in content.topics)
    control = "content/articles/treaty.txt"
    there = (BROKEN / case / control).is_file() and control not in broken
    assert there == (control in {article.path for article in content.articles})
