"""Gets the tools that pages are checked with: ``python -m tests.audit.install``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.audit.lighthouse import SCRIPT
from tests.audit.nu import JAR, TOOLS
from tests.browser.chromium import main as get_chromium

PROGRAMS = {"java": "default-jre-headless", "node": "nodejs", "npm": "npm"}
"""Programs with the package of Debian and Ubuntu that has each."""


def main() -> None:
    """Install what is missing and can be installed; what can't is named when it is needed."""
    get_chromium()
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for step in (["update"], ["-y", "install", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", "-qq", *step], stdout=sys.stderr, check=False)
    if shutil.which("npm") and not (JAR.is_file() and SCRIPT.is_file()):
        # The lock fixes each package by its digest; scripts of packages are not run (.npmrc).
        subprocess.run(["npm", "ci", "--silent"], cwd=TOOLS, stdout=sys.stderr, check=False)


if __name__ == "__main__":
    main()
