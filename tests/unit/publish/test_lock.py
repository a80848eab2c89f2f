"""Two builds never write one site at once, and no lock outlives its build."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.publish import lock, open_publication
from generator.publish.leftovers import lock_file
from generator.publish.lock import acquire, release
from tests.publishing import message_of, pages, publish, read, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

A, B = pages("a"), pages("b", 4)


def test_a_second_build_fails_at_once_and_does_no_harm(site: Path) -> None:
    publish(site, A)
    with open_publication(site) as first:
        write(first.staging, B)
        assert message_of(lambda: open_publication(site)) == (
            f"{site}: Another build (process {os.getpid()}) is writing this site. "
            "Wait until it has ended, or choose another folder with --site-dir."
        )
        first.commit()
    assert read(site) == B
    publish(site, A)
    assert read(site) == A


def test_sites_beside_each_other_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with open_publication(tmp_path / "one"), open_publication(tmp_path / "two"):
        pass


def test_a_lock_on_a_file_that_was_just_deleted_is_not_taken_for_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lock_file(site)
    lock_once = lock._locked
    taken: list[int] = []

    def locked(file: Path, site_dir: Path) -> int:
        descriptor = lock_once(file, site_dir)
        if not taken:
            file.unlink()  # what the holder before us does between our open and our flock
        taken.append(descriptor)
        return descriptor

    monkeypatch.setattr(lock, "_locked", locked)
    descriptor = acquire(path, site)
    assert len(taken) == 2
    assert os.fstat(descriptor).st_ino == path.stat().st_ino
    release(descriptor, path)
    assert not path.exists()


def test_a_worker_that_outlives_its_build_does_not_hold_the_lock(site: Path) -> None:
    descriptor = acquire(lock_file(site), site)
    (ended, end), (started, start) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.close(end)
        os.write(start, b".")
        os.read(ended, 1)  # a worker still busy
        os._exit(0)
    os.read(started, 1)
    os.close(descriptor)  # as the kernel does for a killed build
    try:
        release(acquire(lock_file(site), site), lock_file(site))
    finally:
        os.close(end)
        os.waitpid(child, 0)
        os.close(ended)
        os.close(started)
        os.close(start)
