"""What machines read of each kind of page, and that it says no more than the page does."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import html5lib
import pytest

from generator.build import assemble
from generator.config import Settings
from generator.model import Bilingual
from generator.pages.page import RenderedPage
from generator.pages.render import render_pages
from generator.report import Report

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

BASE = "https://news.example/briefing/"
FILES = {
    "articles/meeting.txt": (
        "لقاء في موسكو\n\nالتقى الرئيس بوتين نظيره في موسكو يوم 17 يناير 2025 في قصر الكرملين.\n"
        "وقال بوتين إن التعاون سيستمر 20 عاما على الأقل بين البلدين.\n"
    ),
    "articles/meeting.yml": (
        "published: 2025-01-17\nsource: sky\nurl: https://sky.example/1?a=b&c=d\nbyline: سمير عطا\n"
    ),
    "articles/undated.txt": 'عنوان "آخر" <b>&amp;\n\nقال بوتين إن الاتفاق جاهز للتوقيع قريبا.\n',
    "sources.yml": "sky: {name: {ar: سكاي نيوز, en: Sky News}, url: https://sky.example/}\n",
    "topics/moscow.yml": "kind: place\nname: {ar: موسكو, en: Moscow}\nwikidata: Q649\n",
    "topics/putin.yml": "kind: person\nname: {ar: بوتين, en: Putin}\n",
    "overrides/en/articles/meeting.md": (
        "---\ntitle: A meeting in Moscow\n---\n\n## Summary\n\nThey met.\n"
    ),
    "overrides/en/articles/undated.md": "---\ntitle: Only a title\n---\n",
}


class Seen(NamedTuple):
    """A page as a browser reads it."""

    head: Element
    body: Element

    def meta(self, name: str) -> str | None:
        found = self.head.find(f".//meta[@property='{name}']")
        return None if found is None else found.get("content")

    def links(self, rel: str) -> dict[str | None, str | None]:
        return {
            e.get("hreflang"): e.get("href") for e in self.head.iterfind(f".//link[@rel='{rel}']")
        }

    def graph(self) -> dict[str, Any]:
        script = self.head.find(".//script[@type='application/ld+json']")
        assert script is not None
        assert script.text
        nodes = json.loads(script.text)["@graph"]
        nodes += [node["mainEntity"] for node in nodes if "mainEntity" in node]
        return {node["@type"]: node for node in nodes}

    def words(self) -> str:
        return " ".join("".join(self.body.itertext()).split())


def pages_of(folder: Path, site_url: str) -> dict[str, Seen]:
    for path, text in FILES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    settings = Settings(folder, Bilingual("موجز", "Mujaz"), site_url=site_url, workers=1)
    report = Report()
    site = assemble(settings, report)
    assert not report.problems
    found = {}
    for planned, made in render_pages(site.renderer, site.pages, 1):
        assert isinstance(made, RenderedPage), made
        page = made.page
        html = f"<head>{page.head}</head><body>{page.body}</body>"
        document = html5lib.parse(html, namespaceHTMLElements=False)
        head, body = document
        found[planned.url] = Seen(head, body)
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    return pages_of(tmp_path_factory.mktemp("project"), BASE)


@pytest.fixture(scope="module")
def homeless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Return the pages of a site that does not know its address."""
    return pages_of(tmp_path_factory.mktemp("project"), "")


def test_each_page_leads_to_its_partner_and_back(pages: dict[str, Seen]) -> None:
    for url, page in pages.items():
        alternates = page.links("alternate")
        assert set(alternates) == {"ar", "en", "x-default"}
        for language in ("ar", "en"):
            partner = str(alternates[language]).removeprefix(BASE)
            assert pages[partner].links("alternate") == alternates, url
        if url:
            assert alternates[url[:2]] == BASE + url
        assert page.links("canonical") == {None: BASE + url}
        assert page.meta("og:url") == BASE + url


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [("", ""), ("ar/", ""), ("en/", ""), ("ar/topics/moscow/", "en/topics/moscow/")],
)
def test_readers_of_neither_language(pages: dict[str, Seen], url: str, elsewhere: str) -> None:
    assert pages[url].links("alternate")["x-default"] == BASE + elsewhere


def test_without_an_address_nothing_pretends_to_have_one(homeless: dict[str, Seen]) -> None:
    page = homeless["ar/topics/moscow/"]
    assert page.links("canonical") == {}
    assert page.meta("og:image") is None
    assert page.meta("og:url") is None
    assert page.links("alternate")["en"] == "../../../en/topics/moscow/"
    assert page.head.find(".//script") is None


def test_open_graph(pages: dict[str, Seen]) -> None:
    page = pages["ar/articles/meeting/"]
    assert page.meta("og:type") == "article"
    assert page.meta("og:title") == "لقاء في موسكو"
    assert page.meta("og:locale") == "ar_AR"
    assert page.meta("og:locale:alternate") == "en_GB"
    assert page.meta("og:site_name") == "موجز"
    assert page.meta("article:published_time") == "2025-01-17"
    assert pages["ar/articles/undated/"].meta("article:published_time") is None
    assert pages["en/topics/"].meta("og:type") == "website"


