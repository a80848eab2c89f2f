"""The command line of ``mujaz new`` and ``mujaz topics``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from generator.errors import UsageError
from generator.model import Bilingual, TopicKind

PROJECT = click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Project folder, the one with mkdocs.yml.  [default: here]",
)


class _NewGroup(click.Group):
    """``mujaz new DIR`` means ``mujaz new project DIR``."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(
            ctx, args if args[0] in self.commands else ["project", *args]
        )


@click.group(cls=_NewGroup)
def new() -> None:
    """Make a project, an article or a topic; `new DIR` is `new project DIR`."""


@new.command("project")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name-ar", default="موجز", show_default=True, help="Arabic name of the site.")
@click.option("--name-en", help="English name of the site.  [default: from DIR]")
def new_project(folder: Path, name_ar: str, name_en: str | None) -> None:
    """Make an empty project in DIR that builds, with its CI."""
    from generator.commands.new import new_project as run

    sys.exit(run(folder, name_ar, name_en))


@new.command("article")
@PROJECT
@click.argument("name", metavar="ID")
@click.option("--from", "file", type=click.Path(path_type=Path), help="Its text, or HTML.")
@click.option("--source", help="Id of its outlet in content/sources.yml.")
@click.option("--url", help="Address of the original.")
@click.option("--published", help="Date, like 2025-01-17.")
@click.option("--title", help="Its headline, where the text has none.")
def new_article(folder: Path, name: str, file: Path | None, **given: str | None) -> None:
    """Add the article ID, its text from a file or from standard input."""
    from generator.commands.new import new_article as run

    sys.exit(run(folder, name, file, {key: value for key, value in given.items() if value}))


@new.command("topic")
@PROJECT
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(get_args(TopicKind)))
@click.option("--ar", help="Its Arabic name.")
@click.option("--en", help="Its English name.")
def new_topic(folder: Path, name: str, kind: str | None, ar: str | None, en: str | None) -> None:
    """Add the topic ID: a person, place, theme … with a page of its own."""
    from generator.commands.new import new_topic as run

    if not (kind and ar and en) and not sys.stdin.isatty():
        raise UsageError("Give --kind, --ar and --en.")
    kind = kind or click.prompt("Kind", type=click.Choice(get_args(TopicKind)))
    ar = ar or click.prompt("Arabic name")
    en = en or click.prompt("English name")
    sys.exit(run(folder, name, str(kind), Bilingual(str(ar), str(en))))


@click.group()
def topics() -> None:
    """Work on the topics: people, places, themes."""


@topics.command("suggest")
@PROJECT
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--write", is_flag=True, help="Write them into content/topics.")
@click.option("--most", type=click.IntRange(1), default=20, show_default=True)
def suggest(folder: Path, names: tuple[str, ...], write: bool, most: int) -> None:
    """Propose topics and spellings that are missing, or only those of NAMEs."""
    from generator.commands.topics import run_suggest

    sys.exit(run_suggest(folder, names, most=most, write=write))
