"""Where a new project gets its Mujaz from: the place that the one which makes it came from.

An installed package says where that was (PEP 610, ``direct_url.json``). A name alone would not do:
a package index may not have it, or have another one of the same name.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from generator import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

VENDOR: Final = "vendor"
"""Folder of a project in which a wheel lies that no index has."""
_PUBLIC: Final = re.compile(r"https://[\w.-]+(?::\d+)?/[\w./~-]+")


class Requirement(NamedTuple):
    """What a project's ``requirements.txt`` says of Mujaz."""

    line: str
    wheel: tuple[str, bytes] | None = None
    """Path in the project and content of a wheel that goes with it."""
    certain: bool = True
    """Whether everybody who has the project can install it."""


def requirement() -> Requirement:
    """Return the requirement that gives others the Mujaz that runs here."""
    origin = _direct_url()
    url = str(origin.get("url", ""))
    commit = str(origin.get("vcs_info", {}).get("commit_id", ""))
    if _is_public(url) and commit:
        return Requirement(f"mujaz @ git+{url}@{commit}")
    path = Path(unquote(urlsplit(url).path)) if url.startswith("file:") else None
    if path and "dir_info" in origin and (found := _checkout(path)):
        return Requirement(found)
    if path and path.suffix == ".whl" and (data := _same_wheel(path, origin)):
        name = f"{VENDOR}/{path.name}"
        return Requirement(f"./{name}", (name, data))
    return Requirement(f"mujaz=={__version__}", certain=not origin)


def _direct_url() -> dict[str, Any]:
    """Return where the package was installed from, nothing where that was an index."""
    try:
        text = distribution("mujaz").read_text("direct_url.json")
        found = json.loads(text) if text else {}
    except (PackageNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _same_wheel(path: Path, origin: dict[str, Any]) -> bytes | None:
    """Return the wheel if it is still the one that was installed."""
    wanted = str(origin.get("archive_info", {}).get("hashes", {}).get("sha256", ""))
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == wanted else None


def _checkout(folder: Path) -> str | None:
    """Return the requirement of a clone with an address that others can reach."""
    url = _git(folder, "remote", "get-url", "origin")
    commit = _git(folder, "rev-parse", "HEAD")
    return f"mujaz @ git+{url}@{commit}" if _is_public(url) and commit else None


def _git(folder: Path, *arguments: str) -> str:
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - git, of the folder that this package runs from
            command, capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _is_public(url: str) -> bool:
    """Return whether an address is plain https, without a name or password in it."""
    return _PUBLIC.fullmatch(url) is not None
