"""The real command, killed at random moments: the site is the old one or the new one, whole."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.command import mujaz
from tests.privileges import bow_to_permissions
from tests.publishing import beside

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("MUJAZ_KILLS", "5"))
NEWS = "خبر {}\n\nقال المتحدث إن العمل يبدأ يوم الأحد. وأضاف أن البلدية تدفع {} مليون دولار.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content/articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n")
    return folder


def write(project: Path, turn: int) -> None:
    for number in range(8):
        text = NEWS.format(number, turn + number)
        (project / f"content/articles/a{number}.txt").write_text(text)


def start(project: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "-C", str(project)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)


def state(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def build(project: Path) -> dict[str, str]:
    done = mujaz("build", "-C", project)
    assert done.returncode == 0, done.stderr
    return state(project / "site")


def litter(project: Path) -> list[str]:
    return sorted(
        path.name
        for path in project.iterdir()
        if path.name not in ("content", "mkdocs.yml", ".cache", "site")
    )


def test_killed_at_random_moments(project: Path) -> None:
    chance = random.Random(8)  # noqa: S311
    write(project, 1)
    first = build(project)
    write(project, 2)
    began = time.monotonic()
    second = build(project)
    longest = time.monotonic() - began
    states = [first, second]
    assert first != second
    for turn in range(KILLS):
        write(project, 1 + turn % 2)
        process = start(project)
        time.sleep(chance.uniform(0, longest))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert state(project / "site") in states
    write(project, 1)
    assert build(project) == first
    assert litter(project) == []


def test_the_second_of_two_builds_is_refused_at_once(project: Path) -> None:
    write(project, 1)
    first = start(project)
    while first.poll() is None and not any("staging" in name for name in litter(project)):
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGSTOP)  # in the middle of its work, for as long as it takes
    try:
        second = mujaz("build", "-C", project)
    finally:
        os.killpg(first.pid, signal.SIGCONT)
    assert second.returncode == 1
    assert "Another build" in second.stderr
    assert "Traceback" not in second.stderr
    first.communicate()
    assert first.returncode == 0
    assert litter(project) == []
    assert state(project / "site") == build(project)


@pytest.mark.parametrize("read_only", ["output", "output/site"])
def test_an_output_that_can_not_be_written(project: Path, read_only: str) -> None:
    write(project, 1)
    site = project / "output/site"
    command = ("build", "-C", project, "--site-dir", site)
    assert mujaz(*command).returncode == 0
    old = state(site)
    (project / read_only).chmod(0o555)
    write(project, 2)
    done = mujaz(*command, prepare=bow_to_permissions)
    (project / read_only).chmod(0o755)
    assert done.returncode == 1
    assert f"{site}: The folder can't be written to. Make it writable, or choose" in done.stderr
    assert "Traceback" not in done.stderr
    assert state(site) == old
    assert beside(site) == []
