"""What has not changed is taken over without copying."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from generator.publish import link_unchanged, open_publication
from tests.publishing import pages, publish, read, write

if TYPE_CHECKING:
    from pathlib import Path

A, B = pages("a"), pages("b", 4)


def test_unchanged_files_are_the_same_files(site: Path) -> None:
    publish(site, A)
    inodes = {name: (site / name).stat().st_ino for name in A}
    with open_publication(site) as building:
        write(building.staging, {"new.html": b"new"})
        assert link_unchanged(site, building.staging, [*A, "gone.html"]) == ["gone.html"]
        building.commit()
    assert read(site) == {**A, "new.html": b"new"}
    assert {name: (site / name).stat().st_ino for name in A} == inodes


def test_without_hard_links_files_are_copied(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*arguments: object, **options: object) -> NoReturn:
        raise OSError(errno.EPERM, "Operation not permitted")

    publish(site, A)
    monkeypatch.setattr(os, "link", unsupported)
    with open_publication(site) as building:
        link_unchanged(site, building.staging, A)
        building.commit()
    assert read(site) == A


def test_a_file_that_is_already_there_is_not_replaced(site: Path, tmp_path: Path) -> None:
    publish(site, A)
    write(tmp_path / "staging", {"index.html": b"newer"})
    with pytest.raises(FileExistsError):
        link_unchanged(site, tmp_path / "staging", ["index.html"])
    assert (tmp_path / "staging" / "index.html").read_bytes() == b"newer"


@pytest.mark.parametrize("path", ["../x", "/etc/hostname", "a/../../x", ""])
def test_nothing_outside_the_site_is_taken_over(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="is not a path inside the site"):
        link_unchanged(tmp_path / "old", tmp_path / "new", [path])


def test_links_are_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "leak").symlink_to("/etc/hostname")
    assert link_unchanged(tmp_path / "old", tmp_path / "new", ["leak"]) == ["leak"]
