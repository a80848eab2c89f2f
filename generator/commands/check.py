"""``mujaz check``: every problem of a project, without building its site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.analysis.mentions import build_matcher
from generator.analysis.stage import analyse_all
from generator.commands.problems import Format, format_problems
from generator.commands.project import load_project
from generator.edit import edit, override_problems
from generator.errors import ContentError
from generator.load.project import load_content
from generator.moves import find_moves
from generator.report import Stage
from generator.shell.config import settings_of
from generator.translate.memory_file import read_memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.config import Settings
    from generator.errors import Problem


def run_check(folder: Path, form: Format = "text") -> int:
    """Print all problems, one a line or as ``form`` says; return 1 where one is an error."""
    config, plugin = load_project(folder)
    problems = check(settings_of(config, plugin.config))
    click.echo(format_problems(problems, form, folder), nl=False)
    errors = [problem for problem in problems if problem.severity == "error"]
    if not problems:
        click.echo("No problems found.", err=True)
    return 1 if errors else 0


def check(settings: Settings) -> list[Problem]:
    """Return every problem of a project's content, by file and line."""
    content = load_content(settings.root, settings.limits)
    matcher = build_matcher(content.topics.values())
    analysed = analyse_all(content, matcher, settings, Stage("analyse"))
    overrides = content.overrides_by_article()
    problems = [*content.problems, *analysed.problems, *find_moves(content).problems]
    for article, analysis, key in analysed.results:
        problems += override_problems(edit(article, analysis, overrides.get(article.id, {}), key))
    return sorted([*problems, *_memory_problems(settings)])


def _memory_problems(settings: Settings) -> Sequence[Problem]:
    try:
        return read_memory(settings.root, settings.limits).problems
    except ContentError as error:
        return error.problems
