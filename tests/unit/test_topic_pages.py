"""How much of many articles the page of a topic shows: the newest in full, the oldest as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.build import assemble
from generator.config import Settings
from generator.model import Bilingual
from generator.pages import mentions
from generator.report import Report

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

ARTICLES = 4
SENTENCES = ("وصل الوفد إلى موسكو أمس.", "وقال المتحدث إن موسكو ترحب به.")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Element:
    """Return the page of a topic that four articles of one outlet name twice each."""
    monkeypatch.setattr(mentions, "IN_FULL", 1)
    monkeypatch.setattr(mentions, "WITH_SENTENCE", 3)
    content = tmp_path / "content"
    for folder in ("articles", "topics"):
        (content / folder).mkdir(parents=True)
    (content / "topics/moscow.yml").write_text(
        "kind: place\nname: {ar: موسكو, en: Moscow}\n", "utf-8"
    )
    for number in range(ARTICLES):
        body = "\n\n".join((f"خبر رقم {number}", *SENTENCES))
        (content / f"articles/a{number}.txt").write_text(body + "\n", "utf-8")
        (content / f"articles/a{number}.yml").write_text(f"published: 2025-01-{9 - number:02}\n")
    site = assemble(Settings(tmp_path, Bilingual("موجز", "Mujaz"), workers=1), Report())
    found = next(page for page in site.pages if page.url == "ar/topics/moscow/")
    return html5lib.parse(str(found.render().body), namespaceHTMLElements=False)


def test_the_newest_are_shown_in_full_and_the_oldest_as_a_line(page: Element) -> None:
    section = page.find(".//section[@aria-labelledby='mentions']")
    assert section is not None
    rows = section.findall("article")
    assert [len(row.findall("ul/li")) for row in rows] == [2, 1, 1]
    lines = ["".join(line.itertext()).split() for line in section.findall("ol/li")]
    assert lines == [["6", "يناير", "2025", "خبر", "رقم", "3"]]


def test_all_of_them_are_counted(page: Element) -> None:
    heading = page.find(".//h3[@class='mz-group']")
    assert heading is not None
    assert "4 مقالات" in "".join(heading.itertext())
