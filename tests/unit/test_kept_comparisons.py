"""A comparison is made anew where something it is made of has changed, and only there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.build import assemble
from generator.compare import compare
from generator.config import Settings
from generator.model import Bilingual
from generator.pages import renderer
from generator.report import Report
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compare import Comparison

pytestmark = pytest.mark.slow


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Comparison]:
    """Return the list that grows with every comparison that is made."""
    found: list[Comparison] = []

    def counted(*given: object) -> Comparison:
        found.append(compare(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(renderer, "compare", counted)
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    return tmp_path


def compared(project: Path) -> list[Comparison]:
    """Build as a new process would, and return all comparisons."""
    settings = Settings(project, Bilingual("موجز", "Mujaz"), workers=1)
    site = assemble(settings, Report())
    return [site.renderer.comparison(story) for story in site.renderer.linked.stories]


def test_it_is_kept_until_one_of_its_articles_changes(
    project: Path, made: list[Comparison]
) -> None:
    first = compared(project)
    assert made == first != []
    assert compared(project) == first
    assert len(made) == len(first), "nothing was made a second time"
    article = project / "content/articles/treaty-signed-moscow.txt"
    article.write_text(article.read_text("utf-8").replace("47 مادة", "48 مادة"), "utf-8")
    assert compared(project) == made[len(first) :] != first
    assert len(list((project / ".cache/mujaz/compared").glob("*.entry"))) == len(first)


def test_it_is_made_anew_where_a_topic_has_another_name(
    project: Path, made: list[Comparison]
) -> None:
    first = compared(project)
    topic = project / "content/topics/iran.yml"
    topic.write_text(topic.read_text("utf-8").replace("en: Iran", "en: Persia", 1), "utf-8")
    compared(project)
    assert len(made) > len(first)
