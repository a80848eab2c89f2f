"""Publishing against real kills, a real full disk and real rivals (some seconds each)."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.publish import exchange, open_publication
from tests.publishing import Pages, beside, pages, publish, read, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

A, B = pages("a", 200), pages("b", 200)
LONGEST_LIFE = 0.06
"""Seconds that a writer lives at most: a few publications."""

KILLS = int(os.environ.get("MUJAZ_KILLS", "50"))
STRIDE = 1 if KILLS >= 200 else 13
"""Which calls of a publication are its last in turn: every one takes two minutes in all."""


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one, so that kills hit our steps, not the disk's."""
    memory = Path("/dev/shm")  # noqa: S108
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


def in_a_child(work: Callable[[], None]) -> int:
    """Start ``work`` in a process of its own and return its id; it exits with 1 if it fails."""
    # An interrupt waits until the child can end of it: else it would go on with the other tests.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    child = os.fork()
    if child:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        return child
    status = 1
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        work()
        status = 0
    finally:
        os._exit(status)


def publish_for_ever(site: Path) -> None:
    for pages_of_turn in cycle([B, A]):
        publish(site, pages_of_turn)


def kill_at_a_random_moment(site: Path, chance: random.Random) -> None:
    ready, say_ready = os.pipe()

    def begin() -> None:
        os.write(say_ready, b".")
        publish_for_ever(site)

    child = in_a_child(begin)
    os.read(ready, 1)
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready)
    os.close(say_ready)


def test_killed_at_random_moments(quick_disk: Path) -> None:
    site = quick_disk / "site"
    publish(site, A)
    chance = random.Random(6)  # noqa: S311
    found = {"a": 0, "b": 0, "litter": 0}
    for _ in range(KILLS):
        kill_at_a_random_moment(site, chance)
        state = read(site)
        assert state in (A, B)
        found["a" if state == A else "b"] += 1
        found["litter"] += bool(beside(site))
        publish(site, B if state == A else A)
        assert read(site) == (B if state == A else A)
        assert beside(site) == []
    # The kills did hit: both sites were met, and builds in every state of completion.
    assert min(found.values()) > KILLS // 10


def test_killed_where_names_can_not_be_swapped_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a moment without a site; whoever publishes next finds the old one back."""
    monkeypatch.setattr(exchange, "_swap", lambda _first, _second: False)
    site = tmp_path / "site"
    publish(site, A)
    chance = random.Random(6)  # noqa: S311
    for _ in range(20):
        kill_at_a_random_moment(site, chance)
        with open_publication(site):
            assert read(site) in (A, B)
        assert beside(site) == []


@pytest.mark.parametrize("one_step", [True, False])
@pytest.mark.parametrize("end", ["kill", "interrupt"])
def test_ended_at_every_call(
    quick_disk: Path, one_step: bool, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at random moments but before and after every call that a small publication makes."""
    if not one_step:
        monkeypatch.setattr(exchange, "_swap", lambda _first, _second: False)
    site = quick_disk / "site"
    old, new = pages("a"), pages("b")
    publish(site, old)
    turn = 0
    while True:
        child = in_a_child(partial(publish_until, site, new, turn, end))
        if os.waitpid(child, 0)[1] == 0:
            break
        with open_publication(site):
            state = read(site)
        assert state in (old, new)
        assert beside(site) == []
        publish(site, old)
        turn += STRIDE
    assert turn > 300
    assert read(site) == new


