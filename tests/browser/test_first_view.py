"""What a new reader's browser loads, and that it complains of nothing, on every kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.audit.kinds import kinds_of_pages
from tests.audit.visits import View, visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

VIEW = View("light", 390)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_first_view(browser: Browser, server: str, site: Path, language: str) -> None:
    paths = [path for path in kinds_of_pages(site) if path[:2] in (language, "", "40")]
    seen = [visit(browser, server, path, VIEW) for path in paths]
    assert [(v.path, fault) for v in seen for fault in v.faults] == []


def test_what_is_wrong_is_seen(browser: Browser, server: str, site: Path) -> None:
    """The measure itself must be able to fail."""
    wrong = site / "wrong.html"
    wrong.write_text(
        "<!doctype html><meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\">"
        "<style>p {}</style><img src='https://tracker.invalid/x.png' alt=''>"
        "<script>new PerformanceObserver(() => document.body.prepend(Object.assign("
        "document.createElement('pre'), {textContent: 'late\\n'.repeat(20)})))"
        ".observe({type: 'paint', buffered: true})</script>"
        "<p>" + "moved<br>" * 40 + "</p><pre>" + "x" * 300 + "</pre><img src='missing.png' alt=''>",
        "utf-8",
    )
    try:
        faults = "\n".join(visit(browser, server, "wrong.html", VIEW).faults)
    finally:
        wrong.unlink()
    for told in ("refused: style-src", "foreign: https://tracker", "moves by", "sideways", "404"):
        assert told in faults
