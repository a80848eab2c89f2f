"""Every snippet of the documents is sound where it belongs, and every link leads somewhere."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.commands.check import check
from generator.commands.project import load_project
from generator.config import Settings
from generator.translate.options import make_provider, read_options
from tests.docs.documents import Piece, pieces
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "duma-ratifies-treaty"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    return tmp_path / "content"


def place(piece: Piece, content: Path) -> Path | None:
    """Return which file of a project a snippet is meant to be, None where it is none of content."""
    if piece.kind == "markdown":
        language = "ar" if "الملخص" in piece.text else "en"
        topic = "## Background" in piece.text or "الخلفية" in piece.text
        section = "topics/iran" if topic else f"articles/{ARTICLE}"
        return content / "overrides" / language / f"{section}.md"
    keys = yaml.safe_load(piece.text).keys()
    if {"kind", "name"} <= keys:
        name = yaml.safe_load(piece.text)["name"]["ar"]
        same = (p for p in content.glob("topics/*.yml") if f"ar: {name}," in p.read_text("utf-8"))
        return next(same, content / "topics" / "example.yml")
    if keys & {"published", "source", "title", "byline", "published_reason"}:
        return content / "articles" / f"{ARTICLE}.yml"
    if all("-" in key or key.islower() for key in keys) and "name" in piece.text:
        sources = content / "sources.yml"
        return sources if "signatures" in piece.text else None
    return None


def check_settings(text: str, project: Path) -> None:
    """Read a part of ``mkdocs.yml`` as commands read the whole."""
    config = (REPOSITORY / "mkdocs.yml").read_text("utf-8").partition("plugins:")[0] + text
    (project / "mkdocs.yml").write_text(config, "utf-8")
    _, plugin = load_project(project, strict=True)
    make_provider(None, read_options(plugin.config.translate), {})


@pytest.mark.parametrize("piece", pieces("yaml", "yml", "markdown", "md"), ids=str)
def test_a_snippet_loads_with_no_problem(piece: Piece, content: Path) -> None:
    if "plugins:" in piece.text:
        check_settings(piece.text, content.parent)
        return
    path = place(piece, content)
    if path is None:
        assert yaml.safe_load(piece.text), "a snippet that says nothing"
        return
    before = path.read_text("utf-8") if path.name == "sources.yml" else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before + piece.text, "utf-8")
    assert [str(problem) for problem in check(Settings(content.parent, workers=0))] == []


@pytest.mark.parametrize("piece", pieces("link"), ids=lambda p: f"{p}-{p.text}")
def test_a_link_leads_somewhere(piece: Piece) -> None:
    target = piece.text.partition("#")[0]
    if "://" not in target and not target.startswith("mailto:"):
        assert (piece.path.parent / target).exists()


@pytest.mark.parametrize("piece", pieces("code"), ids=lambda p: f"{p}-{p.text}")
def test_a_place_in_the_code_is_there(piece: Piece) -> None:
    if re.fullmatch(
        r"(generator|templates|tests|schemas|\.github)/[\w./-]*|\.[\w-]+\.yml", piece.text
    ):
        assert (REPOSITORY / piece.text).exists()
