"""Reads the annotated articles: what each line of a text is, and what a careful reader finds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast, get_args

from generator.analysis.knowledge import Knowledge
from generator.analysis.mentions import build_matcher
from generator.model import Bilingual, Source, SourceId, Span, Topic, TopicId, TopicKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER: Final = Path(__file__).parent
Kind = Literal["title", "byline", "source", "body", "subhead", "furniture", "foreign"]
SECTIONS: Final = (
    "source", "dates", "numbers", "quotes", "mentions", "keywords", "summary",
)  # fmt: skip


class Piece(NamedTuple):
    """A stretch of the text and what it is."""

    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what is to be found in it."""

    id: str
    published: date | None
    text: str
    pieces: tuple[Piece, ...]
    notes: Mapping[str, tuple[str, ...]]
    """Lines of each section of :data:`SECTIONS`."""

    def said(self, kind: Kind) -> list[str]:
        """Return the texts of the pieces of one kind."""
        return [piece.span.of(self.text) for piece in self.pieces if piece.kind == kind]


def read_articles() -> list[Annotated]:
    """Return all annotated articles, by name."""
    return [
        read_article(path.stem, path.read_text("utf-8"))
        for path in sorted((FOLDER / "articles").glob("*.txt"))
    ]


def read_article(name: str, source: str) -> Annotated:
    """Take an annotated article apart; raise ValueError where its form is wrong."""
    head, mark, rest = source.partition("\n---\n")
    if not mark:
        raise ValueError(f"{name}: a line --- must stand between the text and the findings")
    published, lines = None, []
    for line in head.split("\n"):
        if line.startswith("published: "):
            published = date.fromisoformat(line.removeprefix("published: "))
        elif not line.startswith("#"):
            lines.append(line)
    text, pieces = "", []
    for line in lines:
        for kind, words in _parts(name, line):
            pieces.append(Piece(kind, Span(len(text), len(text) + len(words))))
            text += words
        text += "\n"
    return Annotated(name, published, text, tuple(pieces), _notes(name, rest))


def _parts(name: str, line: str) -> Iterator[tuple[Kind, str]]:
    """Yield a line's pieces: what stands between ⟦ and ⟧ is furniture of a body line."""
    if not line.strip():
        return
    kind, mark, words = line.partition("| ")
    if not mark or kind.strip() not in get_args(Kind):
        raise ValueError(f"{name}: what is this line of the text? {line}")
    for at, part in enumerate(words.replace("⟧", "⟦").split("⟦")):
        if part:
            yield ("furniture" if at % 2 else cast("Kind", kind.strip())), part


def _notes(name: str, source: str) -> dict[str, tuple[str, ...]]:
    notes: dict[str, list[str]] = {section: [] for section in SECTIONS}
    section = ""
    for line in filter(None, source.split("\n")):
        if line.startswith("["):
            section = line.strip("[]")
        elif section not in notes:
            raise ValueError(f"{name}: there is no section [{section}]")
        else:
            notes[section].append(line)
    return {section: tuple(lines) for section, lines in notes.items()}


def read_knowledge() -> Knowledge:
    """Return the topics of ``topics.txt`` and the one outlet that an article names."""
    topics = [
        _topic(*(cell.strip() for cell in line.split("|")))
        for line in (FOLDER / "topics.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    outlet = Source(SourceId("ufuq-press"), Bilingual("أفق برس", "Ufuq Press"), None, ("أفق برس",))
    return Knowledge({t.id: t for t in topics}, {outlet.id: outlet}, build_matcher(topics))


def _topic(identifier: str, kind: str, ar: str, en: str, aliases: str, doubtful: str = "") -> Topic:
    names = [name.strip() for name in aliases.replace("،", ",").split(",") if name.strip()]
    return Topic(
        TopicId(identifier),
        cast("TopicKind", kind),
        Bilingual(ar, en),
        aliases_ar=tuple(name for name in names if not name.isascii()),
        aliases_en=tuple(name for name in names if name.isascii()),
        ambiguous=(doubtful,) if doubtful else (),
    )


def data_digest() -> str:
    """Return the SHA-256 of all that the measures are taken on."""
    digest = hashlib.sha256()
    for path in sorted([*(FOLDER / "articles").glob("*.txt"), FOLDER / "topics.txt"]):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()
