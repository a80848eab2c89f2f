"""The site's own style sheets, scripts and fonts, and the names of Material's."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PREFIX = "assets/mujaz"
"""Folder of the site that our own assets go to."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses, relative to the site's root, that the shell links to."""

    main: str
    palette: str
    early: str
    """Version of the script that runs before the first paint."""
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    search_scripts: tuple[str, ...]
    """Loaded by ``search.js`` when somebody searches."""


def own_assets(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield (path in the site, file) of each asset; the first folder that has it wins."""
    seen: set[str] = set()
    for folder in folders:
        for path in sorted((folder / "assets").rglob("*")):
            name = f"{PREFIX}/{path.relative_to(folder / 'assets').as_posix()}"
            if path.is_file() and name not in seen:
                seen.add(name)
                yield name, path


def is_unused(path: str) -> bool:
    """Return whether ``path`` is a file of Material's that no page of ours needs.

    That is its script, and the source of MkDocs' sitemap, which a site without an address of its
    own would get as it stands.
    """
    return path == "sitemap.xml" or path.startswith("assets/javascripts/") or path.endswith(".map")


def find_assets(theme_folders: Sequence[Path], own: Sequence[tuple[str, Path]]) -> Assets:
    """Return the addresses of Material's hashed files and of our own, versioned by content.

    Raises UsageError where the theme is not a Material that Mujaz knows.
    """

    def material(pattern: str) -> str:
        for folder in theme_folders:
            for path in sorted(folder.glob(pattern)):
                return path.relative_to(folder).as_posix()
        raise UsageError(
            f"mkdocs.yml: the theme has no {pattern}. Set `theme: material` and install "
            "mkdocs-material 9.8 or newer."
        )

    def version(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:8]

    def ours(suffix: str, *, search: bool = False) -> tuple[str, ...]:
        return tuple(
            f"{name}?v={version(path)}"
            for name, path in own
            if name.endswith(suffix)
            and not name.endswith("early.js")
            and name.startswith(f"{PREFIX}/js/search/") == search
        )

    return Assets(
        material("assets/stylesheets/main.*.min.css"),
        material("assets/stylesheets/palette.*.min.css"),
        next(version(path) for name, path in own if name.endswith("js/early.js")),
        ours(".css"),
        ours(".js"),
        ours(".js", search=True),
    )
