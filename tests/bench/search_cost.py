"""What a search costs a reader: bytes and time of a cold query, time of a warm one."""

from __future__ import annotations

import gzip
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUERIES = ("إيران", "الرئيس الأميركي", "Trump", "كرة القدم", "الولايات المتحدة", "الانتخابات")


@dataclass(frozen=True, slots=True)
class SearchCost:
    """Medians over the queries."""

    cold_bytes: float
    """Scripts, index and shown texts, each compressed as a server would (gzip 6)."""
    cold_ms: float
    warm_ms: float


def measure_search(site: Path) -> SearchCost:
    """Search the built ``site`` in Chromium."""
    with serve(site) as base, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        found = [_query(browser, base, site, query) for query in QUERIES]
        browser.close()
    return SearchCost(*(statistics.median(values) for values in zip(*found, strict=True)))


def _query(browser: Browser, base: str, site: Path, query: str) -> tuple[float, float, float]:
    """Type ``query`` as a reader does, in a browser that has seen only another page of the site."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}ar/about/")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.keyboard.press("/")
    box = page.locator(".mz-find__input")
    start = time.perf_counter()
    box.fill(query)
    page.locator(".mz-find [role=option]").first.wait_for()
    cold = 1000 * (time.perf_counter() - start)
    size = sum(len(gzip.compress((site / _path(base, url)).read_bytes(), 6)) for url in loaded)
    warm = page.evaluate(_WARM, query)
    context.close()
    return size, cold, warm


def _path(base: str, url: str) -> str:
    return url.removeprefix(base).split("?")[0]


# The engine itself, without the pause that waits for the next letter; the first time warms it up.
_WARM = """async (query) => {
  const config = JSON.parse(document.getElementById("mujaz-search-strings").textContent);
  const engine = globalThis.Mujaz.view.makeEngine(config);
  const options = { language: config.language, typing: true, limit: 10 };
  await engine.search(query, options);
  const times = [];
  for (let i = 0; i < 9; i++) {
    const start = performance.now();
    await engine.search(query, options);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4];
}"""
