"""Problems as text for people, as JSON for programs, as annotations for GitHub's reviews."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.errors import Problem

Format = Literal["text", "json", "github"]


def format_problems(problems: Sequence[Problem], form: Format, folder: Path) -> str:
    """Return the problems in the given form, each line closed; ``folder`` is the project's."""
    if form == "json":
        errors = sum(problem.severity == "error" for problem in problems)
        found = {
            "errors": errors,
            "warnings": len(problems) - errors,
            "problems": [asdict(problem) for problem in problems],
        }
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    line = str if form == "text" else lambda problem: _annotation(problem, folder)
    return "".join(f"{line(problem)}\n" for problem in problems)


def _annotation(problem: Problem, folder: Path) -> str:
    """Return a workflow command; GitHub shows it beside the line of the file.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    where = [f"file={_property((folder / problem.path).as_posix())}"]
    if problem.line:
        where.append(f"line={problem.line}")
    sentences = [f"{problem.message}.", problem.remedy]
    if problem.remedy and not problem.remedy.endswith("?"):
        sentences[1] += "."
    text = " ".join(sentence for sentence in sentences if sentence)
    return f"::{problem.severity} {','.join(where)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
