"""What programs read of the site: feeds by a real parser, data by its schemas, old addresses."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import feedparser
import html5lib
import jsonschema
import pytest
from lxml import etree

from generator.build import assemble
from generator.config import Settings
from generator.model import Bilingual, Content, Override
from generator.moves import find_moves
from generator.report import Report
from generator.schemas.documents import all_schemas

if TYPE_CHECKING:
    from generator.build import Site

ARTICLES = {
    "meeting": "لقاء في موسكو\n\nالتقى الرئيس مسعود بزشكيان نظيره في موسكو & طهران <غدا>.\n",
    "copy": "لقاء في موسكو\n\nالتقى الرئيس الإيراني نظيره في موسكو في نسخة ثانية من الخبر.\n",
    "secret": "خبر مخفي\n\nلا يظهر هذا الخبر في الموقع ولا في قوائمه أبدا.\n",
}
FILES = {
    "articles/meeting.yml": "published: 2025-01-17\nsource: sky\n",
    "sources.yml": "sky: {name: {ar: سكاي نيوز, en: Sky News}}\n",
    "topics/moscow.yml": "kind: place\nname: {ar: موسكو, en: Moscow}\n",
    "topics/unnamed.yml": "kind: place\nname: {ar: القاهرة, en: Cairo}\n",
    "overrides/en/articles/copy.md": "---\nmerged_into: meeting\n---\n",
    "overrides/en/articles/secret.md": "---\nhidden: true\n---\n",
    "redirects.yml": (
        "articles/old: articles/copy\ntopics/older: topics/old\ntopics/old: topics/moscow\n"
        "topics/cairo: topics/unnamed\n"
    ),
}

# JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/: what it demands of what we use.
_URL = {"type": "string", "format": "uri-reference", "minLength": 1}
_TEXT = {"type": "string", "minLength": 1}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "description": {"type": "string"},
        "language": {"enum": ["ar", "en"]},
        "home_page_url": _URL,
        "feed_url": _URL,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": _TEXT,
                    "url": _URL,
                    "title": _TEXT,
                    "content_text": _TEXT,
                    "language": {"enum": ["ar", "en"]},
                    "date_published": {"pattern": r"^\d{4}-\d\d-\d\dT00:00:00Z$"},
                    "tags": {"type": "array", "items": _TEXT},
                    "authors": {
                        "type": "array",
                        "items": {"type": "object", "required": ["name"]},
                    },
                },
            },
        },
    },
}


def build(folder: Path, site_url: str) -> Site:
    for path, text in FILES.items() | {(f"articles/{k}.txt", v) for k, v in ARTICLES.items()}:
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    report = Report()
    name, about = Bilingual("موجز", "Mujaz"), Bilingual("عن & حول", "About & more")
    site = assemble(Settings(folder, name, about, site_url, workers=1), report)
    assert [str(problem) for problem in report.problems] == []
    return site


@pytest.fixture(scope="module", params=["", "https://example.org/news/"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build(tmp_path_factory.mktemp("project"), request.param)


def named(site: Site, name: str) -> dict[str, bytes]:
    return {file.path: file.make() for file in site.files if file.path.endswith(name)}


def made(site: Site, path: str) -> bytes:
    (file,) = (file for file in site.files if file.path == path)
    return file.make()


def parsed(data: bytes) -> Any:
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def test_each_language_topic_and_source_has_both_feeds(site: Site) -> None:
    folders = {
        f"{lang}/{x}" for lang in ("ar", "en") for x in ("", "topics/moscow/", "sources/sky/")
    }
    assert {path.removesuffix("feed.xml") for path in named(site, "feed.xml")} == folders
    assert {path.removesuffix("feed.json") for path in named(site, "feed.json")} == folders


def test_every_atom_feed_is_read_without_complaint(site: Site) -> None:
    for path, data in named(site, "feed.xml").items():
        feed = parsed(data)
        assert feed.version == "atom10"
        assert all([feed.feed.id, feed.feed.title, feed.feed.updated_parsed])
        assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
        assert feed.entries, path
        for entry in feed.entries:
            assert all([entry.id, entry.title, entry.link, entry.updated_parsed, entry.author])


def test_atom_says_what_the_page_says(site: Site) -> None:
    (entry,) = parsed(made(site, "en/feed.xml")).entries
    assert entry.title == "لقاء في موسكو"
    assert entry.title_detail.language == "ar"
    assert entry.author == "Sky News"
    assert [tag.term for tag in entry.tags] == ["Moscow"]
    assert entry.published == "2025-01-17T00:00:00Z"
    assert "<غدا>" in entry.summary


def test_every_json_feed_is_valid_and_lists_the_same(site: Site) -> None:
    for path, data in named(site, "feed.json").items():
        feed = json.loads(data)
        jsonschema.validate(feed, JSON_FEED)
        atom = parsed(made(site, path.replace("feed.json", "feed.xml")))
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
        assert [item["url"] for item in feed["items"]] == [entry.link for entry in atom.entries]


def test_a_draft_says_that_nobody_has_reviewed_it(tmp_path: Path) -> None:
    draft = tmp_path / "content/overrides/en/articles/meeting.md"
    draft.parent.mkdir(parents=True)
    draft.write_text('---\ntitle: A meeting\norigin: "machine: argos"\n---\n', "utf-8")
    site = build(tmp_path, "")
    (entry,) = parsed(made(site, "en/feed.xml")).entries
    assert (entry.title, entry.summary[:18]) == ("A meeting", "[unreviewed draft]")
    (article,) = json.loads(made(site, "data/articles.json"))["articles"]
    assert article["titles"]["en"]["origin"] == "draft"


def test_an_undated_article_claims_no_date(tmp_path: Path) -> None:
    site = build(tmp_path, "")
    sidecar = tmp_path / "content/articles/meeting.yml"
    sidecar.unlink()
    site = assemble(site.renderer.settings, Report())
    (item,) = json.loads(made(site, "ar/feed.json"))["items"]
    assert "date_published" not in item
    (entry,) = parsed(made(site, "ar/feed.xml")).entries
    assert "published" not in entry


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("data/articles.json", "data-articles"),
        ("data/topics.json", "data-topics"),
        ("data/mentions.json", "data-mentions"),
        ("build-report.json", "build-report"),
    ],
)
def test_data_is_what_its_schema_says(site: Site, path: str, schema: str) -> None:
    content = site.account({}, ()).make() if path == "build-report.json" else made(site, path)
    jsonschema.validate(json.loads(content), all_schemas()[schema])


def test_the_report_tells_no_time_and_no_machine(tmp_path: Path) -> None:
    one, two = build(tmp_path / "a", ""), build(tmp_path / "b", "")
    report = one.account({}, ()).make()
    assert report == two.account({}, ()).make()
    assert str(tmp_path).encode() not in report
    counts = json.loads(report)["counts"]
    assert (counts["articles"], counts["topics"], counts["errors"]) == (1, 1, 0)
    assert "content/articles/secret.txt" in json.loads(report)["inputs"]


def test_the_sitemap_pairs_the_languages_and_needs_an_address(site: Site) -> None:
    base = site.renderer.settings.site_url
    if not base:
        assert not named(site, "sitemap.xml")
        return
    root = etree.fromstring(made(site, "sitemap.xml"))
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = {
        cast("Any", url).findtext("s:loc", namespaces=names): {
            link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", names)
        }
        for url in root.iterfind("s:url", names)
    }
    page, other = f"{base}ar/articles/meeting/", f"{base}en/articles/meeting/"
    assert found[page] == found[other] == {"ar": page, "en": other, "x-default": other}
    homes = {"ar": f"{base}ar/", "en": f"{base}en/", "x-default": base}
    assert found[base] == found[f"{base}en/"] == homes
    assert not [url for url in found if "old" in url or "secret" in url or "copy" in url]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("articles/old", "articles/meeting/"),  # renamed, then merged
        ("articles/copy", "articles/meeting/"),
        ("topics/older", "topics/moscow/"),
        ("topics/cairo", "topics/"),  # nobody mentions it, so it has no page
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_old_address_leads_to_the_new_page(
    site: Site, language: str, old: str, new: str
) -> None:
    page: Any = html5lib.parse(
        made(site, f"{language}/{old}/index.html"), namespaceHTMLElements=False
    )
    target = page.find(".//a").get("href")
    at = Path("/", language, old)
    assert os.path.normpath(at / target) == str(Path("/", language, new))
    assert page.find(".//meta[@http-equiv='refresh']").get("content") == f"0; url={target}"
    base = site.renderer.settings.site_url
    canonical = f"{base}{language}/{new}" if base else target
    assert page.find(".//link[@rel='canonical']").get("href") == canonical
    assert page.get("lang") == language
    assert page.find(".//script") is None


def test_what_is_hidden_or_merged_is_in_no_list(site: Site) -> None:
    urls = {page.url for page in site.pages}
    assert "ar/articles/meeting/" in urls
    assert not urls & {"ar/articles/copy/", "ar/articles/secret/", "ar/articles/old/"}
    data = made(site, "data/articles.json").decode()
    assert [article["id"] for article in json.loads(data)["articles"]] == ["meeting"]
    assert not named(site, "articles/secret/index.html")


def test_articles_that_are_merged_in_a_circle_stay() -> None:
    def merged(one: str, other: str) -> Override:
        path = f"content/overrides/en/articles/{one}.md"
        return Override("en", "articles", one, path, merged_into=other)  # type: ignore[arg-type]

    content = Content((), {}, {}, (merged("a", "b"), merged("b", "a"), merged("c", "d")), ())
    moves = find_moves(content)
    assert moves.targets == {"articles/c": "articles/d"}
    assert [str(problem) for problem in moves.problems] == [
        f"content/overrides/en/articles/{one}.md: “articles/{one}” comes back to itself. "
        "Let one of the pages on the way stay where it is."
        for one in ("a", "b")
    ]
