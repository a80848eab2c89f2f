"""Whatever working on an article does to its process, the build leaves out that article alone."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from generator.parallel import run_all
from tests.misbehaviour import TOO_SLOW, WHAT_HAPPENS

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
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


def test_each_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n"
    )
    sound = [f"sound-{number}" for number in range(4)]
    for name in (*sound, *WHAT_HAPPENS, *TOO_SLOW):
        text = f"خبر {name}\n\nقال المتحدث إن العمل يبدأ يوم الأحد.\n"
        (tmp_path / f"content/articles/{name}.txt").write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "build", "-C", str(tmp_path), "--workers", "2"],
        cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    for name, error in WHAT_HAPPENS.items():
        message = f"content/articles/{name}.txt: the article could not be analysed ({error})"
        assert message in done.stderr + done.stdout
    for name in TOO_SLOW:
        message = f"{name}.txt: the article could not be analysed (it took more than 0.5 seconds)"
        assert message in done.stderr + done.stdout
    published = {path.parent.name for path in tmp_path.glob("site/ar/articles/*/index.html")}
    assert published == set(sound)


def test_what_an_article_may_cost() -> None:
    budget = inspect.signature(run_all).parameters
    assert budget["timeout"].default == 5
    assert budget["memory_mb"].default == 1024
