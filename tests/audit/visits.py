"""What a browser complains of when it shows a page, what it loads, and what moves meanwhile."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

SHIFT = 0.02
"""Most that a page may move while it loads (Cumulative Layout Shift)."""
TRANSFER = 150_000
"""Bytes of the first view of a page, compressed, with its fonts."""
_SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 204_800,
    "uploadThroughput": 94_000,
}
"""A slow mobile network as Lighthouse has it: fonts come late, and what moves then is seen."""

_WATCH = """
window.mujazShift = 0;
window.mujazRefused = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.mujazShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (event) => {
  window.mujazRefused.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""
_SHOWN = """
() => new Promise((shown) => {
  const frame = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(shown)));
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) frame();
  }).observe({ type: "paint", buffered: true });
})
"""
"""Until a reader has seen something, and what this set off has been drawn and told: a busy machine
may have loaded all before it draws the first frame, and what moves before that moves for nobody."""
_LOADED = """
() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map((entry) => [new URL(entry.name).pathname, entry.transferSize])
"""


class View(NamedTuple):
    """How a reader looks at the site."""

    scheme: str
    width: int


@dataclass
class Visit:
    """What was seen of one page."""

    path: str
    faults: list[str] = field(default_factory=list)
    """Errors and warnings of the console, foreign requests, what is refused, what is too much."""
    shift: float = 0.0
    loaded: Counter[str] = field(default_factory=Counter)
    """Bytes over the wire by kind of file."""


def open_context(
    browser: Browser, address: str, view: View, *, tool: bool = False
) -> BrowserContext:
    """Return a new reader with an empty cache; for a ``tool``, the site's policy is lifted."""
    return browser.new_context(
        base_url=address,
        bypass_csp=tool,
        color_scheme="dark" if view.scheme == "dark" else "light",
        viewport={"width": view.width, "height": 900},
    )


def visit(browser: Browser, address: str, path: str, view: View, *, slowly: bool = False) -> Visit:
    """Show one page as to a new reader and wait until nothing more happens."""
    seen = Visit(path)
    context = open_context(browser, address, view)
    tab = context.new_page()
    tab.add_init_script(_WATCH)
    if slowly:
        context.new_cdp_session(tab).send("Network.emulateNetworkConditions", _SLOW)
    _listen(tab, address, seen)
    tab.goto(path, wait_until="networkidle")
    tab.evaluate("document.fonts.ready.then(() => 0)")
    tab.evaluate(_SHOWN)
    seen.shift = tab.evaluate("window.mujazShift")
    for name, size in tab.evaluate(_LOADED):
        kind = name.rpartition(".")[2] if "." in name.rpartition("/")[2] else "html"
        seen.loaded[kind] += size
    seen.faults += [f"refused: {what}" for what in tab.evaluate("window.mujazRefused")]
    seen.faults += list(_too_much(tab, seen))
    context.close()
    return seen


def _listen(tab: Page, address: str, seen: Visit) -> None:
    tab.on(
        "console",
        lambda m: seen.faults.append(m.text) if m.type in ("error", "warning") else None,
    )
    tab.on("pageerror", lambda error: seen.faults.append(str(error)))
    tab.on("requestfailed", lambda r: seen.faults.append(f"failed: {r.url}"))
    tab.on(
        "request",
        lambda r: (
            None
            if r.url.startswith((address, "data:"))
            else seen.faults.append(f"foreign: {r.url}")
        ),
    )


def _too_much(tab: Page, seen: Visit) -> Iterator[str]:
    if seen.shift >= SHIFT:
        yield f"moves by {seen.shift:.3f} while it loads"
    # The search page loads the index as well.
    if seen.loaded.total() > TRANSFER and "/search/" not in seen.path:
        yield f"loads {seen.loaded.total():,} bytes"
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "scrolls sideways"


def broken_rules(browser: Browser, address: str, paths: Iterable[str], view: View) -> list[str]:
    """Return what axe finds on each page."""
    # axe is a script of the tool, not of the site, whose policy would refuse it.
    context = open_context(browser, address, view, tool=True)
    tab = context.new_page()
    found = []
    for path in paths:
        tab.goto(path)
        found += [
            f"{path}: {rule['id']}: {rule['nodes'][0]['html'][:120]}"
            for rule in Axe().run(tab).response["violations"]
        ]
    context.close()
    return found
