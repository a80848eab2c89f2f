"""Whether the site's own fonts draw every character that its pages show."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import lxml.html
from PIL import ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_URL = re.compile(r"url\(\"([^\"]+)\"\)")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
_UNSEEN = "//script | //style | //template | //noscript | //head/*[not(self::title)]"
_NOWHERE = "\U0010fffd"
"""A character that no font has."""


class Face(NamedTuple):
    """One ``@font-face`` rule: a file and the code points that it is asked for."""

    file: Path
    ranges: tuple[range, ...]

    def draws(self, char: str) -> bool:
        """Return whether browsers take ``char`` from this file, and it is there."""
        return any(ord(char) in asked for asked in self.ranges) and _has(self.file, char)


def read_faces(style: Path) -> list[Face]:
    """Return the faces that a style sheet names."""
    faces = []
    for rule in _FACE.findall(style.read_text("utf-8")):
        found = _URL.search(rule)
        bounds = _RANGE.findall(rule.partition("unicode-range:")[2])
        ranges = tuple(range(int(a, 16), int(b or a, 16) + 1) for a, b in bounds)
        if found:
            faces.append(Face((style.parent / found[1]).resolve(), ranges))
    return faces


def undrawn(site: Path) -> dict[str, str]:
    """Return the characters of the site's pages that none of its fonts draws, each with a page."""
    (style,) = (site / "assets" / "mujaz" / "css").glob("site.*.css")
    faces = read_faces(style)
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        for char in _shown(path):
            if char not in found and not any(face.draws(char) for face in faces):
                found[char] = path.relative_to(site).as_posix()
    return found


def _shown(path: Path) -> Iterator[str]:
    page: Any = lxml.html.document_fromstring(path.read_bytes())
    for element in page.xpath(_UNSEEN):
        element.drop_tree()
    for char in sorted(set(page.text_content())):
        if not char.isspace():
            yield char


@cache
def _has(file: Path, char: str) -> bool:
    return _picture(file, char) != _picture(file, _NOWHERE)


@cache
def _picture(file: Path, char: str) -> tuple[tuple[int, int], bytes]:
    font = ImageFont.truetype(file, 20, layout_engine=ImageFont.Layout.BASIC)
    mask = font.getmask(char)
    return mask.size, bytes(mask)
