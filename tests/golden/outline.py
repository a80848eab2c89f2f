"""A page as an outline of its elements and texts: two pages that a browser sees alike are equal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_VERSION = re.compile(r"\.[0-9a-f]{8}(?=\.(?:min\.)?[a-z0-9]+(?:$|\"))")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def outline(path: Path) -> str:
    """Return the outline of an HTML file; versions in the names of assets are left out."""
    document = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
    return "\n".join(_lines(document, 0)) + "\n"


def _lines(element: Element, depth: int) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    pad = " " * depth
    attributes = "".join(
        f' {name}="{_VERSION.sub("", value)}"' for name, value in sorted(element.attrib.items())
    )
    yield f"{pad}<{element.tag}{attributes}>"
    yield from _text(element.text, depth + 1)
    for child in element:
        yield from _lines(child, depth + 1)
        yield from _text(child.tail, depth + 1)


def _text(text: str | None, depth: int) -> Iterator[str]:
    words = _VERSION.sub("", " ".join((text or "").split()))
    if words:
        # The strings of scripts are readable here, though they are escaped on the page.
        yield f"{' ' * depth}{_ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)}"
