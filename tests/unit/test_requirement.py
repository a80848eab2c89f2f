"""A new project asks for the Mujaz that made it, wherever that came from."""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from generator import __version__
from generator.scaffold import requirement as module
from generator.scaffold.requirement import Requirement, requirement

if TYPE_CHECKING:
    from pathlib import Path

COMMIT = "0123456789abcdef0123456789abcdef01234567"
BY_NAME = f"mujaz=={__version__}"


def installed_from(monkeypatch: pytest.MonkeyPatch, origin: dict[str, Any]) -> Requirement:
    monkeypatch.setattr(module, "_direct_url", lambda: origin)
    return requirement()


def clone(folder: Path, origin: str) -> str:
    for arguments in (
        ["init", "-q"],
        ["remote", "add", "origin", origin],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "--allow-empty", "-m", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_from_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed_from(monkeypatch, {}) == Requirement(BY_NAME)


def test_from_a_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    vcs = {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}
    origin = {"url": "https://github.com/someone/mujaz.git", "vcs_info": vcs}
    line = f"mujaz @ git+https://github.com/someone/mujaz.git@{COMMIT}"
    assert installed_from(monkeypatch, origin) == Requirement(line)


def test_from_a_clone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commit = clone(tmp_path, "https://example.org/mujaz.git")
    origin = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    line = f"mujaz @ git+https://example.org/mujaz.git@{commit}"
    assert installed_from(monkeypatch, origin) == Requirement(line)


@pytest.mark.parametrize(
    "address", ["/srv/mujaz.git", "git@example.org:mujaz.git", "https://me:token@example.org/m.git"]
)
def test_an_address_that_others_cannot_use_is_not_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    clone(tmp_path, address)
    origin = {"url": tmp_path.as_uri(), "dir_info": {}}
    assert installed_from(monkeypatch, origin) == Requirement(BY_NAME, certain=False)


def test_from_a_wheel_that_goes_with_the_project(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wheel = tmp_path / "mujaz-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    hashes = {"sha256": hashlib.sha256(b"wheel").hexdigest()}
    origin = {"url": wheel.as_uri(), "archive_info": {"hashes": hashes}}
    found = installed_from(monkeypatch, origin)
    assert found == Requirement(f"./vendor/{wheel.name}", (f"vendor/{wheel.name}", b"wheel"))
    wheel.write_bytes(b"another")
    assert installed_from(monkeypatch, origin) == Requirement(BY_NAME, certain=False)
    wheel.unlink()
    assert installed_from(monkeypatch, origin) == Requirement(BY_NAME, certain=False)
