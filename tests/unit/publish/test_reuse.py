"""What has not changed is taken over without copying."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from generator.publish import link_unchanged, open_publication
from tests.publishing import Pages, beside, pages, publish, read, write

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


def publish_with(spare: Path, site: Path, kept: list[str], fresh: Pages) -> None:
    with open_publication(site, spare=spare) as building:
        write(building.staging, fresh)
        assert building.take_over(kept) == []
        building.commit()


def test_the_replaced_tree_becomes_the_next(site: Path, tmp_path: Path) -> None:
    spare = tmp_path / "cache/spare"
    folder = "ar/articles/a0"
    publish_with(spare, site, [], A)
    # CI builds once in a fresh checkout: the cache that it keeps must hold no whole site.
    assert not spare.exists()
    publish_with(spare, site, [], B)
    assert read(spare) == A
    inode = (spare / folder).stat().st_ino
    back = {name: content for name, content in A.items() if name != "index.html"}
    publish_with(spare, site, ["index.html"], back)
    assert read(site) == {**A, "index.html": B["index.html"]}
    assert (site / folder).stat().st_ino == inode
    assert not (site / "ar/articles/b0").exists()
    assert beside(site) == ["cache"]


def test_a_file_and_a_folder_may_change_places(site: Path, tmp_path: Path) -> None:
    spare = tmp_path / "cache/spare"
    states: list[Pages] = [{"x": b"1", "y/z": b"2"}, {"k": b"3"}, {"x/a": b"4", "y": b"5"}]
    for state in [*states, *states]:
        publish_with(spare, site, [], state)
        assert read(site) == state


def test_nothing_in_a_spare_tree_is_believed(site: Path, tmp_path: Path) -> None:
    spare = tmp_path / "cache/spare"
    publish_with(spare, site, [], A)
    publish_with(spare, site, list(A), {"new.html": b"new"})
    (spare / "index.html").unlink()
    (spare / "index.html").write_bytes(b"forged")
    (spare / "more/deep").mkdir(parents=True)
    (spare / "more/deep/x.html").write_bytes(b"more")
    publish_with(spare, site, [*A, "new.html"], {})
    assert read(site) == {**A, "new.html": b"new"}
    assert not (site / "more").exists()


@pytest.mark.parametrize("link", ["spare", "spare/link", "spare/ar"])
def test_links_in_a_spare_tree_lead_nowhere(site: Path, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    write(outside, A)
    publish(site, A)
    cache = tmp_path / "cache"
    if link != "spare":
        write(cache / "spare", {"index.html": b"x"})
    cache.mkdir(exist_ok=True)
    (cache / link).symlink_to(outside)
    publish_with(cache / "spare", site, ["index.html"], {"ar/articles/a0/index.html": b"new"})
    assert read(site) == {"index.html": A["index.html"], "ar/articles/a0/index.html": b"new"}
    assert read(outside) == A


def test_a_new_file_does_not_write_through_to_the_site_that_still_stands(
    site: Path, tmp_path: Path
) -> None:
    spare = tmp_path / "cache/spare"
    publish_with(spare, site, [], A)
    publish_with(spare, site, list(A), {})
    with open_publication(site, spare=spare) as building:
        write(building.staging, {"index.html": b"new"})
        building.take_over([name for name in A if name != "index.html"])
        assert read(site) == A
    assert read(site) == A
    assert beside(site) == ["cache"]


def test_where_no_spare_tree_can_be_kept_it_is_done_without(site: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file")
    publish_with(tmp_path / "cache/spare", site, [], A)
    publish_with(tmp_path / "cache/spare", site, list(A), {"new.html": b"new"})
    assert read(site) == {**A, "new.html": b"new"}
    assert beside(site) == ["cache"]
