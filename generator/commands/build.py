"""``mujaz build``: builds the site, publishes it in one step, and reports."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from typing import TYPE_CHECKING, Any

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import MkDocsException

from generator.commands.project import load_project
from generator.errors import ContentError, MujazError, on_one_line

if TYPE_CHECKING:
    from pathlib import Path

    from generator.report import Report, Stage


def run_build(
    folder: Path,
    site_dir: Path | None,
    *,
    strict: bool,
    workers: int | None,
    engine: str = "local",
) -> int:
    """Build and publish; return the exit code: 0, or 1 where something was left out.

    With ``strict``, nothing is published unless all is sound.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # A build makes millions of values that live to its end and hardly a cycle: looking for cycles
    # again and again costs a tenth of its time and frees next to nothing.
    gc.disable()
    options: dict[str, Any] = {"strict": strict}
    if site_dir is not None:
        options["site_dir"] = str(site_dir.absolute())
    started = time.perf_counter()
    config, plugin = load_project(folder, **options)
    _quiet()
    if workers is not None:
        plugin.config["workers"] = workers
    plugin.engine = engine
    if sys.stderr.isatty():
        plugin.report.on_stage = lambda stage: _say(f"  {_line(stage)}")
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    except MkDocsException as error:
        for problem in plugin.report.problems:
            _say(str(problem))
        if strict and (plugin.report.problems or str(error).startswith("Aborted with")):
            # What is wrong with hand-written pages has been said as well.
            raise MujazError("Nothing is published: with --strict all must be sound.") from error
        raise MujazError(str(error)) from error
    except ContentError:
        raise
    finally:
        config.plugins.on_shutdown()
    _print_report(plugin.report, time.perf_counter() - started, config.site_dir)
    return 1 if plugin.report.errors else 0


def _say(line: str) -> None:
    click.echo(line, err=True)


def _quiet() -> None:
    """Let MkDocs say only what is wrong with hand-written pages; our problems we print."""
    logger = logging.getLogger("mkdocs")
    spoken = (logging.StreamHandler, _Printer)
    logger.handlers = [h for h in logger.handlers if not isinstance(h, spoken)]
    logger.addHandler(_Printer(logging.WARNING))
    logger.propagate = False


class _Printer(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        if record.name != "mkdocs.plugins.mujaz":
            _say(on_one_line(record.getMessage()))


def _line(stage: Stage) -> str:
    reused = f", {stage.reused} unchanged" if stage.reused else ""
    return f"{stage.name}: {stage.count}{reused} in {stage.seconds:.2f} s"


def _print_report(report: Report, seconds: float, site_dir: str) -> None:
    for problem in report.problems:
        _say(str(problem))
    if sys.stderr.isatty():
        _print_table(report)
    else:
        for stage in report.stages:
            _say(_line(stage))
    errors, warnings = len(report.errors), len(report.problems) - len(report.errors)
    pages = next((s.count for s in report.stages if s.name == "pages"), 0)
    articles = next((s.count for s in report.stages if s.name == "analyse"), 0)
    _say(
        f"Published {_counted(articles, 'article')} on {_counted(pages, 'page')} to {site_dir} in "
        f"{seconds:.1f} s; {_counted(errors, 'error')}, {_counted(warnings, 'warning')}."
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _print_table(report: Report) -> None:
    # Imported only now: it takes a tenth of what a small build does.
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("stage", "made", "unchanged", "seconds"):
        table.add_column(heading, justify="left" if heading == "stage" else "right")
    for stage in report.stages:
        table.add_row(stage.name, str(stage.count), str(stage.reused), f"{stage.seconds:.2f}")
    Console(stderr=True, highlight=False).print(table)
