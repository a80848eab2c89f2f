"""The article that the home page leads with: the newest, or the one that an editor names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.build import Site, assemble
from generator.config import Settings
from generator.model import Bilingual
from generator.pages.values import Values
from generator.report import Report

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from generator.pages.tracking import Read

ARTICLES = {
    "oldest": ("2025-01-10", "زيارة إلى باكو"),
    "older": ("2025-01-15", "لقاء في طهران"),
    "newest": ("2025-01-17", "توقيع معاهدة في موسكو"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, (day, title) in ARTICLES.items():
        write(tmp_path, f"articles/{name}.txt", f"{title}\n\nقال المتحدث إن العمل يبدأ قريبا.\n")
        write(tmp_path, f"articles/{name}.yml", f"published: {day}\n")
    return tmp_path


def write(project: Path, name: str, text: str) -> None:
    path = project / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def build(project: Path) -> tuple[Site, list[str]]:
    report = Report()
    site = assemble(Settings(project, Bilingual("موجز", "Mujaz"), workers=1), report)
    return site, [str(problem) for problem in report.problems]


def home(site: Site, language: str) -> tuple[Element, frozenset[Read]]:
    """Return the home page and what it has read of the briefing."""
    page = next(page for page in site.pages if page.url == f"{language}/")
    with site.renderer.reads.noted() as reads:
        body = str(page.render().body)
    return html5lib.parse(body, namespaceHTMLElements=False), frozenset(reads)


def shown(page: Element) -> tuple[str, list[str]]:
    """Return the headline of the lead and those of the rows below it."""
    lead = "".join(page.find(".//*[@id='lead']").itertext()).strip()  # type: ignore[union-attr]
    rows = page.findall(".//article//h3")
    return lead, ["".join(row.itertext()).strip() for row in rows]


def test_the_newest_article_leads(project: Path) -> None:
    page, _ = home(build(project)[0], "ar")
    assert shown(page) == ("توقيع معاهدة في موسكو", ["لقاء في طهران", "زيارة إلى باكو"])
    assert page.find(".//*[@class='mz-mark mz-mark--editor']") is None


def test_an_editor_chooses_another_one_for_a_language(project: Path) -> None:
    write(project, "overrides/ar/home.md", "---\nlead: older\n---\n")
    site, problems = build(project)
    page, _ = home(site, "ar")
    assert problems == []
    assert shown(page) == ("لقاء في طهران", ["توقيع معاهدة في موسكو", "زيارة إلى باكو"])
    mark = page.find(".//*[@class='mz-mark mz-mark--editor']")
    assert mark is not None
    assert mark.text == "اختاره محرّر"
    assert shown(home(site, "en")[0])[0] == "توقيع معاهدة في موسكو"


@pytest.mark.slow
def test_the_home_page_is_rendered_anew_when_its_lead_changes(project: Path) -> None:
    write(project, "overrides/ar/home.md", "---\nlead: oldest\n---\n")
    before, _ = build(project)
    reads = {language: home(before, language)[1] for language in ("ar", "en")}
    known = Values(before.renderer.linked, {}, "")
    answers = {language: {read: known.of(read) for read in reads[language]} for language in reads}

    def outdated() -> set[str]:
        """Return the languages whose home page has read what is now answered otherwise."""
        now = Values(build(project)[0].renderer.linked, {}, "")
        digests = known.article_digests()
        return {language for language in reads if now.changed(answers[language].items(), digests)}

    assert outdated() == set()
    write(project, "overrides/ar/home.md", "---\nlead: older\n---\n")
    assert outdated() == {"ar"}
    write(project, "overrides/ar/home.md", "---\nlead: oldest\n---\n")
    write(project, "overrides/ar/articles/oldest.md", "---\ntitle: زيارة ثانية إلى باكو\n---\n")
    assert "ar" in outdated()
