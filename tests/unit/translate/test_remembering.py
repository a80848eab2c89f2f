"""``mujaz translate --remember``: what editors accept is used again, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.commands.check import check
from generator.commands.translate import run_translate, write_memory
from generator.errors import UsageError
from generator.translate.memory_file import PATH
from tests.unit.translate.engines import Script, english_of
from tests.unit.translate.projects import (
    FIRST,
    PAGE,
    TITLE,
    english_page,
    override,
    settings,
    translate,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


class TestMemory:
    @pytest.fixture
    def accepted(self, project: Path, argos: Script) -> Path:
        """Return a project in which an editor has reviewed a draft."""
        argos.extend([english_of(TITLE), "A partnership of 47 articles was signed."])
        translate(project)
        text = (project / PAGE).read_text("utf-8").replace('"machine: argos"', "editor")
        write(project, text)
        write(project, f"عنوان آخر\n\n{FIRST} وهذه جملة أخرى.\n", "content/articles/next.txt")
        return project

    def test_what_editors_accept_is_used_and_said(self, accepted: Path) -> None:
        translate(accepted, "en/articles/next")
        draft = override(accepted, "content/overrides/en/articles/next.md")
        assert draft.draft is not None
        assert len(draft.draft.memory) == 1
        assert "A partnership of 47 articles was signed." in draft.sections[-1].markdown
        html = english_page(accepted, "next")
        assert "1 sentence is from editors' earlier translations" in html.replace("&#39;", "'")

    def test_remembered_it_outlives_the_article(self, accepted: Path, argos: Script) -> None:
        write_memory(settings(accepted))
        (accepted / PAGE).unlink()
        (accepted / "content/articles/treaty.txt").unlink()
        translate(accepted, provider="memory")
        draft = override(accepted, "content/overrides/en/articles/next.md")
        assert draft.origin == "machine: memory"
        assert draft.draft is not None
        assert len(draft.draft.untranslated) == 2
        assert not argos

    def test_drafts_and_stale_texts_teach_nothing(self, project: Path, argos: Script) -> None:
        assert not argos
        translate(project)
        write_memory(settings(project))
        assert "<tu " not in (project / PATH).read_text("utf-8")
        write(project, '---\ntitle: A title\nsource: "0123456789abcdef"\n---\n')
        write_memory(settings(project))
        assert "<tu " not in (project / PATH).read_text("utf-8")

    def test_check_names_what_is_damaged(self, accepted: Path) -> None:
        write_memory(settings(accepted))
        data = (accepted / PATH).read_text("utf-8")
        write(accepted, data.replace("47 articles", "74 articles"), PATH)
        (problem,) = check(settings(accepted))
        assert "An entry of the translation memory is not used" in problem.message

    def test_remembering_does_nothing_else(self, project: Path) -> None:
        with pytest.raises(UsageError, match="--remember translates nothing"):
            run_translate(project, (), provider="argos", everything=False, remembering=True)
