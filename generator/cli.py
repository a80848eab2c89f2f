"""The command line: turns arguments into calls, errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal, NoReturn

import click

from generator import __version__
from generator.cli_new import new, topics
from generator.errors import MujazError, UsageError

FOLDER = click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Project folder, the one with mkdocs.yml.  [default: here]",
)
WORKERS = click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that analyse.  [default: one a core]"
)

ENGINE = click.option(
    "--engine",
    default="local",
    help="Where articles are analysed: local, or dask:ADDRESS.  [default: local]",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mujaz")
def cli() -> None:
    """Turn a folder of raw Arabic articles into a searchable bilingual briefing site.

    Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
    """


# Each command imports what it needs when it runs: `mujaz --help` must not wait for MkDocs.


@cli.command()
@FOLDER
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where to publish.")
@click.option("--strict", is_flag=True, help="Publish nothing unless all is sound.")
@WORKERS
@ENGINE
def build(
    folder: Path, site_dir: Path | None, strict: bool, workers: int | None, engine: str
) -> None:
    """Build the site and publish it in one step."""
    from generator.commands.build import run_build

    sys.exit(run_build(folder, site_dir, strict=strict, workers=workers, engine=engine))


@cli.command()
@FOLDER
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve(folder: Path, port: int) -> None:
    """Build, serve on this machine, rebuild and reload on every change."""
    from generator.commands.serve import run_serve

    sys.exit(run_serve(folder, port))


@cli.command()
@FOLDER
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github")),
    default="text",
    help="github makes annotations of a review.  [default: text]",
)
def check(folder: Path, form: Literal["text", "json", "github"]) -> None:
    """Show every problem of the project as `file:line: message`."""
    from generator.commands.check import run_check

    sys.exit(run_check(folder, form))


@cli.command()
@FOLDER
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--jsonl", is_flag=True, help="Read records from standard input.")
@WORKERS
@ENGINE
def analyse(
    folder: Path, files: tuple[Path, ...], jsonl: bool, workers: int | None, engine: str
) -> None:
    """Write the analysis of FILES, or of records, as JSON Lines."""
    from generator.commands.analyse import run_analyse

    sys.exit(run_analyse(folder, files, jsonl=jsonl, workers=workers, engine=engine))


@cli.command()
@FOLDER
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--refresh", is_flag=True, help="Move the override to the article's new version.")
@click.option("--yes", is_flag=True, help="Do not ask before that.")
def edit(folder: Path, pages: tuple[str, ...], refresh: bool, yes: bool) -> None:
    """Write the override of a PAGE such as en/articles/<id>, with the machine's text in it."""
    from generator.commands.edit import run_edit

    sys.exit(run_edit(folder, pages, refresh=refresh, yes=yes))


@cli.command()
@FOLDER
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--provider", help="argos, openai or memory.  [default: that of mkdocs.yml]")
@click.option("--all", "everything", is_flag=True, help="Draft anew what has a draft already.")
@click.option("--remember", is_flag=True, help="Only write what editors accept into the memory.")
def translate(
    folder: Path, pages: tuple[str, ...], provider: str | None, everything: bool, remember: bool
) -> None:
    """Write English drafts of Arabic articles: of PAGEs, or of all that lack one.

    An editor's text is never touched; a draft is written anew where its article has changed.
    """
    from generator.commands.translate import run_translate

    sys.exit(
        run_translate(folder, pages, provider=provider, everything=everything, remembering=remember)
    )


@cli.command()
@FOLDER
@click.argument("name", required=False)
@click.option("--write", is_flag=True, help="Write it, or all of them, into schemas/.")
def schema(folder: Path, name: str | None, write: bool) -> None:
    """Show the JSON Schema NAME, or list all of them."""
    from generator.commands.schema import run_schema

    sys.exit(run_schema(folder, name, write=write))


@cli.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new_site", metavar="NEW", type=click.Path(path_type=Path))
def diff(old: Path, new_site: Path) -> None:
    """Say as Markdown what has changed from the built site OLD to NEW, and why."""
    from generator.commands.diff import run_diff

    sys.exit(run_diff(old, new_site))


cli.add_command(new)
cli.add_command(topics)


def main() -> NoReturn:
    """Run the command and exit with its code."""
    code = _run()
    sys.stdout.flush()
    sys.stderr.flush()
    # To free, one by one, all values of a build takes a thirtieth of a rebuild; mypy ends so too.
    os._exit(code)


def _run() -> int:
    """Run the command; return its exit code."""
    try:
        cli.main(standalone_mode=False)
    except SystemExit as end:
        return int(end.code or 0)
    except click.exceptions.Abort:
        click.echo("Interrupted; nothing is left half-written.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UsageError as error:
        click.echo(f"mujaz: {error}", err=True)
        return 2
    except MujazError as error:
        click.echo(f"mujaz: {error}", err=True)
        return 1
    return 0
