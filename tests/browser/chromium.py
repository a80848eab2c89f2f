"""Finds a Chromium for the browser tests, or gets one: ``python -m tests.browser.chromium``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REMEDY = (
    "The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium; "
    "macOS: brew install chromium), or name one: CHROMIUM=/path/to/chromium make test"
)


def find_chromium() -> str | None:
    """Return the browser's path: ``$CHROMIUM``, one on the PATH, or the browser tool's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _downloaded()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        path = tool.chromium.executable_path
    return path if Path(path).is_file() else None


def install_chromium() -> None:
    """Try the system's packages where they may be installed, else the browser tool's download."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = ["chromium", "fonts-noto-core"]
        for step in (["update"], ["-y", "install", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "-qq", *step], stdout=sys.stderr, check=False)
    if find_chromium() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    """Make sure that there is a browser; say what to do where there is none."""
    if find_chromium() is None:
        install_chromium()
    if find_chromium() is None:
        sys.exit(REMEDY)


if __name__ == "__main__":
    main()
