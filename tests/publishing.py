"""Small sites to publish in tests, and what to look at afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import PublishError
from generator.publish import open_publication
from generator.publish.marker import MARKER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Pages = dict[str, bytes]


def pages(letter: str, count: int = 3) -> Pages:
    """Return the files of a site that differs from that of another letter in every file."""
    names = ["index.html", *(f"ar/articles/{letter}{i}/index.html" for i in range(count - 1))]
    return {name: f"{letter} {name}\n".encode() * 40 for name in names}


def write(folder: Path, site: Pages) -> None:
    """Write ``site`` into ``folder``."""
    for name, content in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def read(folder: Path) -> Pages:
    """Return all files under ``folder`` but the marker."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def publish(site_dir: Path, site: Pages) -> None:
    """Publish ``site`` as a build does."""
    with open_publication(site_dir) as publication:
        write(publication.staging, site)
        publication.commit(expected=["index.html"])


def beside(site_dir: Path) -> list[str]:
    """Return the names of all that stands beside the site."""
    return sorted(path.name for path in site_dir.parent.iterdir() if path != site_dir)


def message_of(call: Callable[[], object], kind: type[Exception] = PublishError) -> str:
    """Return what the error says that ``call`` must raise."""
    with pytest.raises(kind) as caught:
        call()
    return str(caught.value)
