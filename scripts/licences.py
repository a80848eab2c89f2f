"""List what Mujaz needs to run: version, licence, and why. ``make audit`` shows it.

Reasons are the comments in ``pyproject.toml``; what is needed only by those is named with them.
Exit code 1 where a licence is not stated or a direct dependency has no reason.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOCKED = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)
REASON = re.compile(r'^    "([a-z0-9-]+)[^"]*",\s*# (.+)$', re.MULTILINE)


def licence_of(name: str) -> str:
    """Return the licence that a package states, empty where it states none."""
    found = distribution(name).metadata
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in found.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    expressions = found.get_all("License-Expression") or []
    words = [line for line in found.get_all("License") or [] if _is_short(line)]
    return ", ".join(expressions or words or classifiers)


def _is_short(line: str) -> bool:
    """Return whether this is a name; some put the whole text of the licence in its place."""
    return 0 < len(line) < 40 and "\n" not in line and line != "UNKNOWN"


def main() -> int:
    """Print the table; return the exit code."""
    reasons = dict(REASON.findall((PROJECT / "pyproject.toml").read_text("utf-8")))
    wrong = [f"{name} has no reason in pyproject.toml" for name in _direct() - reasons.keys()]
    for name, version in LOCKED.findall((PROJECT / "requirements/run.lock").read_text("utf-8")):
        try:
            licence = licence_of(name)
        except PackageNotFoundError:
            continue  # for another system or another Python
        if not licence:
            wrong.append(f"{name} states no licence")
        why = reasons.get(name, "needed by the others")
        sys.stdout.write(f"{name:24} {version:12} {licence:40} {why}\n")
    sys.stderr.writelines(f"{fault}\n" for fault in wrong)
    return 1 if wrong else 0


def _direct() -> set[str]:
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    listed = text.partition("dependencies = [")[2].partition("\n]")[0]
    return set(re.findall(r'^    "([a-z0-9-]+)', listed, re.MULTILINE))


if __name__ == "__main__":
    sys.exit(main())
