"""How long an editor waits: from saving a file to seeing it in the browser."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.corpus import write_override
from tests.browser.chromium import FLAGS, find_chromium
from tests.served import serving

if TYPE_CHECKING:
    from pathlib import Path

SAVES = 7


def measure_saving(project: Path) -> float:
    """Return the median, in seconds, from saving an override to its text on the screen."""
    log = project.parent / "serve.log"
    with serving(project, log) as port, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/en/articles/a00003/", timeout=300_000)
        times = []
        for number in range(SAVES):
            words = f"Saved for the {number}th time."
            page.wait_for_function("() => document.readyState === 'complete'")
            start = time.perf_counter()
            write_override(project, 3, words)
            page.get_by_text(words).first.wait_for(timeout=120_000)
            times.append(time.perf_counter() - start)
        browser.close()
    return statistics.median(times)
