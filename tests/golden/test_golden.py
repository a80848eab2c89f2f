"""The site of the five articles, compared with the one that people have read and found right.

``make golden`` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.compare import compare
from tests.golden.outline import outline

PAGES = Path(__file__).parent / "pages"
SHOWN = (
    "",
    *(
        f"{language}/{path}"
        for language in ("ar", "en")
        for path in (
            "",
            "about/",
            "articles/",
            "articles/almayahi-partnership-essay/",
            "articles/duma-ratifies-treaty/",
            "articles/putin-pezeshkian-meet/",
            "articles/treaty-signed-moscow/",
            "articles/treaty-signing-friday/",
            "compare/",
            "search/",
            "sources/",
            "sources/sky-news-arabia/",
            "timeline/",
            "topics/",
            "topics/bushehr/",
            "topics/north-south-corridor/",
            "topics/pezeshkian/",
        )
    ),
)
"""Each kind of page in both languages; every article."""


@pytest.mark.parametrize("url", SHOWN)
def test_page(site: Path, url: str) -> None:
    compare(
        PAGES / f"{url.strip('/').replace('/', '.') or 'root'}.txt",
        outline(site / url / "index.html"),
    )


def test_not_found_page(site: Path) -> None:
    compare(PAGES / "404.txt", outline(site / "404.html"))


def test_list_of_pages(site: Path) -> None:
    """Every address is for ever: one that goes missing needs a redirect."""
    found = sorted(str(path.parent.relative_to(site)) for path in site.rglob("index.html"))
    compare(PAGES / "addresses.txt", "\n".join(found) + "\n")
