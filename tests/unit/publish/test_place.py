"""Where no site may be, and what is never deleted."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from generator.errors import UsageError
from generator.publish import open_publication
from tests.publishing import beside, message_of, pages, publish, read, write

if TYPE_CHECKING:
    from pathlib import Path

A, B = pages("a"), pages("b", 4)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("content", "is or lies in PROJECT/content, which publishing must not touch"),
        ("content/site", "is or lies in PROJECT/content, which publishing must not touch"),
        ("content/../content/x", "is or lies in PROJECT/content, which publishing must not touch"),
        ("alias/site", "is or lies in PROJECT/content, which publishing must not touch"),
        (".", "holds PROJECT/content, which publishing would delete"),
        ("..", "holds PROJECT/content, which publishing would delete"),
        ("file", "is a file"),
        ("/", "is the root of the file system"),
        ("/proc", "is a mount point, which can't be swapped in one step"),
    ],
)
def test_where_no_site_may_be(tmp_path: Path, place: str, message: str) -> None:
    project = tmp_path / "project"
    (project / "content" / "articles").mkdir(parents=True)
    (project / "alias").symlink_to("content")
    (project / "file").write_text("mine")
    wanted = f"The output folder {message}".replace("PROJECT", str(project))
    site = project / place
    assert message_of(lambda: open_publication(site, [project / "content"]), UsageError).startswith(
        f"{site.resolve()}: {wanted}. Choose "
    )
    assert (project / "file").read_text() == "mine"
    assert beside(project) == []


def test_the_home_folder_is_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "homes" / "me"))
    for place in (tmp_path / "homes" / "me", tmp_path / "homes"):
        with pytest.raises(UsageError, match="is, or holds, the home folder"):
            open_publication(place)
    publish(tmp_path / "homes" / "me" / "site", A)


def test_a_symbolic_link_is_no_site(site: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", A)
    site.symlink_to("elsewhere")
    assert message_of(lambda: open_publication(site), UsageError) == (
        f"{site}: The output folder is a symbolic link. Give the folder itself."
    )
    assert read(tmp_path / "elsewhere") == A


def test_a_folder_that_mujaz_has_not_written_is_kept(site: Path) -> None:
    write(site, A)
    assert message_of(lambda: publish(site, B)) == (
        f"{site}: The folder holds {next(iter(read(site)))} and was not written by mujaz. "
        "Delete the folder, or choose another folder with --site-dir."
    )
    assert read(site) == A
    assert beside(site) == []


@pytest.mark.parametrize("name", ["notes.txt", ".git/HEAD", "ar/articles/mine"])
def test_a_file_of_somebody_else_in_the_site_is_kept(site: Path, name: str) -> None:
    publish(site, A)
    write(site, {name: b"mine"})
    assert message_of(lambda: publish(site, B)) == (
        f"{site}: The folder holds {name}, which no build has put there. "
        "Move it away, or choose another folder with --site-dir."
    )
    assert read(site) == {**A, name: b"mine"}


def test_a_file_that_appears_during_the_build_is_kept(site: Path) -> None:
    publish(site, A)

    def build() -> None:
        with open_publication(site) as building:
            write(building.staging, B)
            write(site, {"notes.txt": b"mine"})
            building.commit()

    assert "The folder holds notes.txt, which no build has put there" in message_of(build)
    assert read(site) == {**A, "notes.txt": b"mine"}


def test_what_file_managers_leave_does_not_count(site: Path) -> None:
    publish(site, A)
    write(site, {"ar/.DS_Store": b"", "Thumbs.db": b""})
    publish(site, B)
    assert read(site) == B


@pytest.mark.parametrize("marker", ["", "[]", '{"files": 1}', "[" * 100_000])
def test_a_damaged_marker_claims_nothing(site: Path, marker: str) -> None:
    publish(site, A)
    (site / ".mujaz-site").write_text(marker)
    assert "was not written by mujaz" in message_of(lambda: publish(site, B))
    assert read(site) == A


READ_ONLY = "The folder can't be written to. Make it writable, or choose another folder with"


def test_a_read_only_site_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site, A)
    site.chmod(0o555)
    if os.geteuid() == 0:  # who may write anything: the system's answer has to be made up
        monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert message_of(lambda: publish(site, B)) == f"{site}: {READ_ONLY} --site-dir."
    assert read(site) == A


def test_a_read_only_parent_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site, A)
    if os.geteuid() == 0:

        def denied(*arguments: object) -> NoReturn:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(os, "open", denied)
    site.parent.chmod(0o555)
    message = message_of(lambda: publish(site, B))
    site.parent.chmod(0o755)
    assert message == f"{site}: {READ_ONLY} --site-dir."
    monkeypatch.undo()
    assert read(site) == A
    assert beside(site) == []
