"""What a search costs a reader: bytes and time of a cold query, time of a warm one."""

from __future__ import annotations

import gzip
import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUERIES = 12
"""Names searched for, of the topics with the most articles: those have the longest lists."""


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
        found = [_query(browser, base, site, query) for query in _names(site)]
        browser.close()
    return SearchCost(*(statistics.median(values) for values in zip(*found, strict=True)))


def _names(site: Path) -> list[str]:
    """Return names of the site's largest topics, in Arabic and in English by turns."""
    topics = json.loads((site / "data/topics.json").read_text("utf-8"))["topics"]
    largest = sorted(topics, key=lambda topic: (-len(topic["articles"]), topic["id"]))[:QUERIES]
    return [topic["names"]["en" if odd % 2 else "ar"] for odd, topic in enumerate(largest)]


def _query(browser: Browser, base: str, site: Path, query: str) -> tuple[float, float, float]:
    """Type ``query`` as a reader does, in a browser that has seen only another page of the site."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}ar/about/")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.keyboard.press("/")
    page.evaluate(_CLOCK)
    page.locator(".mz-find__input").fill(query)
    page.locator(".mz-find [role=option]").first.wait_for()
    cold = page.evaluate("shown - typed")
    size = sum(len(gzip.compress((site / _path(base, url)).read_bytes(), 6)) for url in loaded)
    warm = page.evaluate(_WARM, query)
    context.close()
    return size, cold, warm


def _path(base: str, url: str) -> str:
    return url.removeprefix(base).split("?")[0]


# From the first letter to the first result, by the page's own clock.
_CLOCK = """() => {
  addEventListener("input", () => { globalThis.typed ??= performance.now(); }, true);
  new MutationObserver(() => {
    if (document.querySelector(".mz-find [role=option]")) globalThis.shown ??= performance.now();
  }).observe(document.body, { childList: true, subtree: true });
}"""

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
