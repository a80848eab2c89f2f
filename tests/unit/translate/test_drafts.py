"""``mujaz translate``: what it writes and what it never touches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.commands.check import check, run_check
from generator.errors import UsageError
from generator.load.project import load_content
from generator.translate.draft import is_untouched
from tests.unit.translate.engines import Script, english_of
from tests.unit.translate.projects import (
    FIRST,
    PAGE,
    SECOND,
    SUBHEAD,
    TEXT,
    THIRD,
    TITLE,
    override,
    settings,
    translate,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("argos")
class TestWriting:
    def test_a_draft_is_sound_marked_and_knows_its_version(self, project: Path) -> None:
        assert translate(project) == 0
        draft = override(project)
        article = load_content(project).articles[0]
        assert (draft.origin, draft.title) == ("machine: argos", english_of(TITLE))
        assert draft.description == english_of(FIRST)
        assert draft.source == article.version
        assert draft.source_lines
        assert is_untouched(draft)
        assert not check(settings(project))

    def test_check_says_what_waits_for_a_reviewer(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        translate(project)
        assert run_check(project) == 0
        assert f"1 draft is not reviewed yet: {PAGE}\n" in capsys.readouterr().err

    def test_it_has_a_sentence_a_line_in_the_articles_paragraphs(self, project: Path) -> None:
        translate(project)
        (text,) = (s.markdown for s in override(project).sections if s.kind == "translation")
        plain = re.sub(r"\\(.)", r"\1", text)
        assert plain == (
            f"{english_of(FIRST)}\n{english_of(SECOND)}\n\n"
            f"### {english_of(SUBHEAD)}\n\n{english_of(THIRD)}"
        )

    def test_once_written_it_stays(self, project: Path, argos: Script) -> None:
        translate(project)
        before = (project / PAGE).read_bytes()
        argos.append(RuntimeError("nobody is to be asked"))
        assert translate(project) == 0
        assert (project / PAGE).read_bytes() == before
        assert len(argos) == 1

    def test_it_is_written_anew_where_its_article_has_changed(self, project: Path) -> None:
        translate(project)
        fresh = THIRD.replace("طويل", "قصير")
        write(project, TEXT.replace(THIRD, fresh), "content/articles/treaty.txt")
        assert translate(project) == 0
        assert english_of(fresh) in (project / PAGE).read_text("utf-8").replace("\\", "")

    def test_or_where_that_is_asked_for(self, project: Path, argos: Script) -> None:
        translate(project)
        argos.append("Another title")
        translate(project, anew=True)
        assert override(project).title == "Another title"

    def test_an_article_in_english_needs_none(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write(project, "A title\n\nThe presidents have signed it.\n", "content/articles/e.txt")
        assert translate(project) == 0
        assert not (project / "content/overrides/en/articles/e.md").exists()
        translate(project, "en/articles/e")
        assert "in English already" in capsys.readouterr().out

    def test_hidden_and_merged_articles_are_passed_over(self, project: Path) -> None:
        write(project, TEXT, "content/articles/second.txt")
        write(project, TEXT, "content/articles/third.txt")
        folder = "content/overrides/ar/articles"
        write(project, "---\nhidden: true\n---\n", f"{folder}/second.md")
        write(project, "---\nmerged_into: treaty\n---\n", f"{folder}/third.md")
        translate(project)
        assert [p.name for p in (project / PAGE).parent.iterdir()] == ["treaty.md"]

    @pytest.mark.parametrize("page", ["ar/articles/treaty", "en/topics/moscow", "en/home"])
    def test_only_english_pages_of_articles(self, project: Path, page: str) -> None:
        with pytest.raises(UsageError, match="Only English pages of articles"):
            translate(project, page)


class TestEditors:
    """What an editor has written stays, to the last byte."""

    @pytest.fixture(autouse=True)
    def _machine(self, argos: Script) -> None:
        """Have a machine at hand that would write."""

    @pytest.mark.parametrize(
        "text",
        [
            "---\ntitle: Mine\n---\n",
            "---\norigin: editor\n---\n\n## Translation\n\nMine.\n",
            "## Summary\n\nMine.\n",
            '---\norigin: "machine: elsewhere"\n---\n\n## Summary\n\nA draft without digest.\n',
            "---\nbroken\n",
            "",
        ],
    )
    def test_a_file_that_is_not_our_draft(self, project: Path, text: str) -> None:
        write(project, text)
        for pages in ((), ("en/articles/treaty",)):
            translate(project, *pages)
            translate(project, *pages, anew=True)
            assert (project / PAGE).read_text("utf-8") == text

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Saying", "He says"),
            ("title: ", "title: My "),
            ("origin:", "topics: {add: [moscow]}\norigin:"),
            ("origin:", "hidden: true\norigin:"),
            ("## Translation", "## Note\n\nMine.\n\n## Translation"),
        ],
    )
    def test_a_draft_that_somebody_has_corrected(
        self, project: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        translate(project)
        text = (project / PAGE).read_text("utf-8").replace(old, new, 1)
        write(project, text)
        write(project, TEXT + "\nسطر جديد في آخر المقال.\n", "content/articles/treaty.txt")
        assert translate(project, "en/articles/treaty", anew=True) == 0
        assert (project / PAGE).read_text("utf-8") == text
        assert "Somebody has been at this draft" in capsys.readouterr().out

    def test_a_reviewed_draft(self, project: Path) -> None:
        translate(project)
        text = (project / PAGE).read_text("utf-8").replace('"machine: argos"', "editor")
        write(project, text)
        translate(project, anew=True)
        assert (project / PAGE).read_text("utf-8") == text

    def test_what_it_lacks_is_said(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(project, "---\ntitle: Mine\n---\n")
        translate(project)
        assert capsys.readouterr().out == (
            f"{PAGE}: An editor's; it stays as it is. It lacks: Summary, Translation.\n"
        )

    def test_a_file_saved_while_the_machine_works(
        self, project: Path, argos: Script, capsys: pytest.CaptureFixture[str]
    ) -> None:
        translate(project)

        class Saves(str):
            """An answer during which an editor saves the page."""

            __slots__ = ()

            def __str__(self) -> str:
                write(project, "## Summary\n\nMine.\n")
                return "Too late"

        argos.append(Saves())
        assert translate(project, anew=True) == 1
        assert (project / PAGE).read_text("utf-8") == "## Summary\n\nMine.\n"
        assert "It has changed meanwhile" in capsys.readouterr().err

    def test_a_folder_that_leads_out_of_the_project(
        self,
        project: Path,
        tmp_path_factory: pytest.TempPathFactory,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        outside = tmp_path_factory.mktemp("outside")
        (project / "content/overrides/en").mkdir(parents=True)
        (project / "content/overrides/en/articles").symlink_to(outside)
        assert translate(project) == 1
        assert "link out of the project" in capsys.readouterr().err
        assert list(outside.iterdir()) == []
