"""No link of the site is broken; and the follower of links finds those that are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.audit.links import follow_links

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://news.example/site/"
SOUND = {
    "index.html": '<a href="en/#here">x</a><a href="https://other.example/">y</a>',
    "en/index.html": '<p id="here">x</p><img src="../pic.png"><label for="here"></label>',
    "pic.png": "",
    "style.css": 'p { background: url("pic.png") } q { mask: url(data:image/svg+xml,x) }',
    "en/feed.json": '{"items": [{"url": "https://news.example/site/en/#here"}]}',
    "data/all.json": '{"topics": [{"urls": {"en": "en/"}}]}',
    "sitemap.xml": "<urlset xmlns='x'><loc>https://news.example/site/en/</loc></urlset>",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.mark.slow
def test_the_site_of_the_five_articles(site: Path) -> None:
    found = follow_links(site)
    assert found.faults == []
    assert found.counts["html"] > 10_000


def test_a_sound_site(tmp_path: Path) -> None:
    found = follow_links(write(tmp_path, SOUND), BASE)
    assert found.faults == []
    assert found.counts == {"html": 4, "css": 2, "json": 2, "xml": 1}
    assert found.foreign == {"https://other.example/", "data:image/svg+xml,x"}


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("en/index.html", '<a href="../fr/">x</a>', "../fr/: no such file"),
        ("en/index.html", '<a href="#away">x</a>', "#away: no such place on that page"),
        ("en/index.html", '<a href="/en/">x</a>', None),  # another site of the same host
        ("en/index.html", '<a href="javascript:go()">x</a>', "an address of a kind"),
        ("en/index.html", '<section aria-labelledby="away">x</section>', "#away: no such place"),
        (
            "en/index.html",
            '<meta property="og:image" content="../x.png">',
            "../x.png: no such file",
        ),
        ("en/index.html", '<a href="https://[x">x</a>', "Invalid IPv6 URL"),
        (
            "en/index.html",
            '<script type="application/ld+json">{"@graph": [{"item": "../gone/"}]}</script>',
            "../gone/: no such file",
        ),
        (
            "en/index.html",
            '<head><link rel="alternate" hreflang="ar" href="../"></head>',
            "its ar page https://news.example/site/ names others",
        ),
        ("style.css", "p { background: url(gone.png) }", "gone.png: no such file"),
        ("en/feed.json", '{"home_page_url": "../fr/"}', "../fr/: no such file"),
        ("data/all.json", '{"topics": [{"urls": {"en": "fr/"}}]}', "../fr/: no such file"),
    ],
)
def test_a_broken_link_is_named(tmp_path: Path, path: str, text: str, fault: str | None) -> None:
    kept = "<p id='here'></p>" if path.endswith(".html") else ""
    found = follow_links(write(tmp_path, SOUND | {path: kept + text}), BASE)
    assert len(found.faults) == (fault is not None)
    for told in found.faults:
        assert told.startswith(path.removesuffix("index.html"))
        assert str(fault) in told


def test_a_site_without_an_address_is_left_by_no_link(tmp_path: Path) -> None:
    files = {"index.html": '<a href="../../x/">x</a>'}
    assert follow_links(write(tmp_path, files)).faults == ["index.html: ../../x/: no such file"]
