"""Takes the pictures of the documentation anew: ``make screenshots``.

They are of the site as it was last built, and are looked at by people, not compared by tests.
"""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.repository import REPOSITORY
from tests.server import serve

PICTURES = REPOSITORY / "docs" / "images"
DESKTOP, PHONE = (1280, 860), (390, 844)


class Shot(NamedTuple):
    """One picture."""

    name: str
    url: str
    size: tuple[int, int]
    scheme: str


ARTICLE = "articles/treaty-signing-friday/"
SHOTS = (
    Shot("article-ar", f"ar/{ARTICLE}", DESKTOP, "light"),
    Shot("article-en", f"en/{ARTICLE}", DESKTOP, "light"),
    Shot("article-en-side-by-side", f"en/{ARTICLE}#translation", DESKTOP, "light"),
    Shot("article-ar-phone-dark", f"ar/{ARTICLE}", PHONE, "dark"),
    Shot("article-en-phone", f"en/{ARTICLE}", PHONE, "light"),
    Shot("home-ar", "ar/", DESKTOP, "light"),
    Shot("home-en-dark", "en/", DESKTOP, "dark"),
    Shot("home-ar-phone", "ar/", PHONE, "light"),
    Shot("topic-en", "en/topics/pezeshkian/", DESKTOP, "light"),
    Shot("topic-ar-dark", "ar/topics/sanctions/", DESKTOP, "dark"),
    Shot("compare-ar", "ar/compare/", DESKTOP, "light"),
    Shot("timeline-en", "en/timeline/", DESKTOP, "light"),
    Shot("search-en", "en/search/?q=Pezeshkian", DESKTOP, "light"),
    Shot("search-ar-phone-dark", "ar/search/?q=العقوبات", PHONE, "dark"),
)


def main() -> None:
    """Take every picture of the site in ``site/``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serve(REPOSITORY / "site") as address, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for shot in SHOTS:
            width, height = shot.size
            context = browser.new_context(
                base_url=address,
                color_scheme="dark" if shot.scheme == "dark" else "light",
                viewport={"width": width, "height": height},
            )
            page = context.new_page()
            page.goto(shot.url, wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{shot.name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
