"""``mujaz topics suggest``: what it shows, what it writes, and what it leaves to the editor."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.commands.topics import run_suggest
from generator.errors import ContentError, MujazError, UsageError
from generator.load.limits import DEFAULTS
from generator.load.project import load_content
from generator.load.refused import Report
from generator.load.topics import read_topic
from generator.scaffold.alias import with_alias

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "kind: person\nname: {ar: مسعود بزشكيان, en: Masoud Pezeshkian}\n"
TEXT = (
    "لقاء في موسكو\n\nقال وزير الخارجية الروسي سيرغي لافروف إن المحادثات مهمة.\n"
    "والتقى وزير الخارجية الروسي سيرغي لافروف الرئيس الإيراني مسعود بيزشكيان في موسكو.\n"
    "وأكد الرئيس الإيراني مسعود بيزشكيان أن التعاون سيستمر.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/topics").mkdir()
    (tmp_path / "content/articles/meeting.txt").write_text(TEXT, "utf-8")
    (tmp_path / "content/topics/pezeshkian.yml").write_text(HEAD + "# mine\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    return tmp_path


def test_what_it_shows_is_written_nowhere(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_suggest(project, (), most=9, write=False) == 0
    said = capsys.readouterr().out
    assert "سيرغي لافروف" in said
    assert "content/topics/pezeshkian.yml (add the alias)" in said
    assert [path.name for path in (project / "content/topics").iterdir()] == ["pezeshkian.yml"]


def test_what_it_writes_is_sound(project: Path) -> None:
    run_suggest(project, ("سيرغي لافروف", "مسعود بيزشكيان"), most=9, write=True)
    content = load_content(project)
    assert content.problems == ()
    assert len(content.topics) == 2
    assert "مسعود بيزشكيان" in content.topics["pezeshkian"].aliases_ar  # type: ignore[index]
    assert "# mine\n" in (project / "content/topics/pezeshkian.yml").read_text("utf-8")


def test_twice_is_the_same_as_once(project: Path) -> None:
    run_suggest(project, (), most=9, write=True)
    files = {p: p.read_text("utf-8") for p in (project / "content/topics").iterdir()}
    run_suggest(project, (), most=9, write=True)
    assert files == {p: p.read_text("utf-8") for p in (project / "content/topics").iterdir()}


def test_a_name_that_is_not_proposed_is_refused(project: Path) -> None:
    with pytest.raises(UsageError, match=r"is not proposed\. Did you mean “سيرغي لافروف”"):
        run_suggest(project, ("سيرغي لافرف",), most=9, write=True)


@pytest.mark.parametrize(
    ("aliases", "expected"),
    [
        ("", 'aliases:\n  ar: ["جديد"]\n'),
        ("aliases: {ar: [بزشكيان], en: [x y]}\n", 'aliases: {ar: [بزشكيان, "جديد"], en: [x y]}\n'),
        ("aliases:\n  en: [x y]\n  ar: []\n", 'aliases:\n  en: [x y]\n  ar: ["جديد"]\n'),
        (
            "aliases:\n  ar:\n    - بزشكيان # ب\n",
            'aliases:\n  ar:\n    - "جديد"\n    - بزشكيان # ب\n',
        ),
        ("aliases:\n  en: [x y]\n", 'aliases:\n  ar: ["جديد"]\n  en: [x y]\n'),
        ("aliases: {en: [x y]}\n", None),
    ],
)
def test_an_alias_is_added_where_that_is_safe(aliases: str, expected: str | None) -> None:
    file = read_topic("x", HEAD + aliases, Report("x.yml"), DEFAULTS)
    assert file is not None
    wanted = None if expected is None else HEAD + expected
    for newline in ("\n", "\r\n"):
        given = (HEAD + aliases).replace("\n", newline).encode()
        found = with_alias(given, file.topic, "جديد")
        assert found == (wanted and wanted.replace("\n", newline).encode())


@pytest.mark.parametrize(
    "data",
    [
        f"\ufeff{HEAD}".encode("utf-16-le"),
        f"{HEAD}# {' '.join(TEXT.split())}\n".encode("cp1256"),
        HEAD.replace("\n", "\r\n", 1).encode(),
        HEAD.replace("\n", "\r").encode(),
    ],
    ids=["UTF-16", "Windows-1256", "two kinds of line ends", "old line ends"],
)
def test_a_file_that_would_not_stay_as_it_is_is_left_to_the_editor(
    project: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "content/topics/pezeshkian.yml"
    path.write_bytes(data)
    run_suggest(project, ("مسعود بيزشكيان",), most=9, write=True)
    assert path.read_bytes() == data
    said = capsys.readouterr().err
    assert said == "content/topics/pezeshkian.yml: Add the alias مسعود بيزشكيان by hand.\n"


def test_an_alias_is_written_whole_or_not_at_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "content/topics/pezeshkian.yml"
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MujazError, match="No space left on device"):
        run_suggest(project, ("مسعود بيزشكيان",), most=9, write=True)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nothing_is_written_beside_a_topic_that_can_not_be_read(project: Path) -> None:
    """It may have the names that are proposed."""
    path = project / "content/topics/lavrov.yml"
    path.write_text("kind: person\nname: {ar: سيرغي لافروف}\n", "utf-8")
    with pytest.raises(ContentError, match=r"^content/topics/lavrov\.yml:2: "):
        run_suggest(project, (), most=9, write=True)
    assert len(list(path.parent.iterdir())) == 2


HOSTILE = (
    "yes", "null", "- a: b", "{{ 7*7 }}", "!!python/object/apply:os.system", "&a *a", "<<: x",
    "---", "../../etc/passwd", "con", "index", "<script>alert(1)</script>", "##[stop-commands]x",
    "::error::x", "a\"b'c", "x # y", "%YAML 1.1", "C" * 400,
)  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_an_article_puts_behind_a_name_stays_in_its_place(
    project: Path, capsys: pytest.CaptureFixture[str], hostile: str
) -> None:
    """A name in brackets behind another becomes English name, id and name of a file."""
    text = TEXT.replace("سيرغي لافروف", f"سيرغي لافروف ({hostile})")
    (project / "content/articles/meeting.txt").write_text(text, "utf-8")
    run_suggest(project, (), most=99, write=False)
    shown = capsys.readouterr().out
    assert "##[" not in shown
    assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    for document in yaml.safe_load_all(shown):
        assert document.keys() <= {"kind", "name", "aliases"}
    run_suggest(project, (), most=99, write=True)
    content = load_content(project)
    assert content.problems == ()
    names = [file.name for file in (project / "content/topics").iterdir()]
    assert sorted(names) == sorted(f"{topic}.yml" for topic in content.topics)
    assert {path.name for path in project.iterdir()} == {"content", "mkdocs.yml"}
