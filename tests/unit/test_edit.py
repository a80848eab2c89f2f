"""``mujaz edit``: what it writes, what it never touches, and what is said about changed texts."""

from __future__ import annotations

import dataclasses
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.commands.edit import run_edit
from generator.edit import edit, override_problems
from generator.errors import UsageError
from generator.findings import Analysis, Cleaned, SummarySentence, Title
from generator.load.project import load_content
from generator.model import Article, ArticleId, Language, Override, OverrideSection, Span
from generator.scaffold.override import summary_markdown
from generator.scaffold.quoting import comment_text, markdown_paragraph, yaml_text
from generator.scaffold.refresh import refreshed
from generator.versions import Changes, changes_since, line_digests, ranges, version_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "توقيع اتفاق\n\nوقع الرئيسان *اتفاق* شراكة في موسكو.\nوقال بوتين إن الاتفاق مهم.\n"
CONFIG = "site_name: x\ndocs_dir: content/pages\ntheme: {name: material}\nplugins: [mujaz]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/topics").mkdir()
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "content/articles/treaty.txt").write_text(TEXT, "utf-8")
    (tmp_path / "content/topics/iran.yml").write_text(
        "kind: country\nname: {ar: إيران, en: Iran}\n"
    )
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    return tmp_path


def override_of(project: Path, page: str) -> Path:
    return project / "content/overrides" / f"{page}.md"


def run(project: Path, *pages: str, refresh: bool = False) -> int:
    return run_edit(project, pages, refresh=refresh, yes=True)


@pytest.mark.parametrize(
    "page",
    ["ar/articles/treaty", "en/articles/treaty", "ar/topics/iran", "en/topics/iran", "en/home"],
)
def test_what_it_writes_is_sound_as_it_stands(project: Path, page: str) -> None:
    run(project, page)
    content = load_content(project)
    assert content.problems == ()
    (override,) = content.overrides
    assert override.origin == "editor"
    assert override.path == f"content/overrides/{page}.md"


def test_the_machines_text_stands_in_it(project: Path) -> None:
    run(project, "ar/articles/treaty", "en/articles/treaty")
    arabic, english = load_content(project).overrides
    assert arabic.title == "توقيع اتفاق"
    assert [section.kind for section in arabic.sections] == ["summary"]
    assert r"وقع الرئيسان \*اتفاق\* شراكة" in arabic.sections[0].markdown
    # Arabic text is no English summary: there it waits in a comment to be translated.
    assert (english.title, english.sections) == (None, ())
    assert "وقع الرئيسان" in override_of(project, "en/articles/treaty").read_text("utf-8")


def test_what_is_there_is_never_overwritten(project: Path) -> None:
    path = override_of(project, "en/articles/treaty")
    path.parent.mkdir(parents=True)
    path.write_text("## Summary\n\nMine.\n")
    with pytest.raises(UsageError, match="is there already"):
        run(project, "en/articles/treaty")
    assert path.read_text() == "## Summary\n\nMine.\n"


@pytest.mark.parametrize(
    "written",
    ["/ar/articles/treaty/", "content/overrides/ar/articles/treaty.md", "./ar/articles/treaty"],
)
def test_a_page_may_be_named_by_address_or_path(project: Path, written: str) -> None:
    run(project, written)
    assert override_of(project, "ar/articles/treaty").is_file()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("en/articles/traety", "There is no such page. Did you mean en/articles/treaty?"),
        ("en/topic/iran", "Did you mean en/topics/iran?"),
        ("../../etc/passwd", "Give it like en/articles/<id>"),
        ("fr", "Give it like en/articles/<id>"),
    ],
)
def test_an_unknown_page_is_refused_with_the_nearest_one(
    project: Path, written: str, said: str
) -> None:
    with pytest.raises(UsageError, match="There is no such page") as refused:
        run(project, written)
    assert said in str(refused.value)
    assert not (project / "content/overrides").exists()


