"""Puts text of others into YAML, Markdown and comments, so that it comes out as it went in."""

from __future__ import annotations

import json
import re
from typing import Final

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&~|])")
_OPENING: Final = re.compile(r"(?P<space>\A)(?P<number>[0-9]{0,9})(?P<sign>[-+=#.)])")


def yaml_text(text: str) -> str:
    """Return ``text`` as a double-quoted YAML scalar on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def markdown_paragraph(text: str) -> str:
    """Return ``text`` as one Markdown paragraph that shows its words and signs unchanged."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(r"\g<space>\g<number>\\\g<sign>", escaped)


def comment_text(text: str) -> str:
    """Return ``text`` for the inside of an HTML comment, which it can't end."""
    return text.replace("-->", "--›")
