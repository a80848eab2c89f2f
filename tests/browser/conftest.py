"""A page in real Chromium that fails the test on script errors and requests to anyone else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# What is waited for is a condition; how long is only for machines that have other work to do.
PATIENCE = 30_000
"""Milliseconds."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """Return a new page; at the end of the test there must be no complaint of the browser."""
    context = browser.new_context(base_url=server, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on(
        "console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None
    )
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on(
        "request",
        lambda r: None if r.url.startswith((server, "data:")) else complaints.append(r.url),
    )
    yield tab
    context.close()
    assert complaints == []
