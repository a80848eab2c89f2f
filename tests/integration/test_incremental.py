"""Whatever is edited, an incremental build gives the site that a clean one gives, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from generator.commands.build import run_build
from tests.random_edits import Editor, rot

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SERIES = int(os.environ.get("MUJAZ_SERIES", "1"))
BUILDS = 10
INPUTS = ("content", "mkdocs.yml", "templates")


def build(folder: Path) -> dict[str, bytes]:
    run_build(folder, None, strict=False, workers=1)
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def build_clean(project: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    for name in INPUTS:
        if (project / name).is_dir():
            shutil.copytree(project / name, folder / name)
        elif (project / name).exists():
            shutil.copy(project / name, folder)
    site = build(folder)
    shutil.rmtree(folder)
    return site


@pytest.mark.parametrize("seed", range(SERIES))
def test_incremental_and_clean_builds_are_the_same(tmp_path: Path, seed: int) -> None:
    project = tmp_path / "project"
    editor = Editor(project, seed)
    build(project)
    done: list[list[str]] = []
    for turn in range(BUILDS):
        done.append([editor.edit() for _ in range(1 + turn % 3)])
        incremental, clean = build(project), build_clean(project, tmp_path / f"clean {turn}")
        assert incremental.keys() == clean.keys(), done
        different = [path for path in clean if incremental[path] != clean[path]]
        assert different == [], done


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_damaged_in_the_cache_is_made_again(tmp_path: Path, seed: int) -> None:
    project, chance = tmp_path / "project", random.Random(seed)  # noqa: S311
    editor = Editor(project, seed)
    build(project)
    editor.edit()
    site = build(project)
    entries = sorted((project / ".cache/mujaz").glob("*/*.entry"))
    assert len({path.parent.name for path in entries}) >= 3
    for path in entries:
        rot(path, chance)
    assert build(project) == site
    one, *others = chance.sample(sorted((project / ".cache/mujaz").glob("analysis/*.entry")), 4)
    for path in others:
        shutil.copy(one, path)  # sound, but of another article
    (project / "content/articles/new.txt").write_text("عنوان\n\nقال المتحدث إن العمل بدأ.\n")
    assert build(project) == build_clean(project, tmp_path / "clean")
