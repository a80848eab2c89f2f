"""Hand-written pages, read by Mujaz itself: MkDocs would follow links wherever they lead.

What is handed on are bytes that were read without leaving the folder, not a path that may mean
something else by the time MkDocs opens it.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from mkdocs.utils.meta import YAML_RE, get_data

from generator.errors import printable
from generator.load.decode import decode
from generator.load.files import open_folder, open_root, read_file
from generator.load.override_file import check_brackets
from generator.load.refused import Refused
from generator.load.strict_yaml import parse_yaml
from generator.load.text import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs.structure.files import File, Files

    from generator.errors import Problem
    from generator.load.limits import Limits

_PAGE: Final = ".md"
# No SVG: opened by its own address, it is a page that runs scripts under our name.
_IMAGES: Final = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")


def read_written(
    files: Files, docs_dir: Path, project: Path, limits: Limits, taken: Collection[str] = ()
) -> list[Problem]:
    """Read the pages and images of ``docs_dir``; take away what can't be published and say why.

    Files of the theme, and those that other plugins have made, are left alone. ``taken`` are the
    paths in the site that the briefing's own pages and files have.
    """
    shown = Path(os.path.relpath(docs_dir, project))
    found = set()
    with open_root(docs_dir) as root:
        for file in list(files):
            own = file.src_dir is not None and Path(file.src_dir) == docs_dir
            if not own or file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
                continue
            path = PurePath(file.src_path)
            try:
                _check_name(file, taken)
                with _parent(root, path) as folder:
                    _read(folder, path, file, limits)
            except _Behind as refused:
                files.remove(file)
                found.add(refused.problem(printable(str(shown / refused.folder))))
            except Refused as refused:
                files.remove(file)
                found.add(refused.problem(printable(str(shown / path))))
    return sorted(found)


class _Behind(Refused):
    """A file can't be reached because of a folder on the way to it."""

    folder: PurePath


@contextmanager
def _parent(root: int, path: PurePath) -> Iterator[int]:
    """Open the folder that ``path`` lies in, one folder after the other from ``root``."""
    folder = root
    with ExitStack() as opened:
        for depth, name in enumerate(path.parts[:-1], 1):
            try:
                folder = opened.enter_context(open_folder(folder, name))
            except Refused as refused:
                behind = _Behind(refused.message, refused.remedy)
                behind.folder = PurePath(*path.parts[:depth])
                raise behind from refused
        yield folder


def _check_name(file: File, taken: Collection[str]) -> None:
    """Raise Refused where a file can't have an address, or another has it already."""
    hidden = next((c for c in file.src_path if c == "\n" or normalise(c) != c), None)
    if hidden:
        shown = f"U+{ord(hidden):04X}"
        message = f"Its name, which becomes its address, holds the hidden character {shown}"
        raise Refused(message, "Rename it")
    if file.dest_uri in taken:
        remedy = "Rename it; what the briefing says is corrected in content/overrides"
        raise Refused("A page of the briefing has this address", remedy)


def _read(folder: int, path: PurePath, file: File, limits: Limits) -> None:
    if path.suffix.lower() == _PAGE:
        data = read_file(folder, path.name, limits.article_bytes, "article_bytes")
        file.content_string = _page(normalise(decode(data), keep_tabs=True), limits)
    elif path.suffix.lower() in _IMAGES:
        file.content_bytes = read_file(folder, path.name, limits.image_bytes, "image_bytes")
    else:
        remedy = f"Only {_PAGE} and images ({', '.join(_IMAGES)}) are; remove it"
        raise Refused("This kind of file is not published", remedy)


def _page(text: str, limits: Limits) -> str:
    """Return the text of a page that MkDocs can read in reasonable time and show as ours."""
    front = YAML_RE.match(text)
    if front:  # to some YAML, MkDocs' parser crashes, or takes hours
        parse_yaml(front[1], limits, first_line=2)
    check_brackets(text, "page", limits)
    # Another template has no policy, and may hold scripts that read what a page says.
    if "template" in get_data(text)[1]:
        raise Refused("“template” can't be set here: all pages have the site's own", "Delete it")
    return text
