"""``mujaz translate``: what it writes, what it never touches, and what pages say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib
import pytest

from generator.build import assemble
from generator.commands.check import check, run_check
from generator.commands.translate import run_translate, write_drafts, write_memory
from generator.config import Settings
from generator.errors import UsageError
from generator.load.limits import Limits
from generator.load.project import load_content
from generator.report import Report
from generator.translate.draft import is_untouched
from generator.translate.memory_file import PATH
from generator.translate.options import Options, make_provider
from generator.translate.provider import ProviderError
from tests.unit.translate.engines import Script, english_of, fake_argos

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Override

pytestmark = pytest.mark.slow

TITLE = "توقيع اتفاق في موسكو"
FIRST = "وقع الرئيسان اتفاق شراكة في موسكو من 47 مادة."
SECOND = "وقال بوتين إن الاتفاق «مهم جدا» للبلدين."
SUBHEAD = "تطوير القدرات"
THIRD = "وينص الاتفاق على تعاون طويل بين البلدين في مجالات كثيرة ومهمة."
TEXT = f"{TITLE}\n\n{FIRST} {SECOND}\n\n{SUBHEAD}\n\n{THIRD}\n"
CONFIG = "site_name: x\ndocs_dir: content/pages\ntheme: {name: material}\nplugins: [mujaz]\n"
PAGE = "content/overrides/en/articles/treaty.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/topics").mkdir()
    (tmp_path / "content/articles/treaty.txt").write_text(TEXT, "utf-8")
    (tmp_path / "content/topics/moscow.yml").write_text(
        "kind: place\nname: {ar: موسكو, en: Moscow}\n", "utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path


@pytest.fixture
def argos(monkeypatch: pytest.MonkeyPatch) -> Script:
    return fake_argos(monkeypatch)


def settings(project: Path) -> Settings:
    return Settings(project, workers=0)


def translate(project: Path, *pages: str, provider: str = "argos", anew: bool = False) -> int:
    machine = make_provider(provider, Options(), {})
    return write_drafts(settings(project), pages, machine, anew=anew)


def override(project: Path, name: str = PAGE) -> Override:
    content = load_content(project)
    assert not content.problems
    return next(o for o in content.overrides if o.path == name)


def write(project: Path, text: str, name: str = PAGE) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, "utf-8")


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


def english_page(project: Path, name: str = "treaty") -> str:
    site = assemble(settings(project), Report())
    page = next(page for page in site.pages if page.url == f"en/articles/{name}/")
    return str(page.render().body)
