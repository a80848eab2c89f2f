"""``mujaz schema``: the JSON Schemas of what editors write and of what the site publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.project import config_file
from generator.errors import UsageError
from generator.load.refused import quoted
from generator.load.suggest import did_you_mean
from generator.schemas.documents import all_schemas, schema_files, to_text

if TYPE_CHECKING:
    from pathlib import Path


def run_schema(folder: Path, name: str | None, *, write: bool) -> int:
    """Print one schema, list all of them, or write them into ``schemas/``; return 0."""
    known = all_schemas()
    if name is not None and name not in known:
        remedy = did_you_mean(name, known, f"The schemas are: {', '.join(known)}.")
        raise UsageError(f"There is no schema {quoted(name)}. {remedy}")
    if write:
        config_file(folder)
        write_schemas(folder, (name,) if name else ())
    elif name:
        click.echo(to_text(known[name]), nl=False)
    else:
        for key, schema in known.items():
            click.echo(f"{key}: {schema['title']}")
    return 0


def write_schemas(folder: Path, names: tuple[str, ...]) -> None:
    """Write schemas into the project's folder ``schemas``, over older ones."""
    for path, text in schema_files(names).items():
        target = folder / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")
        click.echo(path)
