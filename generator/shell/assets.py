"""The site's own style sheets, scripts and fonts, and the names of Material's.

Each file has a digest of its content in its name, so that a host may let browsers keep it for ever.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

PREFIX: Final = "assets/mujaz/"
"""Folder of the site that our own assets go to."""
_STYLES: Final = "css/site.css"
_SEARCH: Final = "js/search/"
_EARLY: Final = "js/early.js"
_KEPT_NAMES: Final = (".svg", ".txt")
"""Kinds of file that people and browsers look for by name."""
_URL: Final = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


class Assets(NamedTuple):
    """Addresses, relative to the site's root, that the shell links to."""

    main: str
    palette: str
    files: Mapping[str, bytes]
    """Our own, by their addresses."""
    names: Mapping[str, str]
    """Address of each by its path in ``templates/assets``."""

    @property
    def styles(self) -> str:
        """Return the one style sheet that all of ours are in."""
        return self.names[_STYLES]

    @property
    def early(self) -> str:
        """Return the script that runs before the first paint."""
        return self.names[_EARLY]

    @property
    def scripts(self) -> list[str]:
        """Return the scripts of every page."""
        return [
            address
            for name, address in self.names.items()
            if name.endswith(".js") and name != _EARLY and not name.startswith(_SEARCH)
        ]

    @property
    def search_scripts(self) -> list[str]:
        """Return the scripts that ``search.js`` loads when somebody searches."""
        return [address for name, address in self.names.items() if name.startswith(_SEARCH)]


def is_unused(path: str) -> bool:
    """Return whether ``path`` is a file of Material's that no page of ours needs.

    That is its script, and the source of MkDocs' sitemap, which a site without an address of its
    own would get as it stands.
    """
    return path == "sitemap.xml" or path.startswith("assets/javascripts/") or path.endswith(".map")


def find_assets(theme_folders: Sequence[Path], folders: Iterable[Path]) -> Assets:
    """Return Material's hashed files and those of ``folders``; the first that has one wins.

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

    main = material("assets/stylesheets/main.*.min.css")
    palette = material("assets/stylesheets/palette.*.min.css")
    own = _read(folders)
    names = {name: _address(name, data) for name, data in own.items() if not _is_style(name)}
    styles = _bundle({name: data for name, data in own.items() if _is_style(name)}, names)
    names[_STYLES] = _address(_STYLES, styles)
    files = {names[name]: data for name, data in own.items() if name in names}
    return Assets(main, palette, files | {names[_STYLES]: styles}, names)


def _read(folders: Iterable[Path]) -> dict[str, bytes]:
    """Return every file of the ``assets`` in ``folders`` by its path there, in order."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in (folder / "assets").rglob("*"):
            name = path.relative_to(folder / "assets").as_posix()
            if path.is_file() and name not in found:
                found[name] = path.read_bytes()
    return dict(sorted(found.items()))


def _is_style(name: str) -> bool:
    return name.endswith(".css")


def _address(name: str, data: bytes) -> str:
    stem, suffix = posixpath.splitext(name)
    if suffix in _KEPT_NAMES:
        return PREFIX + name
    return f"{PREFIX}{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"


def _bundle(styles: Mapping[str, bytes], names: Mapping[str, str]) -> bytes:
    """Return all style sheets as one, its addresses those of the files as they are published."""
    here = PREFIX + posixpath.dirname(_STYLES)
    sheets = []
    for name, data in styles.items():

        def published(found: re.Match[str], folder: str = posixpath.dirname(name)) -> str:
            target = names.get(posixpath.normpath(posixpath.join(folder, found[1])))
            return f'url("{posixpath.relpath(target, here)}")' if target else found[0]

        sheets.append(_URL.sub(published, data.decode()))
    return "\n".join(sheets).encode()
