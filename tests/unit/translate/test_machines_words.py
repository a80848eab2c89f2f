"""What machines say in drafts: plain words, or Arabic that stays and is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.commands.translate import write_drafts
from generator.config import Settings
from generator.load.limits import Limits
from generator.translate.options import Options, make_provider
from generator.translate.provider import ProviderError
from tests.unit.translate.engines import Script, english_of
from tests.unit.translate.projects import (
    FIRST,
    PAGE,
    SECOND,
    TEXT,
    TITLE,
    english_page,
    override,
    translate,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


class TestUntrusted:
    """Whatever a machine says becomes plain words at the one place that is meant."""

    MARKUP = (
        '# Head *bold* [x](javascript:alert) <script>alert("x")</script> ![i](//e/x.png) `c` | &lt;'
    )

    def test_markup_is_shown_as_it_is(self, project: Path, argos: Script) -> None:
        quoted = FIRST.replace("شراكة", '"شراكة"')  # as many marks as the answer has
        write(project, TEXT.replace(FIRST, quoted), "content/articles/treaty.txt")
        argos.extend(["A title", f"{self.MARKUP} 47"])
        assert translate(project) == 0
        page = html5lib.parse(english_page(project), namespaceHTMLElements=False)
        section = page.find(".//section[@aria-labelledby='translation']")
        assert section is not None
        assert f"{self.MARKUP} 47" in " ".join("".join(section.itertext()).split())
        assert not section.findall(".//script")
        assert not section.findall(".//img")
        assert not section.findall(".//h1")

    @pytest.mark.parametrize(
        "answer",
        [
            "## Background",
            "---",
            "- a list",
            "1. a list",
            "> a quotation",
            "    code",
            "```",
            "title: another",
            "<!-- a comment -->",
            "===",
            "| a | b |",
            "[x]: https://example.org",
        ],
    )
    def test_no_answer_makes_a_section(self, project: Path, argos: Script, answer: str) -> None:
        argos.extend([f"Title {answer}", f"{answer} 47 words", english_of(SECOND), f"{answer} so"])
        assert translate(project) in (0, 1)
        draft = override(project)
        assert [section.kind for section in draft.sections] == ["summary", "translation"]
        assert draft.origin == "machine: argos"


class TestLeftInArabic:
    @pytest.fixture
    def said(self, project: Path, argos: Script, capsys: pytest.CaptureFixture[str]) -> str:
        argos.extend([english_of(TITLE), english_of(FIRST), "He said nothing of the kind."])
        assert translate(project) == 0
        return capsys.readouterr().out

    def test_the_sentence_is_named(self, said: str) -> None:
        assert f"{PAGE}: 5 sentences, 1 left in Arabic:" in said
        assert "content/articles/treaty.txt:3: " + SECOND in said
        assert "its quotation marks are not those of the sentence" in said

    @pytest.mark.usefixtures("said")
    def test_the_page_says_so_and_in_which_language_it_is(self, project: Path) -> None:
        page = html5lib.parse(english_page(project), namespaceHTMLElements=False)
        notice = page.find(".//*[@class='mz-notice mz-notice--draft']")
        assert notice is not None
        said = " ".join("".join(notice.itertext()).split())
        assert "Unreviewed draft" in said
        assert "argos" in said
        assert "1 sentence is left in Arabic: 2" in said
        translation = page.find(".//section[@aria-labelledby='translation']")
        assert translation is not None
        (foreign,) = translation.findall(".//bdi[@lang='ar']")
        assert foreign.get("dir") == "rtl"
        assert "".join(foreign.itertext()) == SECOND

    def test_a_machine_that_can_do_nothing_writes_nothing(
        self, project: Path, argos: Script, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(project, TEXT, "content/articles/z-next.txt")
        argos.extend([""] * 5)
        assert translate(project) == 1
        assert "has translated none of its sentences" in capsys.readouterr().err
        assert [path.name for path in (project / PAGE).parent.iterdir()] == ["z-next.md"]

    def test_nor_is_it_asked_for_ever(self, project: Path, argos: Script) -> None:
        for name in "abcd":
            write(project, TEXT, f"content/articles/{name}.txt")
        argos.extend([""] * 100)
        with pytest.raises(ProviderError, match="3 articles in a row"):
            translate(project)
        assert not (project / "content/overrides").exists()

    @pytest.mark.usefixtures("argos")
    def test_a_draft_that_would_be_too_large_is_not_written(self, project: Path) -> None:
        small = Settings(project, workers=0, limits=Limits(override_bytes=500))
        assert write_drafts(small, (), make_provider("argos", Options(), {})) == 1
        assert not (project / PAGE).exists()
