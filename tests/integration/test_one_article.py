"""Whatever working on an article does to its process, the build leaves out that article alone."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.parallel import run_all
from tests.command import mujaz
from tests.misbehaviour import TOO_SLOW, WHAT_HAPPENS
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

PROGRAM = """
from functools import partial
from generator.analysis import stage
from generator.cli import main
from tests.misbehaviour import WHAT_HAPPENS, TOO_SLOW, work

analyse = stage._analyse

def misbehave(knowledge, article):
    if article.id in (*WHAT_HAPPENS, *TOO_SLOW):
        work(article.id)
    return analyse(knowledge, article)

stage._analyse = misbehave
stage.choose_engine = partial(stage.choose_engine, timeout=0.5, memory_mb=50)
main()
"""
"""The command, where the analysis of an article does what the article's id says."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n"
    )
    return tmp_path


def published(project: Path) -> set[str]:
    return {path.parent.name for path in project.glob("site/ar/articles/*/index.html")}


def test_each_costs_only_itself(project: Path) -> None:
    sound = [f"sound-{number}" for number in range(4)]
    for name in (*sound, *WHAT_HAPPENS, *TOO_SLOW):
        text = f"خبر {name}\n\nقال المتحدث إن العمل يبدأ يوم الأحد.\n"
        (project / f"content/articles/{name}.txt").write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "build", "-C", str(project), "--workers", "2"],
        cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    for name, error in WHAT_HAPPENS.items():
        message = f"content/articles/{name}.txt: the article could not be analysed ({error})"
        assert message in done.stderr + done.stdout
    for name in TOO_SLOW:
        message = f"{name}.txt: the article could not be analysed (it took more than 0.5 seconds)"
        assert message in done.stderr + done.stdout
    assert published(project) == set(sound)


def test_what_holds_no_article_is_left_out_and_named(project: Path) -> None:
    texts = {
        "sound": "خبر جديد\n\nقال المتحدث إن العمل يبدأ يوم الأحد.\n".encode(),
        "damaged": "خبر آخر\n\nقال المتحدث إن العمل في جسر المدينة ينتهي الأحد ".encode()
        + b"\xc0\xbc\n",
        "empty": b"",
        "zeros": b"\xef\xbb\xbf\0\0\n",
        "marks": "\u064b\u064c ـــ".encode(),
        "furniture": "اقرأ أيضا\nشارك\nتويتر\nفيسبوك\nجميع الحقوق محفوظة\n".encode(),
    }
    for name, text in texts.items():
        (project / f"content/articles/{name}.txt").write_bytes(text)
    done = mujaz("build", "-C", project)
    assert done.returncode == 1  # else CI would unpublish an article whose file was emptied
    for name in texts.keys() - {"sound"}:
        assert f"content/articles/{name}.txt:" in done.stderr
    assert done.stderr.count(": warning: ") == 1  # of the damaged one, which is published
    assert published(project) == {"sound", "damaged"}


def test_what_an_article_may_cost() -> None:
    budget = inspect.signature(run_all).parameters
    assert budget["timeout"].default == 5
    assert budget["memory_mb"].default == 1024
