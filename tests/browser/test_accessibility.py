"""No kind of page breaks a rule of axe, in either language; ``make audit`` looks at more widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.audit.kinds import kinds_of_pages
from tests.audit.visits import View, broken_rules

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", [View("light", 390), View("dark", 1280)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing(
    browser: Browser, server: str, site: Path, view: View, language: str
) -> None:
    paths = [path for path in kinds_of_pages(site) if path[:2] in (language, "", "40")]
    assert broken_rules(browser, server, paths, view) == []
