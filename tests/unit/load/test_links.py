"""What lies outside of ``content/`` stays there: no link is followed, nothing special is opened."""

from __future__ import annotations

import os
import socket
import stat
from typing import TYPE_CHECKING

import pytest

from generator.load import files
from generator.load.project import load_content
from tests.unit.load.projects import ARTICLE, LINK, SECRET, SPECIAL, ids, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "path",
    ["articles/link.txt", "articles/treaty.yml", "topics/x.yml", "overrides/en/home.md",
     "overrides/en/articles/treaty.md", "sources.yml", "link.txt", "pages/en/about.md"],
)  # fmt: skip
def test_links_to_files_are_not_followed(project: Path, path: str) -> None:
    link = project / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(project / "secret.txt")
    content = load_content(project)
    assert f"content/{path}: {LINK}" in said(content)
    assert SECRET not in repr(content)


@pytest.mark.parametrize(
    "path", ["articles/more", "topics", "overrides", "overrides/en", "overrides/en/topics", "pages"]
)
def test_links_to_folders_are_not_followed(project: Path, tmp_path: Path, path: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("iran.yml", "treaty.md", "secret.txt"):
        (outside / name).write_text(SECRET, "utf-8")
    link = project / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside)
    content = load_content(project)
    assert said(content) == [f"content/{path}: {LINK}"]
    assert ids(content) == ["treaty"]


@pytest.mark.parametrize("path", ["content", "content/articles"])
def test_the_content_itself_is_no_link(project: Path, path: str) -> None:
    folder = project / path
    folder.rename(project / "elsewhere")
    folder.symlink_to(project / "elsewhere")
    content = load_content(project)
    assert (ids(content), said(content)) == ([], [f"{path}: {LINK}"])


def test_the_project_folder_may_be_reached_by_a_link(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    assert ids(load_content(tmp_path / "link")) == ["treaty"]


def test_an_article_with_a_link_for_a_sidecar_is_left_out(project: Path) -> None:
    (project / "content/articles/treaty.yml").symlink_to(project / "secret.txt")
    content = load_content(project)
    assert ids(content) == []
    assert said(content) == [
        (
            "content/articles/treaty.txt: The article is left out because its sidecar is broken."
            " Mend content/articles/treaty.yml."
        ),
        f"content/articles/treaty.yml: {LINK}",
    ]


@pytest.mark.parametrize("kind", ["fifo", "socket", "device"])
def test_what_is_neither_file_nor_folder_is_not_opened(
    project: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "content/articles/special.txt"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        monkeypatch.chdir(path.parent)  # the name of a socket may be only so long
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    elif os.geteuid() == 0:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero never ends
    else:
        pytest.skip("only the administrator makes devices")
    content = load_content(project)
    assert said(content) == [f"content/articles/special.txt: {SPECIAL}"]
    assert ids(content) == ["treaty"]


@pytest.mark.parametrize("kind", ["link", "fifo"])
def test_a_file_swapped_after_listing_is_not_followed(
    project: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    treaty = project / "content/articles/treaty.txt"
    read_file = files.read_file

    def swap_and_read(*args: object) -> bytes:
        treaty.unlink()
        if kind == "link":
            treaty.symlink_to(project / "secret.txt")
        else:
            os.mkfifo(treaty)
        return read_file(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.load.articles.read_file", swap_and_read)
    message = LINK if kind == "link" else SPECIAL
    assert said(load_content(project)) == [f"content/articles/treaty.txt: {message}"]


def test_a_folder_swapped_for_a_link_while_it_is_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "treaty.txt").write_text(SECRET, "utf-8")
    articles = project / "content/articles"
    read_file = files.read_file

    def swap_and_read(*args: object) -> bytes:
        articles.rename(project / "away")
        articles.symlink_to(outside)
        return read_file(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.load.articles.read_file", swap_and_read)
    (article,) = load_content(project).articles
    assert article.text == ARTICLE
