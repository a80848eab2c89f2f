"""Reads the project's own documents: their code, commands and links, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it import MarkdownIt

from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKDOWN: Final = MarkdownIt("commonmark").enable("table")
_OURS: Final = ("make", "mujaz", "mkdocs", "python")


class Piece(NamedTuple):
    """A block of code, a piece of code in a line, or the target of a link."""

    path: Path
    line: int
    kind: str
    """Language of a block; ``code`` of code in a line; ``link``."""
    text: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(REPOSITORY)}:{self.line}"


def documents() -> list[Path]:
    """Return what people read about Mujaz: beside the code, in new projects, on the site."""
    folders = ("docs", "templates/project", "content/pages")
    below = (path for folder in folders for path in (REPOSITORY / folder).rglob("*.md"))
    return sorted([*REPOSITORY.glob("*.md"), *below])


def pieces(*kinds: str) -> list[Piece]:
    """Return all pieces of these kinds of all documents."""
    return [p for path in documents() for p in _pieces(path) if p.kind in kinds]


def _pieces(path: Path) -> Iterator[Piece]:
    for token in _MARKDOWN.parse(path.read_text("utf-8")):
        line = (token.map or [0])[0] + 1
        if token.type == "fence":
            yield Piece(path, line, token.info.strip(), token.content)
        for child in token.children or ():
            if child.type == "code_inline":
                yield Piece(path, line, "code", child.content)
            target = child.attrGet("href") or child.attrGet("src")
            if target:
                yield Piece(path, line, "link", str(target))


def commands() -> list[Piece]:
    """Return every command line: the lines of shell blocks, and code that starts like one."""
    found = []
    for piece in pieces("sh", "bash", "console", "code"):
        for number, line in enumerate(piece.text.splitlines(), piece.line + 1):
            words = line.removeprefix("$ ").partition("#")[0].strip()
            words = words.removeprefix(".venv/bin/")
            if piece.kind != "code":
                found.append(Piece(piece.path, number, piece.kind, words))
            elif words.split(" ")[0] in _OURS:
                found.append(Piece(piece.path, piece.line, "code", words))
    return [piece for piece in found if piece.text]
