"""Runs Lighthouse on pages of a served site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any, NamedTuple

from tests.audit.nu import TOOLS
from tests.browser.chromium import find_chromium

SCRIPT = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
LEAST = 95
"""Points of a hundred that each page needs in each category."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
REMEDY = (
    "Lighthouse needs Node.js 18.20 or newer with npm, and Chromium. "
    "Debian, Ubuntu: apt-get install nodejs npm chromium."
)


class Scores(NamedTuple):
    """A page's points in each category, and what cost it some."""

    points: dict[str, int]
    lost: list[str]


def rate(address: str) -> Scores:
    """Rate the page at ``address`` as on a phone; FileNotFoundError without the tools."""
    browser = find_chromium()
    if shutil.which("node") is None or not SCRIPT.is_file() or browser is None:
        raise FileNotFoundError(REMEDY)
    done = subprocess.run(
        [
            "node", str(SCRIPT), address, "--output=json", "--quiet",
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"CHROME_PATH": browser},
        check=False,
        timeout=300,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed on {address}: {done.stderr[-400:]}")
    found = json.loads(done.stdout)
    points = {key: round(found["categories"][key]["score"] * 100) for key in CATEGORIES}
    return Scores(points, [name for key in CATEGORIES for name in _lost(found, key)])


def _lost(found: dict[str, Any], category: str) -> list[str]:
    audits = [
        found["audits"][ref["id"]]
        for ref in found["categories"][category]["auditRefs"]
        if ref["weight"]
    ]
    return [
        f"{category}: {audit['title']}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    ]
