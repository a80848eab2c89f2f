"""A project that a test can write into, and what is said about it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from generator.load.limits import DEFAULTS, Limits
from generator.load.refused import Refused
from generator.load.strict_yaml import Node, Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model import Content

ARTICLE: Final = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة.\n"
SECRET: Final = "كلمة السر هي سمسم"  # noqa: S105 - what must not be read
TOPIC: Final = "kind: {kind}\nname: {{ar: {ar}, en: {en}}}\n"
LINK: Final = "This is a symbolic link, and links are not followed. Put the real one here."
SPECIAL: Final = "This is neither a file nor a folder. Remove it."


def write(root: Path, path: str, text: str | bytes) -> Path:
    """Write a file below ``content/``."""
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return file


def said(content: Content) -> list[str]:
    """Return all problems."""
    return [str(problem) for problem in content.problems]


def ids(content: Content) -> list[str]:
    """Return the ids of the articles that are sound."""
    return [article.id for article in content.articles]


def limited(**limits: int) -> Limits:
    """Return the limits of a project that sets some."""
    return dataclasses.replace(DEFAULTS, **limits)


def outline(text: str) -> str:
    """Return what YAML says, a line a leaf, or why it is refused."""
    try:
        tree = parse_yaml(text)
    except Refused as refused:
        return f"line {refused.line}: {refused}"
    return "\n".join(_leaves(tree)) if tree else "nothing"


def _leaves(node: Node, path: str = "") -> Iterator[str]:
    if isinstance(node, Scalar):
        yield f"{node.line} {path} = {node.text}" + (f" ({node.reads_as})" if node.reads_as else "")
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _leaves(item, f"{path}[]")
    else:
        for key, value in node.entries:
            yield from _leaves(value, f"{path}.{key.text}".lstrip("."))
