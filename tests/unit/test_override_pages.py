"""Editors' corrections on pages of every kind, with the machine's version one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.build import assemble
from generator.config import Settings
from generator.model import Bilingual
from generator.report import Report

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

FILES = {
    "articles/meeting.txt": (
        "لقاء في موسكو\n\nالتقى الرئيس بوتين نظيره في موسكو يوم 17 يناير 2025 في قصر الكرملين.\n"
        "وقال بوتين إن التعاون سيستمر 20 عاما على الأقل بين البلدين.\n"
    ),
    "articles/meeting.yml": "published: 2025-01-17\nsource: sky\n",
    "sources.yml": "sky: {name: {ar: سكاي نيوز, en: Sky News}}\n",
    "topics/moscow.yml": "kind: place\nname: {ar: موسكو, en: Moscow}\n",
    "topics/putin.yml": "kind: person\nname: {ar: بوتين, en: Putin}\n",
    "overrides/en/articles/meeting.md": (
        "---\ntitle: A meeting in Moscow\npublished: 2025-01-18\n"
        'source: "0123456789abcdef"\n'
        "topics: {remove: [moscow]}\nkeywords: {add: [قمة]}\n---\n\n## Summary\n\nThey met.\n\n"
        "## Key facts\n\n- In Moscow\n\n## A word on names\n\nMine.\n"
    ),
    "overrides/ar/articles/meeting.md": (
        '---\ntitle: عنوان المسودة\norigin: "machine: argos"\n---\n\n## الملخص\n\nمسودة.\n'
    ),
    "overrides/en/topics/putin.md": "---\ntitle: Vladimir\n---\n\n## Background\n\nA man.\n",
    "overrides/en/sources/sky.md": "---\ntitle: The Sky\n---\n\n## Background\n\nAn outlet.\n",
    "overrides/en/home.md": (
        "---\ntitle: Our home\ndescription: About us\n---\n\n## Read this\n\nFirst.\n"
    ),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Return the pages as a browser reads them, by address."""
    folder: Path = tmp_path_factory.mktemp("project")
    for path, text in FILES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    report = Report()
    site = assemble(Settings(folder, Bilingual("موجز", "Mujaz"), workers=1), report)
    assert [problem.severity for problem in report.problems] == ["warning"]
    return {
        page.url: html5lib.parse(str(page.render().body), namespaceHTMLElements=False)
        for page in site.pages
    }


def text_of(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def machine_versions(page: Element) -> list[str]:
    return [text_of(found) for found in page.iterfind(".//details[@class='mz-more']")]


@pytest.mark.parametrize(
    ("url", "heading"),
    [
        ("en/articles/meeting/", "A meeting in Moscow"),
        ("en/topics/putin/", "Vladimir"),
        ("en/sources/sky/", "The Sky"),
        ("en/", "Our home"),
        ("ar/topics/putin/", "بوتين"),
    ],
)
def test_a_title_is_corrected_on_every_kind_of_page(
    pages: dict[str, Element], url: str, heading: str
) -> None:
    assert text_of(pages[url].find(".//h1")) == heading


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("en/topics/putin/", "Background editor A man."),
        ("en/sources/sky/", "Background editor An outlet."),
        ("en/", "Read this editor First."),
        ("en/articles/meeting/", "A word on names editor Mine."),
        ("ar/articles/meeting/", "لم يدقّق أي محرّر هذه الترجمة. الآلة: argos"),
    ],
)
def test_every_text_says_who_wrote_it(pages: dict[str, Element], url: str, said: str) -> None:
    assert said in text_of(pages[url])


@pytest.mark.parametrize("url", ["ar/", "ar/articles/", "ar/topics/putin/", "ar/sources/sky/"])
def test_a_drafted_title_says_so_in_every_list(pages: dict[str, Element], url: str) -> None:
    assert "عنوان المسودة مسودة لم تُراجَع" in text_of(pages[url])


def test_what_is_replaced_stays_one_click_away(pages: dict[str, Element]) -> None:
    versions = machine_versions(pages["en/articles/meeting/"])
    assert len(versions) == 4
    assert any("لقاء في موسكو" in found and "17 January 2025" in found for found in versions)
    assert any("التقى الرئيس بوتين نظيره" in found for found in versions)  # the summary
    assert any("17 يناير 2025" in found and "20" in found for found in versions)  # the facts
    assert len(machine_versions(pages["ar/articles/meeting/"])) == 3  # the keywords are of both


def test_topics_and_keywords_are_added_and_removed(pages: dict[str, Element]) -> None:
    page = pages["en/articles/meeting/"]
    keywords = [text_of(word) for word in page.iterfind(".//p[@class='mz-keywords']/*")]
    assert "قمة editor" in keywords
    names = [text_of(name) for name in page.iterfind(".//aside//li/a")]
    assert "Moscow" not in {*names, *keywords}
    assert "en/topics/moscow/" not in pages


def test_a_stale_correction_is_marked_and_stays(pages: dict[str, Element]) -> None:
    notice = pages["en/articles/meeting/"].find(".//*[@class='mz-notice mz-notice--stale']")
    assert "The source text has changed" in text_of(notice)
    assert "They met." in text_of(pages["en/articles/meeting/"])
