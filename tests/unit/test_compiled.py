"""Compiled templates: kept for the next process where installed, never believed when damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.compiled import CompiledTemplates
from generator.config import shipped_templates

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "text.html.jinja"


def environment(folder: Path, templates: Path, *, trim: bool = False) -> Environment:
    """Return an environment of a new process, so to speak."""
    return Environment(  # noqa: S701 - nothing is rendered
        loader=FileSystemLoader(templates),
        bytecode_cache=CompiledTemplates(folder),
        trim_blocks=trim,
    )


def compiled(made: Environment, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether ``made`` compiles the template when it is asked for it."""
    compile_it = Mock(side_effect=made.compile)
    monkeypatch.setattr(made, "compile", compile_it)
    made.get_template(TEMPLATE)
    return compile_it.called


@pytest.fixture
def shipped() -> Path:
    return shipped_templates() / "pages"


def test_compiled_once(tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled(environment(tmp_path, shipped), monkeypatch)
    assert not compiled(environment(tmp_path, shipped), monkeypatch)
    assert compiled(environment(tmp_path, shipped, trim=True), monkeypatch)


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_damage_is_noticed(
    damage: bytes | None, tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled(environment(tmp_path, shipped), monkeypatch)
    (entry,) = tmp_path.iterdir()
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 1
    entry.write_bytes(bytes(data) if damage is None else damage)
    assert compiled(environment(tmp_path, shipped), monkeypatch)
    assert not compiled(environment(tmp_path, shipped), monkeypatch)


def test_a_project_s_own_are_kept_in_memory_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / TEMPLATE).write_text("{{ 1 }}", "utf-8")
    made = environment(tmp_path / "kept", own)
    assert compiled(made, monkeypatch)
    assert not (tmp_path / "kept").exists()
    again = Environment(loader=made.loader, bytecode_cache=made.bytecode_cache)  # noqa: S701
    assert not compiled(again, monkeypatch)
    (own / TEMPLATE).write_text("{{ 2 }}", "utf-8")
    last = Environment(loader=made.loader, bytecode_cache=made.bytecode_cache)  # noqa: S701
    assert last.get_template(TEMPLATE).render() == "2"


def test_a_folder_that_cannot_be_written_to_is_no_fault(
    tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert compiled(environment(tmp_path / "file", shipped), monkeypatch)
