"""Files that vanish, change, or may not be read, cost only themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.load.project import load_content
from tests.command import mujaz
from tests.privileges import bow_to_permissions
from tests.unit.load.projects import ARTICLE, TOPIC, said, write

if TYPE_CHECKING:
    from pathlib import Path


def test_files_that_vanish_change_or_may_not_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(error: OSError) -> list[str]:
        def opened(*_args: object, **_keywords: object) -> int:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr("generator.load.files._open_file", opened)
            return said(load_content(project))

    path = "content/articles/treaty.txt"
    assert fail(FileNotFoundError(2, "gone")) == [
        f"{path}: It is gone since the build began. Build again."
    ]
    assert fail(PermissionError(13, "no")) == [
        f"{path}: It can't be read: permission denied. Give yourself the right to read it."
    ]
    assert fail(OSError(5, "Input/output\nerror")) == [
        f"{path}: It can't be read: Input/output\\nerror. Check the disk."
    ]


def test_a_file_that_keeps_changing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.load.files._read_once", lambda *_: (b"", True))
    assert said(load_content(project)) == [
        (
            "content/articles/treaty.txt: The file changes while it is read."
            " Build again when it is written."
        )
    ]


@pytest.mark.slow
def test_permissions_hold_for_the_administrator_too(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n")
    closed = write(project, "articles/closed.txt", ARTICLE)
    closed.chmod(0)
    write(project, "topics/iran.yml", TOPIC.format(kind="country", ar="إيران", en="Iran"))
    (project / "content/topics").chmod(0)
    done = mujaz("check", "-C", project, prepare=bow_to_permissions)
    (project / "content/topics").chmod(0o755)
    denied = "It can't be read: permission denied. Give yourself the right to read it."
    assert done.returncode == 1
    assert f"content/articles/closed.txt: {denied}" in done.stdout
    assert f"content/topics: {denied}" in done.stdout
    assert "treaty" not in done.stdout
