"""``mujaz new``: what it writes is right at once, and nothing is written over."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.commands.new import new_article, new_project, new_topic
from generator.errors import ContentError, MujazError, UsageError
from generator.load.project import load_content
from generator.model import Bilingual
from generator.scaffold.project import english_name
from generator.scaffold.writing import replace_file, write_new
from generator.schemas.documents import INPUTS, schema_files

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة في موسكو.\n"
IRAN = Bilingual("إيران", "Iran")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my-briefing"
    new_project(folder, "موجز", None)
    return folder


def paste(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_project_has_one_thing_to_say(project: Path) -> None:
    said = [str(problem) for problem in load_content(project).problems]
    assert said == [
        "content/articles: warning: There is no article yet. Put a .txt, .md or .html file there."
    ]


def test_it_has_everything_that_it_needs(project: Path) -> None:
    files = files_of(project)
    for path in (
        "mkdocs.yml", ".gitignore", ".github/workflows/site.yml", ".gitlab-ci.yml", "README.md",
        "requirements.txt", "content/sources.yml", "content/articles/.gitkeep",
        "content/topics/.gitkeep", "content/overrides/.gitkeep", "content/pages/ar/about.md",
    ):  # fmt: skip
        assert path in files
    assert schema_files(INPUTS).items() <= files.items()
    assert not [path for path, text in files.items() if re.search("@[A-Z_]+@", text)]
    assert 'en: "My briefing"' in files["mkdocs.yml"]


def test_every_yaml_file_of_it_can_be_read(project: Path) -> None:
    class Loader(yaml.SafeLoader):
        pass

    def tagged(loader: Any, node: Any) -> Any:
        return loader.construct_sequence(node)

    Loader.add_constructor("!ENV", tagged)
    for path in project.rglob("*.yml"):
        yaml.load(path.read_text("utf-8"), Loader)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("my-briefing", "My briefing"),
        ("أخبار", "أخبار"),
        ("IRAN_2025", "IRAN 2025"),
        ("-", "Briefing"),
    ],
)
def test_the_name_comes_from_the_folder(folder: str, name: str) -> None:
    assert english_name(folder) == name


def test_a_name_stays_a_name_in_yaml(tmp_path: Path) -> None:
    new_project(tmp_path / "x", 'موجز: "أ" # ب', "@NAME_AR@ [1]")
    text = (tmp_path / "x/mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    names = yaml.safe_load(text)["plugins"][0]["mujaz"]["name"]
    assert names["ar"] == 'موجز: "أ" # ب'


def test_a_fresh_repositorys_own_files_stay(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("Mine.\n")
    new_project(tmp_path, "موجز", "Mine")
    assert (tmp_path / "README.md").read_text() == "Mine.\n"
    assert (tmp_path / "mkdocs.yml").is_file()


def test_nothing_is_written_over_and_nothing_by_halves(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: mine\n")
    with pytest.raises(UsageError, match=r"mkdocs.yml is there already. Give a new or empty"):
        new_project(tmp_path, "موجز", "Mine")
    assert files_of(tmp_path) == {"mkdocs.yml": "site_name: mine\n"}


def test_an_article_is_pasted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paste(monkeypatch, TEXT)
    new_article(project, "treaty", None, {"published": "2025-01-17", "title": 'عنوان: "جديد"'})
    content = load_content(project)
    assert content.problems == ()
    (article,) = content.articles
    assert (article.id, article.text) == ("treaty", TEXT)
    assert (article.sidecar.title, article.sidecar.language) == ('عنوان: "جديد"', "ar")
    assert str(article.sidecar.published) == "2025-01-17"


@pytest.mark.slow
def test_an_html_file_stays_one(project: Path, tmp_path: Path) -> None:
    page = tmp_path / "Page.HTML"
    page.write_text(f"<html><body><article><p>{TEXT * 5}</p></article></body></html>", "utf-8")
    new_article(project, "treaty", page, {})
    assert load_content(project).problems == ()
    assert (project / "content/articles/treaty.html").read_bytes() == page.read_bytes()


@pytest.mark.parametrize(
    ("name", "given", "text", "said"),
    [
        ("My Treaty", {}, TEXT, "such as “my-treaty”"),
        ("index", {}, TEXT, "“index” can't be an id"),
        ("../x", {}, TEXT, "can't be an id"),
        ("treaty", {}, " \n", "standard input: The article is empty"),
        ("treaty", {"source": "sky"}, TEXT, "--source: “sky” is not in content/sources.yml"),
        ("treaty", {"url": "example.org"}, TEXT, "--url: “example.org” is no web address"),
        ("treaty", {"published": "17/1"}, TEXT, "--published: “17/1” is no date"),
        ("treaty", {"title": "a\x7fb"}, TEXT, "--title: “a\\x7fb” holds the hidden U+007F."),
        ("treaty", {"title": "a\udcffb"}, TEXT, "--title: “a\\udcffb” holds the hidden U+DCFF."),
        ("treaty", {"title": "\u202eab"}, TEXT, "--title: “\\u202eab” holds the hidden U+202E."),
    ],
)
def test_a_wrong_article_is_refused_before_anything_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, given: dict[str, str], text: str, said: str,
) -> None:  # fmt: skip
    before = files_of(project)
    paste(monkeypatch, text)
    with pytest.raises(UsageError) as refused:
        new_article(project, name, None, given)
    assert said in str(refused.value)
    assert files_of(project) == before


def test_an_article_is_not_written_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "content/articles/treaty.md").write_text(TEXT, "utf-8")
    paste(monkeypatch, TEXT)
    with pytest.raises(UsageError, match=r"treaty.md: This is there already"):
        new_article(project, "treaty", None, {})


def test_a_topic_is_right_at_once(project: Path) -> None:
    new_topic(project, "iran", "country", IRAN)
    assert load_content(project).topics["iran"].name == IRAN  # type: ignore[index]
    first = (project / "content/topics/iran.yml").read_text("utf-8").splitlines()[0]
    link = first.partition("$schema=")[2]
    assert (project / "content/topics" / link).is_file()


@pytest.mark.parametrize(
    ("name", "names", "said"),
    [
        ("iran", IRAN, r"content/topics/iran.yml: This is there already. Edit it"),
        ("persia", Bilingual("ايران", "Persia"), "“ايران” already names the topic “iran”"),
        ("x", Bilingual("في", "X Y"), "is only grammar"),
        ("A b", IRAN, "such as “a-b”"),
    ],
)
def test_a_wrong_topic_is_refused(project: Path, name: str, names: Bilingual, said: str) -> None:
    new_topic(project, "iran", "country", IRAN)
    before = files_of(project)
    with pytest.raises(MujazError) as refused:
        new_topic(project, name, "country", names)
    assert isinstance(refused.value, (UsageError, ContentError))
    assert said in str(refused.value)
    assert files_of(project) == before


def test_new_dir_means_new_project_dir(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["new", str(tmp_path / "briefing")])
    assert done.exit_code == 0
    assert (tmp_path / "briefing/mkdocs.yml").is_file()
    assert "mujaz new article <id>" in done.output


def test_outside_of_a_project_nothing_is_added(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a Mujaz project"):
        new_topic(tmp_path, "iran", "country", IRAN)


@pytest.mark.parametrize("name", ["@NAME_EN@", "@REQUIREMENT@", '"@NAME_AR@": [', "a\n---\nb: !!x"])
def test_a_name_that_looks_like_a_mark_stays_a_name(tmp_path: Path, name: str) -> None:
    new_project(tmp_path / "project", name, name)
    config = yaml.safe_load(
        (tmp_path / "project/mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    )
    assert config["plugins"][0]["mujaz"]["name"] == dict.fromkeys(
        ("ar", "en"), " ".join(name.split())
    )


@pytest.mark.parametrize("name", ["a\x1b[2Jb", "\udcff", "\u202eab"])
def test_a_hidden_sign_in_a_name_is_refused_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UsageError, match=r"^--name-ar: .* holds the hidden U\+"):
        new_project(tmp_path / "project", name, None)
    assert list(tmp_path.iterdir()) == []


class TestWriting:
    """``generator.scaffold.writing``, on which all commands that write into a project rely."""

    def test_a_disk_that_is_full_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(MujazError, match=r"^a/x.txt: It can't be written: No space left"):
                write_new(tmp_path, "a/x.txt", "text")
        assert list((tmp_path / "a").iterdir()) == []
        write_new(tmp_path, "a/x.txt", "text")
        assert (tmp_path / "a/x.txt").read_text() == "text"

    @pytest.mark.parametrize("code", [None, errno.EPERM, errno.ENOTSUP])
    def test_nothing_is_written_over_whatever_the_file_system_can(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int | None
    ) -> None:
        def without_links(*_: object) -> None:
            raise OSError(code, "It knows no links")

        if code:
            monkeypatch.setattr(os, "link", without_links)
            monkeypatch.setattr(type(tmp_path), "hardlink_to", without_links)
        write_new(tmp_path, "x.txt", "first")
        with pytest.raises(UsageError, match=r"^x.txt: This is there already. Edit it.$"):
            write_new(tmp_path, "x.txt", "second", "Edit it.")
        (tmp_path / "dangling").symlink_to("nowhere")
        with pytest.raises(UsageError):
            write_new(tmp_path, "dangling", "second")
        assert (tmp_path / "x.txt").read_text() == "first"
        assert {path.name for path in tmp_path.iterdir()} == {"x.txt", "dangling"}

    def test_no_folder_is_made_behind_a_link(self, tmp_path: Path) -> None:
        project, outside = tmp_path / "project", tmp_path / "outside"
        project.mkdir()
        outside.mkdir()
        (project / "content").symlink_to(outside)
        with pytest.raises(MujazError, match="Its folder is a link out of the project"):
            write_new(project, "content/overrides/en/x.md", "text")
        assert list(outside.iterdir()) == []

    def test_what_a_killed_process_has_left_is_in_nobodys_way(self, tmp_path: Path) -> None:
        (tmp_path / f".x.txt.{os.getpid()}").write_text("half")
        write_new(tmp_path, "x.txt", "text")
        (tmp_path / f".x.txt.{os.getpid()}").write_text("half")
        replace_file(tmp_path, "x.txt", b"other")
        assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
        assert (tmp_path / "x.txt").read_text() == "other"
