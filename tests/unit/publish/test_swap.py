"""The swap is one step, and the disk has everything before it."""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING

import pytest

from generator.publish import durable, exchange, open_publication, publication
from generator.publish.durable import sync_folder, sync_tree
from tests.publishing import beside, message_of, pages, publish, read, write

if TYPE_CHECKING:
    from pathlib import Path

A, B = pages("a"), pages("b", 4)


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can't swap two names in one step."""
    monkeypatch.setattr(exchange, "_swap", lambda _first, _second: False)


def test_the_swap_is_one_step(site: Path) -> None:
    publish(site, A)
    with open_publication(site) as building:
        before = building.staging.stat().st_ino, site.stat().st_ino
        assert exchange._swap(building.staging, site)
        assert (site.stat().st_ino, building.staging.stat().st_ino) == before


@pytest.mark.usefixtures("no_exchange")
def test_without_exchange_the_site_is_renamed_aside(site: Path) -> None:
    publish(site, A)
    publish(site, B)
    assert read(site) == B
    assert beside(site) == []


@pytest.mark.usefixtures("no_exchange")
def test_without_exchange_a_failed_rename_is_undone(site: Path, tmp_path: Path) -> None:
    publish(site, A)
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "missing", site, tmp_path / "aside")
    assert read(site) == A


def test_macos_swaps_with_its_own_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    class Library:
        def renamex_np(self, *arguments: object) -> int:
            calls.append(arguments)
            return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())
    exchange.exchange(tmp_path / "new", tmp_path / "site", tmp_path / "aside")
    assert calls == [(os.fsencode(tmp_path / "new"), os.fsencode(tmp_path / "site"), 2)]


def test_a_real_disk_is_waited_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "sync_tree", sync_tree)
    monkeypatch.setattr(publication, "sync_folder", sync_folder)
    publish(site, A)
    assert read(site) == A


def test_a_disk_that_can_not_write_is_not_believed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def syncfs(descriptor: int) -> int:
        ctypes.set_errno(errno.EIO)
        return -1

    publish(site, A)
    monkeypatch.setattr(publication, "sync_tree", sync_tree)
    monkeypatch.setattr(durable, "_syncfs", lambda: syncfs)
    assert message_of(lambda: publish(site, B)) == (
        f"{site}: The site can't be published: Input/output error. Mend that and build again."
    )
    assert read(site) == A


def test_the_disk_has_all_data_before_the_swap_and_the_swap_before_the_old_files_go(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, A)
    steps: list[tuple[str, bool, bool]] = []

    def watch(name: str) -> None:
        real = getattr(publication, name)

        def step(*arguments: Path) -> None:
            steps.append((name, read(site) == B, read(arguments[0]) == B))
            real(*arguments)

        monkeypatch.setattr(publication, name, step)

    for name in ("sync_tree", "exchange", "sync_folder", "recover"):
        watch(name)
    publish(site, B)
    # Which step; whether the new site is in place; whether it is what the step is about.
    assert steps[1:] == [
        ("sync_tree", False, True),
        ("exchange", False, True),
        ("sync_folder", True, False),
        ("recover", True, True),
    ]


def test_file_by_file_a_folder_is_synced_after_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site", B)
    synced: list[tuple[int, int]] = []
    sync = os.fsync

    def record(descriptor: int) -> None:
        status = os.fstat(descriptor)
        synced.append((status.st_dev, status.st_ino))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", record)
    monkeypatch.setattr(durable, "_syncfs", lambda: None)
    durable.sync_tree(tmp_path / "site")
    order = {identity: place for place, identity in enumerate(synced)}
    everything = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    place = {path: order[path.stat().st_dev, path.stat().st_ino] for path in everything}
    assert all(place[path] < place[path.parent] for path in everything[1:])
