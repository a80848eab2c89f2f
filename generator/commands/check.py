"""``mujaz check``: every problem of a project, without building its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    from generator.model import Content


_SHOWN: Final = 10


def run_check(folder: Path, form: Format = "text") -> int:
    """Print all problems, one a line or as ``form`` says; return 1 where one is an error."""
    config, plugin = load_project(folder)
    settings = settings_of(config, plugin.config)
    content = load_content(settings.root, settings.limits)
    problems = check_content(content, settings)
    click.echo(format_problems(problems, form, folder), nl=False)
    if not problems:
        click.echo("No problems found.", err=True)
    drafts = [override.path for override in content.overrides if override.is_draft]
    if drafts:
        are = "draft is" if len(drafts) == 1 else "drafts are"
        more = ", …" if len(drafts) > _SHOWN else ""
        click.echo(
            f"{len(drafts)} {are} not reviewed yet: {', '.join(drafts[:_SHOWN])}{more}", err=True
        )
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def check(settings: Settings) -> list[Problem]:
    """Return every problem of a project, by file and line."""
    return check_content(load_content(settings.root, settings.limits), settings)


def check_content(content: Content, settings: Settings) -> list[Problem]:
    """Return every problem of a project's content, by file and line."""
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
