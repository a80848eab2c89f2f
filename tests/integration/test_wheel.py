"""As a stranger: Mujaz out of its wheel, a project in an empty folder, an article, a correction."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

ARTICLE = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة في موسكو يوم الجمعة بعد محادثات طويلة.\n"


def pip(*arguments: str | Path, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "-q", "--no-input", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def mujaz(tmp_path: Path) -> dict[str, str]:
    """Install the wheel alone; return the environment in which it is the one that runs."""
    wheels, installed = tmp_path / "wheels", tmp_path / "installed"
    built = ("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", wheels, REPOSITORY)
    pip(*built, folder=tmp_path)
    (wheel,) = wheels.iterdir()
    pip("install", "--no-deps", "--no-index", "--target", installed, wheel, folder=tmp_path)
    return os.environ | {"PYTHONPATH": str(installed)}


def run(environment: dict[str, str], folder: Path, *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_from_an_empty_folder_to_a_corrected_article(mujaz: dict[str, str], tmp_path: Path) -> None:
    briefing = tmp_path / "briefing"
    assert "write there where" not in run(mujaz, tmp_path, "new", "briefing")
    assert "1 warning." in run(mujaz, briefing, "build")
    run(mujaz, briefing, "new", "article", "treaty", given=ARTICLE)
    names = ("--kind", "place", "--ar", "موسكو", "--en", "Moscow")
    run(mujaz, briefing, "new", "topic", "moscow", *names)
    run(mujaz, briefing, "edit", "en/articles/treaty")
    page = briefing / "content/overrides/en/articles/treaty.md"
    text = page.read_text("utf-8").replace("# title: …", "title: A treaty is signed")
    page.write_text(text + "\n## Summary\n\nThe presidents signed it in Moscow.\n", "utf-8")
    assert "No problems found." in run(mujaz, briefing, "check")
    assert "0 errors, 0 warnings." in run(mujaz, briefing, "build", "--strict")
    html = (briefing / "site/en/articles/treaty/index.html").read_text("utf-8")
    assert "A treaty is signed" in html
    assert "topics/moscow/" in html


def test_its_ci_finds_the_mujaz_that_made_it(mujaz: dict[str, str], tmp_path: Path) -> None:
    run(mujaz, tmp_path, "new", "briefing")
    briefing, elsewhere = tmp_path / "briefing", tmp_path / "elsewhere"
    pip(
        "install", "--no-deps", "--no-index", "--target", elsewhere, "-r", "requirements.txt",
        folder=briefing,
    )  # fmt: skip
    again = os.environ | {"PYTHONPATH": str(elsewhere)}
    assert "1 warning." in run(again, briefing, "build")