def publish_until(site: Path, pages_of_turn: Pages, last: int, end: str) -> None:
    """Publish, but come to an ``end`` at the call that is number ``last``."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls > last:
            if end == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            sys.setprofile(None)
            raise KeyboardInterrupt

    sys.setprofile(count)
    publish(site, pages_of_turn)
    sys.setprofile(None)


def test_killed_between_the_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_swap", lambda _first, _second: False)
    site = tmp_path / "site"
    publish(site, A)
    rename = Path.rename

    def rename_and_die(path: Path, target: Path) -> Path:
        rename(path, target)
        os.kill(os.getpid(), signal.SIGKILL)
        return target

    def build() -> None:
        monkeypatch.setattr(Path, "rename", rename_and_die)
        publish(site, B)

    os.waitpid(in_a_child(build), 0)
    assert not site.exists()
    with open_publication(site):
        assert read(site) == A
    publish(site, B)
    assert read(site) == B
    assert beside(site) == []


def test_two_builds_at_once_20_times(quick_disk: Path) -> None:
    site = quick_disk / "site"
    publish(site, A)
    for turn in range(20):
        pages_of_turn = B if turn % 2 else A
        statuses = race(site, pages_of_turn, wait_for_rival=turn < 10)
        assert sorted(statuses) == [0, 3] or (turn >= 10 and statuses == [0, 0])
        assert read(site) == pages_of_turn
        assert beside(site) == []


def race(site: Path, pages_of_turn: Pages, *, wait_for_rival: bool) -> list[int]:
    """Let two processes publish at the same moment; return their exit statuses, 3 for refused.

    One may be done before the other is awake; ``wait_for_rival`` lets it wait with the lock held.
    """
    start, go = os.pipe()
    refused, say_refused = os.pipe()

    def build() -> None:
        os.close(go)
        os.read(start, 1)
        try:
            with open_publication(site) as publication:
                if wait_for_rival:
                    os.read(refused, 1)
                write(publication.staging, pages_of_turn)
                publication.commit(expected=["index.html"])
        except PublishError as error:
            os.write(say_refused, b".")
            os._exit(3 if "Another build" in str(error) else 4)

    children = [in_a_child(build) for _ in range(2)]
    os.close(go)  # both wake up
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    for end in (start, refused, say_refused):
        os.close(end)
    return statuses


def test_an_interrupt_leaves_nothing_behind(quick_disk: Path) -> None:
    site = quick_disk / "site"
    publish(site, A)
    for delay in (0.005, 0.02, 0.05):
        child = in_a_child(lambda: publish_for_ever(site))
        time.sleep(delay)
        # More than one: Python ignores an interrupt that comes while it deletes an object.
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            os.kill(child, signal.SIGINT)
            time.sleep(0.2)
        with open_publication(site):
            assert read(site) in (A, B)
        assert beside(site) == []


# --- a disk that is really full -------------------------------------------------------------


def fill_up(mount: Path) -> None:
    """Publish on a disk of 20 sizes, from one that holds little more than the old site."""
    site = mount / "site"
    old, new = pages("a", 40), pages("b", 40)
    outcomes = []
    for step in range(20):
        resize(mount, 4_000)
        publish(site, old)
        resize(mount, used(mount) + 1 + step * 10)
        full = False
        with suppress(PublishError):
            try:
                publish(site, new)
            except PublishError as error:
                full = "The disk is full" in str(error)
                raise
        assert read(site) == (old if full else new)
        assert beside(site) == []
        outcomes.append(full)
    assert outcomes[0]
    assert not outcomes[-1]
    assert outcomes == sorted(outcomes, reverse=True)


def used(mount: Path) -> int:
    """Return how many kilobytes of the disk are taken."""
    return shutil.disk_usage(mount).used // 1024


def resize(mount: Path, kilobytes: int) -> None:
    options = f"remount,size={kilobytes}k"
    subprocess.run(["mount", "-o", options, "tmpfs", str(mount)], check=True)


def test_a_disk_full_at_20_sizes(tmp_path: Path) -> None:
    namespace = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*namespace, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk of their own")
    script = (
        f'mount -t tmpfs -o size=4000k tmpfs "$1" && exec "{sys.executable}" -m {__name__} "$1"'
    )
    result = subprocess.run(
        [*namespace, "sh", "-c", script, "sh", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


if __name__ == "__main__":
    fill_up(Path(sys.argv[1]))