def test_refreshing_changes_the_version_and_nothing_else(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = override_of(project, "en/articles/treaty")
    path.parent.mkdir(parents=True)
    digests = " ".join(line_digests(TEXT))
    version = f'source: "{version_of(TEXT)}"\nsource_lines: >-\n  {digests}\n'
    front = f'---\ntitle: "Mine" # and why\n{version}origin: editor\n---\n'
    body = "\n## Summary\n\nMine.\n"
    path.write_text(front + body, "utf-8")
    article = project / "content/articles/treaty.txt"
    article.write_text(TEXT.replace("مهم", "كبير") + "سطر آخر.\n", "utf-8")
    assert run(project, "en/articles/treaty", refresh=True) == 0
    said = capsys.readouterr().out
    assert "lines 4–5 are new or changed, 1 line is gone or changed" in said
    assert "+ 5: سطر آخر." in said
    fresh = path.read_text("utf-8")
    assert version_of(article.read_text("utf-8")) in fresh
    assert fresh.startswith('---\ntitle: "Mine" # and why\nsource: "')
    assert fresh.endswith("\norigin: editor\n---\n" + body)
    assert load_content(project).problems == ()


def stale(project: Path) -> Path:
    """Give the article a correction and then another text; return the correction."""
    run(project, "en/articles/treaty")
    (project / "content/articles/treaty.txt").write_text(TEXT.replace("مهم", "كبير"), "utf-8")
    return override_of(project, "en/articles/treaty")


def test_the_earlier_lines_are_shown_where_git_has_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = stale(project)
    (project / "content/articles/treaty.txt").write_text(TEXT, "utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "x"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    (project / "content/articles/treaty.txt").write_text(TEXT.replace("مهم", "كبير"), "utf-8")
    assert run(project, "en/articles/treaty", refresh=True) == 0
    said = capsys.readouterr().out.splitlines()
    assert "-وقال بوتين إن الاتفاق مهم." in said
    assert "+وقال بوتين إن الاتفاق كبير." in said
    assert version_of(TEXT) not in path.read_text("utf-8")


def test_no_program_runs_that_a_repository_names(project: Path, tmp_path: Path) -> None:
    """One that lacks objects can say how to fetch them: with any command."""
    ran = tmp_path / "ran"
    repository = project / ".git"
    stale(project)
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "x"],
        ["config", "extensions.partialClone", "origin"],
        ["config", "core.repositoryFormatVersion", "1"],
        ["config", "protocol.ext.allow", "always"],
        ["config", "remote.origin.promisor", "true"],
        ["config", "remote.origin.url", f"ext::sh -c touch% {ran}"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    blob = "HEAD:content/articles/treaty.txt"
    name = subprocess.check_output(["git", "rev-parse", blob], cwd=project, text=True).strip()
    (repository / "objects" / name[:2] / name[2:]).unlink()
    assert run(project, "en/articles/treaty", refresh=True) == 0
    assert not ran.exists()
    subprocess.run(["git", "cat-file", "blob", blob], cwd=project, check=False)
    assert ran.exists(), "git itself would have run it"


def test_without_git_they_are_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stale(project)
    assert run(project, "en/articles/treaty", refresh=True) == 0
    assert "- 1 of the earlier lines, which git does not have" in capsys.readouterr().out


def test_nothing_is_refreshed_where_nobody_can_be_asked(project: Path) -> None:
    path = stale(project)
    before = path.read_text("utf-8")
    with pytest.raises(UsageError, match="Give --yes if it is"):
        run_edit(project, ["en/articles/treaty"], refresh=True, yes=False)
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_and_files_without_front_matter_are_kept(newline: str) -> None:
    article = Article(ArticleId("x"), "نص\n", "x.txt", version_of("نص\n"))
    text = newline.join(["## Summary", "", "Mine.", ""])
    fresh = refreshed(text, article)
    assert fresh.endswith(text)
    assert fresh.startswith(f'---{newline}source: "{article.version}"{newline}')


def test_changed_lines_are_told_apart_without_a_copy() -> None:
    digests = line_digests("أ ب\n\nج\nد\nج\n")
    assert changes_since(digests, "أ   ب\nج\n\nه\nج\n") == Changes(True, (4,), 1)
    assert changes_since(digests, "ج\nج\nأ ب\nد\n") == Changes(True)  # moved, not changed
    assert changes_since((), "أ") == Changes(known=False)
    assert ranges((1, 2, 3, 5, 8, 9)) == "1–3, 5, 8–9"
    assert line_digests("سطر\n" * 3000) == ()


ARTICLE = Article(ArticleId("treaty"), TEXT, "content/articles/treaty.txt", version_of(TEXT))
NOTHING = Analysis(
    "ar", Cleaned(Title("توقيع اتفاق", "source", Span(0, 11)), None, None, (), ()),
    date(2025, 1, 17), (), (), (SummarySentence(Span(13, 45), 1.0, {}),), (), (), (), (), (),
)  # fmt: skip


def briefed(language: Language = "ar", **fields: object) -> list[str]:
    override = dataclasses.replace(
        Override(language, "articles", "treaty", "content/overrides/x.md"),
        **fields,  # type: ignore[arg-type]
    )
    article = edit(ARTICLE, NOTHING, {language: override}, "key")
    return [str(problem) for problem in override_problems(article)]


def test_what_is_not_there_cannot_be_taken_away() -> None:
    where, remedy = "content/overrides/x.md: warning: ", "it can't be removed. Delete it here."
    assert briefed(keywords_remove=("اتفاق",), topics_remove=("iran",)) == [
        f"{where}“اتفاق” is no keyword of the article: {remedy}",
        f"{where}The article does not name the topic “iran”: {remedy}",
    ]


def test_a_stale_override_is_named_with_the_lines_that_changed() -> None:
    digests = line_digests(TEXT.replace("مهم", "كبير"))
    (said,) = briefed(source="0" * 16, source_lines=digests)
    assert said == (
        "content/overrides/x.md: warning: stale: written against version 0000000000000000 of "
        f"content/articles/treaty.txt, which is now {ARTICLE.version}; line 4 is new or changed, "
        "1 line is gone or changed. Compare the two, then run "
        "`mujaz edit --refresh ar/articles/treaty`."
    )
    assert briefed(source=ARTICLE.version) == []
    (said,) = briefed(source="0" * 16)
    assert "which of its lines have changed is not known" in said


def test_text_that_was_left_as_written_stays_the_machines() -> None:
    summary = OverrideSection("summary", "الملخص", summary_markdown(ARTICLE, NOTHING), 3)
    override = Override(
        "ar", "articles", "treaty", "x.md", title="توقيع اتفاق", sections=(summary,)
    )
    untouched = edit(ARTICLE, NOTHING, {"ar": override}, "key")
    assert untouched.titles["ar"].origin == "source"
    assert untouched.overrides["ar"].sections == ()
    mine = dataclasses.replace(summary, markdown=summary.markdown + " تصحيح")
    corrected = edit(
        ARTICLE, NOTHING, {"ar": dataclasses.replace(override, sections=(mine,))}, "key"
    )
    assert corrected.overrides["ar"].sections == (mine,)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# عنوان", r"\# عنوان"),
        ("- بند", r"\- بند"),
        ("12. بند", r"12\. بند"),
        ("a_b [x](y) <b>", r"a\_b \[x\](y) \<b\>"),
        ("سطر\nآخر", "سطر آخر"),
    ],
)
def test_signs_of_the_text_mean_nothing_in_markdown(text: str, markdown: str) -> None:
    assert markdown_paragraph(text) == markdown


def test_text_can_end_neither_a_comment_nor_quotes() -> None:
    assert "-->" not in comment_text("a --> b")
    assert yaml_text('قال: "نعم"\n# لا') == '"قال: \\"نعم\\" # لا"'


def test_hostile_text_stays_in_its_place(project: Path) -> None:
    hostile = '--- "x": [1] --> <script>alert(1)</script>\n\n## Summary `a` وقع الرئيسان *اتفاق*.\n'
    (project / "content/articles/treaty.txt").write_text(hostile, "utf-8")
    run(project, "ar/articles/treaty", "en/articles/treaty")
    content = load_content(project)
    assert content.problems == ()
    assert all(len(override.sections) <= 1 for override in content.overrides)
