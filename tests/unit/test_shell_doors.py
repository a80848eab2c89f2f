"""What comes into the site by way of MkDocs: hand-written pages, and limits from mkdocs.yml."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.structure.files import File, Files

from generator.errors import UsageError
from generator.load.limits import DEFAULTS, Limits
from generator.shell.config import limits_of
from generator.shell.written import read_written

if TYPE_CHECKING:
    from pathlib import Path


def found_by_mkdocs(pages: Path) -> Files:
    """Return all files below a folder, behind links too, as MkDocs does."""
    return Files(
        [
            File(os.path.relpath(os.path.join(folder, name), pages), str(pages), "site", True)  # noqa: PTH118
            for folder, _, names in os.walk(pages, followlinks=True)
            for name in names
        ]
    )


def read(project: Path, limits: Limits = DEFAULTS) -> tuple[dict[str, bytes], list[str]]:
    pages = project / "content/pages"
    files = found_by_mkdocs(pages)
    problems = read_written(files, pages, project, limits)
    return {file.src_uri: file.content_bytes for file in files}, [str(p) for p in problems]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content/pages/ar").mkdir(parents=True)
    (folder / "content/pages/ar/about.md").write_text("# صفحة")
    return folder


def test_pages_and_images_are_read(project: Path) -> None:
    (project / "content/pages/ar/map.png").write_bytes(b"\x89PNG")
    files, problems = read(project)
    assert files == {"ar/about.md": "# صفحة".encode(), "ar/map.png": b"\x89PNG"}
    assert problems == []


def test_what_was_checked_is_what_is_published(project: Path, tmp_path: Path) -> None:
    """A page that turns into a link after it was read does not lead anywhere."""
    pages = project / "content/pages"
    files = found_by_mkdocs(pages)
    assert read_written(files, pages, project, DEFAULTS) == []
    (tmp_path / "secret").write_text("secret")
    (pages / "ar/about.md").unlink()
    (pages / "ar/about.md").symlink_to(tmp_path / "secret")
    assert [file.content_string for file in files] == ["# صفحة"]


def test_links_are_not_followed(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("secret")
    (outside / "b.md").write_text("secret")
    (project / "content/pages/ar/file.md").symlink_to(outside / "a.md")
    (project / "content/pages/folder").symlink_to(outside)
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    why = "This is a symbolic link, and links are not followed. Put the real one here."
    assert problems == [f"content/pages/ar/file.md: {why}", f"content/pages/folder: {why}"]


def test_other_kinds_of_file_are_not_published(project: Path) -> None:
    for name in ("a.svg", "b.html", "c.js", "d.css", ".htaccess", "e.php"):
        (project / "content/pages" / name).write_text("x")
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    assert len(problems) == 6
    assert all("This kind of file is not published" in problem for problem in problems)


def test_devices_and_unreadable_texts_cost_only_themselves(project: Path) -> None:
    os.mkfifo(project / "content/pages/pipe.md")
    (project / "content/pages/bytes.md").write_bytes(b"\xff\xfe\xfa\x00\x01" * 9)
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    assert len(problems) == 2


def test_limits_hold_for_pages_and_images(project: Path) -> None:
    (project / "content/pages/big.png").write_bytes(b"x" * 11)
    _, problems = read(project, Limits(image_bytes=10))
    why = "The file is larger than 10 bytes. Shorten it, or raise “limits.image_bytes” in"
    assert problems == [f"content/pages/big.png: {why} mkdocs.yml."]


def test_limits_can_be_set() -> None:
    assert limits_of({}) == DEFAULTS
    assert limits_of({"article_bytes": 10, "html_seconds": 2.5}).html_seconds == 2.5


@pytest.mark.parametrize(
    "given",
    [{"articel_bytes": 1}, {"articles": 0}, {"articles": True}, {"articles": 1.5}, {"topics": "9"},
     {"html_seconds": float("nan")}],
)  # fmt: skip
def test_wrong_limits_are_named(given: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=f"`limits.{next(iter(given))}`"):
        limits_of(given)
