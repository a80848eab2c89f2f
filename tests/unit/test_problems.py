"""The forms in which problems are said."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import pytest

from generator.commands.build import _Printer
from generator.commands.problems import format_problems
from generator.commands.serve import _Teller
from generator.errors import Problem, printable
from generator.load.project import load_content

ERROR = Problem("content/topics/a,b.yml", 3, "“x” is 100% wrong", "Did you mean “y”?")
WARNING = Problem("content/articles", 0, "There is no article yet", "Put one there", "warning")


def test_for_people_each_is_a_line_with_its_place_and_remedy() -> None:
    assert format_problems([ERROR, WARNING], "text", Path()) == (
        "content/topics/a,b.yml:3: “x” is 100% wrong. Did you mean “y”?\n"
        "content/articles: warning: There is no article yet. Put one there.\n"
    )


def test_for_github_each_is_an_annotation_of_its_line() -> None:
    assert format_problems([ERROR, WARNING], "github", Path("site")) == (
        "::error file=site/content/topics/a%2Cb.yml,line=3::“x” is 100%25 wrong. "
        "Did you mean “y”?\n"
        "::warning file=site/content/articles::There is no article yet. Put one there.\n"
    )


def test_for_programs_all_are_one_object() -> None:
    found = json.loads(format_problems([ERROR, WARNING], "json", Path()))
    assert (found["errors"], found["warnings"]) == (1, 1)
    assert found["problems"][0] == {
        "path": ERROR.path,
        "line": 3,
        "message": ERROR.message,
        "remedy": ERROR.remedy,
        "severity": "error",
    }
    assert format_problems([], "text", Path()) == ""


@pytest.mark.parametrize("handler", [_Printer(), _Teller()], ids=["build", "serve"])
def test_what_mkdocs_says_is_one_line_without_commands(
    handler: logging.Handler, capsys: pytest.CaptureFixture[str]
) -> None:
    """It repeats names and links as they stand; ``::error`` on a line of its own is a command."""
    record = logging.LogRecord(
        "mkdocs",
        logging.WARNING,
        "",
        0,
        "Doc file '%s'\n has no end",
        ("a\n::error::\x1b[2J\u202e",),
        None,
    )
    handler.handle(record)
    assert capsys.readouterr().err == "Doc file 'a ::error::\\x1b[2J\\u202e' has no end\n"


@pytest.mark.parametrize(
    "command",
    ["##[stop-commands]x", "##[add-mask]a", "##vso[task.setvariable variable=a]b", "###[x]"],
)
def test_no_line_holds_a_command_of_a_ci(command: str, tmp_path: Path) -> None:
    """GitHub's runner looks for ``##[`` anywhere in a line, Azure's for ``##vso[``."""
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    (articles / f"{command}.txt").write_text("")
    (articles / "a.txt").write_text("خبر\n\nقالت البلدية إن العمل يبدأ.\n", "utf-8")
    (articles / "a.yml").write_text(f"'{command}': x\nurl: '{command}'\n")
    problems = load_content(tmp_path).problems
    for form in ("text", "json", "github"):
        said = format_problems(problems, form, tmp_path)
        assert said.count("x23") >= 3
        assert not re.search(r"##\w*\[", said)
    assert printable("## Summary [x]") == "## Summary [x]"