def test_each_page_has_a_picture_to_share(pages: dict[str, Seen]) -> None:
    for page in pages.values():
        image = page.meta("og:image") or ""
        assert re.fullmatch(re.escape(BASE) + r"assets/cards/[0-9a-f]{20}\.png", image)
        assert page.meta("og:image:width") == "1200"
        assert page.meta("og:image:height") == "630"
        assert page.meta("og:image:alt")
    own, shared = (pages[f"{lang}/articles/undated/"] for lang in ("ar", "en"))
    assert own.meta("og:image") != shared.meta("og:image")
    assert own.meta("og:image:alt") == 'عنوان "آخر" <b>&amp; · مقال · موجز'


def test_an_article_and_its_translation(pages: dict[str, Seen]) -> None:
    own, translated = (pages[f"{lang}/articles/meeting/"].graph() for lang in ("ar", "en"))
    article = own["NewsArticle"]
    about = article.pop("about")
    assert article.pop("image") == pages["ar/articles/meeting/"].meta("og:image")
    outlet = f"{BASE}ar/sources/sky/#source"
    assert article == {
        "@type": "NewsArticle",
        "@id": f"{BASE}ar/articles/meeting/#article",
        "url": f"{BASE}ar/articles/meeting/",
        "headline": "لقاء في موسكو",
        "inLanguage": "ar",
        "datePublished": "2025-01-17",
        "publisher": {
            "@type": "NewsMediaOrganization",
            "@id": outlet,
            "name": "سكاي نيوز",
            "url": "https://sky.example/",
        },
        "sourceOrganization": {"@id": outlet},
        "author": {"@type": "Person", "name": "سمير عطا"},
        "isBasedOn": "https://sky.example/1?a=b&c=d",
        "workTranslation": {"@id": f"{BASE}en/articles/meeting/#article"},
    }
    assert {
        "@type": "Place",
        "name": "موسكو",
        "url": f"{BASE}ar/topics/moscow/",
        "sameAs": "https://www.wikidata.org/wiki/Q649",
    } in about
    assert own["WebPage"]["publisher"]["name"] == "موجز"
    there = translated["NewsArticle"]
    assert (there["headline"], there["inLanguage"]) == ("A meeting in Moscow", "en")
    assert there["translationOfWork"] == {"@id": article["@id"]}
    assert there["translator"]["name"] == "Mujaz"
    assert there["author"] == article["author"]


def test_an_article_of_which_little_is_known(pages: dict[str, Seen]) -> None:
    own, other = (pages[f"{lang}/articles/undated/"].graph() for lang in ("ar", "en"))
    assert own["NewsArticle"].keys() == {
        "@type", "@id", "url", "headline", "inLanguage", "about", "image",
    }  # fmt: skip
    # A title alone is no translation: the English page shows the Arabic article.
    assert other["NewsArticle"]["@id"] == own["NewsArticle"]["@id"]
    assert other["NewsArticle"]["inLanguage"] == "ar"
    assert other["WebPage"]["name"] == "Only a title"


def test_topics_sources_and_lists(pages: dict[str, Seen]) -> None:
    topic = pages["en/topics/putin/"].graph()["CollectionPage"]["mainEntity"]
    assert (topic["@type"], topic["name"], topic["alternateName"]) == ("Person", "Putin", "بوتين")
    assert "sameAs" not in topic
    source = pages["en/sources/sky/"].graph()["CollectionPage"]["mainEntity"]
    assert (source["@type"], source["name"]) == ("NewsMediaOrganization", "Sky News")
    assert "CollectionPage" in pages["en/articles/"].graph()
    assert "SearchResultsPage" in pages["en/search/"].graph()
    assert pages["en/"].graph()["WebSite"]["alternateName"] == "موجز"


def test_breadcrumbs_lead_home(pages: dict[str, Seen]) -> None:
    way = pages["en/topics/putin/"].graph()["BreadcrumbList"]["itemListElement"]
    assert [(e["position"], e["name"], e["item"]) for e in way] == [
        (1, "Home", f"{BASE}en/"),
        (2, "Topics", f"{BASE}en/topics/"),
        (3, "Putin", f"{BASE}en/topics/putin/"),
    ]
    assert "BreadcrumbList" not in pages["en/"].graph()


def test_nothing_is_stated_that_the_page_does_not_show(pages: dict[str, Seen]) -> None:
    for url, page in pages.items():
        graph, words = page.graph(), page.words()
        article = graph.get("NewsArticle", {})
        said = [
            *(node["name"] for node in article.get("about", ())),
            *([article["author"]["name"]] if "author" in article else ()),
            *([article["publisher"]["name"]] if "publisher" in article else ()),
        ]
        for name in said:
            assert name in words, url
        if "datePublished" in article:
            assert page.body.find(f".//time[@datetime='{article['datePublished']}']") is not None
        heading = page.body.find(".//h1")
        if url.count("/") > len(("lang", "section")) and heading is not None:
            way = graph["BreadcrumbList"]["itemListElement"]
            assert way[-1]["name"] == " ".join("".join(heading.itertext()).split()), url


def test_markup_in_a_title_stays_text(pages: dict[str, Seen]) -> None:
    page = pages["ar/articles/undated/"]
    title = 'عنوان "آخر" <b>&amp;'
    assert page.meta("og:title") == title
    assert page.graph()["NewsArticle"]["headline"] == title
    script = page.head.find(".//script")
    assert script is not None
    assert script.text
    assert not set("<>&\u2028\u2029") & set(script.text)
