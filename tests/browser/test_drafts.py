"""A draft in the browser: nobody takes it for reviewed, and its Arabic sentences stay Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.load.project import load_content
from generator.scaffold.override import version_lines
from tests.command import mujaz
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ARTICLE = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة في موسكو. وقال بوتين إنه مهم.\n"
DRAFT = """\
## Summary

The two presidents signed a partnership agreement in Moscow.

## Translation

The two presidents signed a partnership agreement in Moscow.
وقال بوتين إنه مهم.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with one draft, whose second sentence nobody has translated."""
    folder: Path = tmp_path_factory.mktemp("drafts") / "briefing"
    assert mujaz("new", folder).returncode == 0
    assert mujaz("new", "article", "treaty", "-C", folder, given=ARTICLE).returncode == 0
    (article,) = load_content(folder).articles
    page = folder / "content/overrides/en/articles/treaty.md"
    page.parent.mkdir(parents=True)
    front = ['title: "A treaty"', 'origin: "machine: argos"', *version_lines(article)]
    page.write_text("\n".join(["---", *front, "---", "", DRAFT]), "utf-8")
    done = mujaz("build", "--strict", "-C", folder)
    assert done.returncode == 0, done.stderr
    with serve(folder / "site") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_draft_looks_like_one(browser: Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        base_url=address,
        bypass_csp=True,  # for axe
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto("en/articles/treaty/")
    marks = page.locator(".mz-mark--draft")
    assert marks.count() >= 3
    notice = page.locator(".mz-notice--draft")
    for element in (*marks.all(), notice):
        line = element.evaluate("e => getComputedStyle(e).borderInlineStartStyle")
        assert line == "dashed"
    assert "argos" in notice.inner_text()
    assert notice.bounding_box()["y"] < 700  # type: ignore[index]
    arabic = page.locator("section[aria-labelledby=translation] [lang=ar]")
    assert arabic.inner_text() == "وقال بوتين إنه مهم."
    assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    context.close()
