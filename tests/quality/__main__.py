"""``python -m tests.quality``: measures, floors and external data sets."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tests.quality import floors
from tests.quality.external import evaluate


@click.command()
@click.option("--update", is_flag=True, help="Raise the floors to what is reached.")
@click.option("--allow-regression", "reason", metavar="REASON", help="Let floors fall, and why.")
@click.option(
    "--eval",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Score the data sets of this folder with its own score.py instead.",
)
def main(update: bool, reason: str | None, folder: Path | None) -> None:
    """Show every measure beside its floor, and all that is wrong or missing."""
    if folder:
        click.echo("\n".join(evaluate(folder)))
        return
    measures = floors.take_measures()
    now = floors.new_floors(measures, floors.data_digest())
    known = floors.read_floors()
    if update or reason:
        result, refused = floors.raised(known, now, reason)
        if refused:
            click.echo("\n".join([*refused, 'Say why: --allow-regression "…"']), err=True)
            sys.exit(1)
        floors.write_floors(result)
        known = result
    for name in now:
        floor = known[name]["floor"] if name in known else float("nan")
        click.echo(f"{measures[name].value:7.2f} (floor {floor:g})  {name}")
        for wrong in measures[name].wrong:
            click.echo(f"          {wrong}")
    short = floors.shortfalls(known, now)
    click.echo("\n".join(short), err=True)
    sys.exit(1 if short else 0)


main()
