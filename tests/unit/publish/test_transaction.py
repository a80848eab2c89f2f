"""Publishing is a transaction: the old site or the new one, whatever happens."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NoReturn

import pytest

from generator.publish import open_publication, publication
from generator.publish.leftovers import Role, lock_file, new_name, recover
from tests.publishing import beside, message_of, pages, publish, read, write

if TYPE_CHECKING:
    from pathlib import Path

A, B = pages("a"), pages("b", 4)


# --- what a good build does -----------------------------------------------------------------


def test_first_and_second_site_take_their_place_whole(site: Path) -> None:
    publish(site, A)
    assert read(site) == A
    publish(site, B)
    assert read(site) == B
    assert beside(site) == []


def test_the_old_site_stands_until_the_commit(site: Path) -> None:
    publish(site, A)
    with open_publication(site) as building:
        write(building.staging, B)
        assert read(site) == A
        building.commit()
        assert read(site) == B


def test_an_empty_folder_and_missing_parents_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    publish(tmp_path / "empty", A)
    publish(tmp_path / "not" / "yet" / "site", A)
    assert read(tmp_path / "empty") == read(tmp_path / "not" / "yet" / "site") == A


def test_web_servers_may_read_the_site(site: Path) -> None:
    before = os.umask(0o022)
    try:
        publish(site, A)
    finally:
        os.umask(before)
    assert stat.S_IMODE(site.stat().st_mode) == 0o755


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    publish(tmp_path / "one", A)
    publish(tmp_path / "two", dict(reversed(A.items())))
    marker = ".mujaz-site"
    assert (tmp_path / "one" / marker).read_bytes() == (tmp_path / "two" / marker).read_bytes()


# --- what a failed build leaves -------------------------------------------------------------


def fail(*arguments: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_an_exception_leaves_the_old_site_and_nothing_else(site: Path) -> None:
    publish(site, A)

    def build() -> NoReturn:
        with open_publication(site) as building:
            write(building.staging, B)
            raise KeyError

    message_of(build, KeyError)
    assert read(site) == A
    assert beside(site) == []


def test_leaving_without_commit_publishes_nothing(site: Path) -> None:
    with open_publication(site) as building:
        write(building.staging, A)
    assert not site.exists()
    assert beside(site) == []


def test_an_ended_publication_can_be_aborted_but_not_committed(site: Path) -> None:
    with open_publication(site) as building:
        building.commit()
        building.abort()
        with pytest.raises(ValueError, match="this publication has ended"):
            building.commit()


@pytest.mark.parametrize("size", range(1, sum(map(len, B.values())), 500))
def test_a_disk_that_fills_up_while_the_pages_are_written(site: Path, size: int) -> None:
    publish(site, A)

    def build() -> None:
        room = size
        with open_publication(site) as building:
            for name, content in B.items():
                write(building.staging, {name: content[:room]})
                room -= len(content)
                if room < 0:
                    fail()
            building.commit()

    message = f"{site}: The disk is full. Free some space and build again."
    assert message_of(build) == message
    assert read(site) == A
    assert beside(site) == []


@pytest.mark.parametrize("step", ["write_marker", "sync_tree", "exchange"])
def test_a_disk_that_fills_up_during_the_commit(
    site: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, A)
    monkeypatch.setattr(publication, step, fail)
    assert "The disk is full" in message_of(lambda: publish(site, B))
    assert read(site) == A
    assert beside(site) == []


def test_a_disk_too_full_for_the_lock(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(site, A)
    monkeypatch.setattr(os, "ftruncate", fail)
    assert "The disk is full" in message_of(lambda: publish(site, B))
    assert beside(site) == []


def test_a_page_that_is_missing_stops_the_publication(site: Path) -> None:
    publish(site, A)
    assert message_of(lambda: publish(site, {"about.html": b""})) == (
        f"{site}: The built site lacks index.html, so it is not published. "
        "See what the build has reported before."
    )
    assert read(site) == A


def test_a_link_in_the_built_site_is_refused(site: Path) -> None:
    def build() -> None:
        with open_publication(site) as building:
            (building.staging / "leak").symlink_to("/etc/hostname")
            building.commit()

    assert "neither a file nor a folder" in message_of(build)
    assert not site.exists()


def test_an_interrupt_during_the_cleaning_does_not_stop_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, A)
    calls: list[Path] = []

    def interrupted(folder: Path) -> None:
        calls.append(folder)
        if len(calls) == 2:  # the first is that of opening
            raise KeyboardInterrupt
        recover(folder)

    monkeypatch.setattr(publication, "recover", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(site, B)
    assert read(site) == B
    assert beside(site) == []


def test_an_interrupt_while_opening_leaves_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = type(site).mkdir

    def interrupted(folder: Path, *arguments: object, **options: object) -> None:
        make(folder, *arguments, **options)  # type: ignore[arg-type]
        if "staging" in folder.name:
            raise KeyboardInterrupt

    monkeypatch.setattr(type(site), "mkdir", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_publication(site)
    assert beside(site) == []


# --- what a killed build leaves -------------------------------------------------------------


def test_litter_of_killed_builds_goes(site: Path) -> None:
    publish(site, A)
    roles: tuple[Role, ...] = ("staging", "old")
    for role in roles:
        write(new_name(site, role), B)
    lock_file(site).write_text("4711")
    (site.parent / ".site.mujaz-staging-notes").mkdir()
    publish(site, B)
    assert read(site) == B
    assert beside(site) == [".site.mujaz-staging-notes"]


def test_litter_with_read_only_folders_goes_too(site: Path) -> None:
    litter = new_name(site, "staging")
    write(litter, A)
    (litter / "ar" / "articles").chmod(0o500)
    publish(site, A)
    assert beside(site) == []


def test_a_site_lost_between_two_renames_comes_back(site: Path) -> None:
    publish(site, A)
    site.rename(new_name(site, "old"))
    with open_publication(site):
        assert read(site) == A
    assert read(site) == A
    assert beside(site) == []
