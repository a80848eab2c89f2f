"""No page breaks a rule of axe, in either language, light or dark, on a phone or a desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "404.html",
    *(
        f"{language}/{path}"
        for language in ("ar", "en")
        for path in (
            "",
            "about/",
            "articles/",
            "articles/treaty-signing-friday/",
            "compare/",
            "search/?q=Iran",
            "sources/",
            "sources/sky-news-arabia/",
            "timeline/",
            "topics/",
            "topics/sanctions/",
        )
    ),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, server: str, scheme: str, width: int) -> None:
    # axe is a script of the test, not of the site, whose policy would refuse it.
    context = browser.new_context(
        base_url=server,
        bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    tab = context.new_page()
    found = []
    for path in PAGES:
        tab.goto(path)
        found += [
            f"{path}: {rule['id']}: {rule['nodes'][0]['html'][:120]}"
            for rule in Axe().run(tab).response["violations"]
        ]
        if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path}: scrolls sideways")
    context.close()
    assert found == []
