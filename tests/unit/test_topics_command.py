"""``mujaz topics suggest``: what it shows, what it writes, and what it leaves to the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.commands.topics import run_suggest
from generator.errors import UsageError
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
    found = with_alias(HEAD + aliases, file.topic, "جديد")
    assert found == (None if expected is None else HEAD + expected)
