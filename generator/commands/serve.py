"""``mujaz serve``: builds, serves on this machine only, rebuilds and reloads on every change."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

import click
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException

from generator.commands.project import config_file, defaults, load_project
from generator.errors import MujazError, UsageError, on_one_line

if TYPE_CHECKING:
    from pathlib import Path


class _Teller(logging.Handler):
    """Says on the terminal what MkDocs says: where it serves, what it builds, what is wrong."""

    def emit(self, record: logging.LogRecord) -> None:
        click.echo(on_one_line(record.getMessage()), err=True)


def run_serve(folder: Path, port: int) -> int:
    """Serve until interrupted."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(_Teller())
    load_project(folder)
    path = config_file(folder)
    try:
        mkdocs_serve(str(path), dev_addr=f"127.0.0.1:{port}", **defaults(path))
    except MkDocsException as error:
        raise MujazError(str(error)) from error
    except OSError as error:
        raise UsageError(f"Port {port}: {error.strerror}. Choose another with --port.") from error
    return 0
