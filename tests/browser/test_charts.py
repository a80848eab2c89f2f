"""In real Chromium, with the site's typefaces: no label of a picture touches another or is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "timeline/",
    "compare/",
    "topics/iran/",
    "topics/pezeshkian/",
    "topics/strategic-partnership-treaty/",
    "topics/bushehr/",
)
FAULTS = """() => [...document.querySelectorAll('.mz-chart__svg')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')]
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, r]) => r.width);
  const apart = (a, b) =>
    a.right <= b.left + .5 || b.right <= a.left + .5
    || a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
  const faults = texts
    .filter(([, r]) => r.left < box.left - 2 || r.right > box.right + 2
      || r.top < box.top - 2 || r.bottom > box.bottom + 2)
    .map(([word]) => `${word} leaves its picture`);
  texts.forEach(([a, r], i) => texts.slice(i + 1).forEach(([b, q]) => {
    if (!apart(r, q)) faults.push(`${a} touches ${b}`);
  }));
  return faults;
})"""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_labels_keep_apart(browser: Browser, server: str, language: str, width: int) -> None:
    context = browser.new_context(base_url=server, viewport={"width": width, "height": 900})
    tab = context.new_page()
    found, drawn = [], 0
    for path in PAGES:
        tab.goto(f"{language}/{path}")
        tab.evaluate("document.fonts.ready")
        drawn += tab.locator(".mz-chart__svg").count()
        found += [f"{path}: {fault}" for fault in tab.evaluate(FAULTS)]
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path}: scrolls sideways")
    context.close()
    assert found == []
    assert drawn > len(PAGES)


def test_marks_lead_where_they_say_by_keyboard(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto("ar/")
    mark = tab.locator(".mz-chart__link").last
    name = mark.get_attribute("aria-label") or ""
    mark.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/timeline/#d-*")
    target = tab.locator(":target")
    assert name.startswith(target.inner_text())
    context.close()
