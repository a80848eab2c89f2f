"""``mujaz diff``: what has changed between two built sites, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.diff.changes import compare_sites
from generator.diff.markdown import to_markdown
from generator.diff.site import read_site

if TYPE_CHECKING:
    from pathlib import Path


def run_diff(old: Path, new: Path) -> int:
    """Write the difference to standard output; return 0, whether there is one or not."""
    click.echo(to_markdown(compare_sites(read_site(old), read_site(new))), nl=False)
    return 0
