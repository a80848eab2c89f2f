"""Ask for known vulnerabilities of what is locked, and say of what nobody could be asked.

``make audit`` shows it. The package index is asked first, then, for what it keeps back as mirrors
do, OSV. By itself pip-audit says that nothing is known where it has asked nobody. Exit code 1
where something is vulnerable, or nobody could be asked about it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

LOCK = Path(__file__).resolve().parent.parent / "requirements" / "run.lock"
SERVICES = {"pypi": "the package index", "osv": "OSV"}
"""Databases by their name for pip-audit."""


class Answer(NamedTuple):
    """What the databases say of the locked packages."""

    sound: frozenset[str] = frozenset()
    vulnerable: frozenset[str] = frozenset()
    """Each as ``name version: identifiers; mended in versions``."""
    unasked: frozenset[str] = frozenset()


def answer_of(reply: str) -> Answer:
    """Read what pip-audit writes as JSON.

    Raises ValueError where it has written something else, as where nobody has answered it.
    """
    data: Any = json.loads(reply)
    sound, vulnerable, unasked = set(), set(), set()
    for package in data["dependencies"]:
        name = package["name"]
        if "vulns" not in package:
            unasked.add(name)
        elif not package["vulns"]:
            sound.add(name)
        for found in package.get("vulns", ()):
            mended = ", ".join(found["fix_versions"]) or "no version yet"
            vulnerable.add(f"{name} {package['version']}: {found['id']}; mended in {mended}")
    return Answer(frozenset(sound), frozenset(vulnerable), frozenset(unasked))


def together(first: Answer, second: Answer) -> Answer:
    """Return what two databases say: what either knows is known."""
    return Answer(
        first.sound | second.sound,
        first.vulnerable | second.vulnerable,
        first.unasked & second.unasked,
    )


def said(answer: Answer) -> str:
    """Return the answer as lines for a terminal."""
    vulnerable = {line.partition(" ")[0] for line in answer.vulnerable}
    lines = [f"Vulnerable: {line}" for line in sorted(answer.vulnerable)]
    if answer.unasked:
        names = ", ".join(sorted(answer.unasked))
        lines.append(f"Not audited, for no database could be asked about them here: {names}.")
        lines.append("Run this where the package index itself, or OSV, can be reached.")
    clean = len(answer.sound - vulnerable)
    lines.append(f"{clean} without known vulnerabilities, {len(vulnerable)} with, ")
    lines[-1] += f"{len(answer.unasked)} not audited."
    return "\n".join(lines) + "\n"


def ask(service: str) -> Answer | None:
    """Return what one database says, None where it can't be reached."""
    options = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json"]
    command = [sys.executable, "-m", "pip_audit", *options, f"--vulnerability-service={service}"]
    done = subprocess.run(  # noqa: S603 - fixed words and a path of our own
        [*command, "-r", str(LOCK)], capture_output=True, text=True, check=False
    )
    try:
        return answer_of(done.stdout)
    except ValueError:
        return None


def main() -> int:
    """Ask; print the answer; return the exit code."""
    names = (line.partition("==")[0] for line in LOCK.read_text("utf-8").splitlines())
    answer = Answer(unasked=frozenset(name for name in names if name and name[0].isalpha()))
    for service, called in SERVICES.items():
        if answer.unasked:
            found = ask(service)
            if found is None:
                sys.stderr.write(f"{called} can't be reached.\n")
            else:
                answer = together(answer, found)
    sys.stdout.write(said(answer))
    return 1 if answer.vulnerable or answer.unasked else 0


if __name__ == "__main__":
    sys.exit(main())
