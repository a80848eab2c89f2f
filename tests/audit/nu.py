"""Runs the Nu HTML checker, the validator of the W3C, over a built site."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

TOOLS = Path(__file__).resolve().parent / "tools"
JAR = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
REMEDY = (
    "The Nu HTML checker needs Java 11 or newer and npm. Debian, Ubuntu: "
    "apt-get install default-jre-headless npm; macOS: brew install openjdk node."
)
# It takes the policy of a page for one that forbids data blocks and files beside the page.
_WRONG = "Content Security Policy"


class Checked(NamedTuple):
    """What the checker says."""

    errors: list[str]
    warnings: list[str]


def check_html(site: Path) -> Checked:
    """Return the errors and warnings of all pages of ``site``; FileNotFoundError without Java."""
    if shutil.which("java") is None or not JAR.is_file():
        raise FileNotFoundError(REMEDY)
    done = subprocess.run(
        ["java", "-jar", str(JAR), "--skip-non-html", "--format", "json", str(site)],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    checked = Checked([], [])
    for message in json.loads(done.stderr)["messages"]:
        where = message.get("url", "").rpartition(f"{site.name}/")[2]
        said = f"{where}:{message.get('lastLine', 0)}: {message['message']}"
        if message["type"] != "info":
            checked.errors.append(said)
        elif _WRONG not in said:
            checked.warnings.append(said)
    return checked
