"""Builds the document that the parts of the analysis read, without the cleaning before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.document import Document
from generator.arabic.language import language_of
from generator.arabic.sentences import split_sentences
from generator.arabic.tokens import tokenise
from generator.findings import Cleaned, Title
from generator.model import Span

if TYPE_CHECKING:
    from datetime import date


def document_of(text: str, published: date | None = None, *, title: bool = False) -> Document:
    """Return the document of ``text``; each line is a paragraph, the first one with ``title``."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, at + len(line.rstrip())))
        at += len(line) + 1
    head = lines.pop(0) if title else None
    heading = Title(head.of(text), "source", head) if head else Title(text[:80], "derived", None)
    return Document(
        text=text,
        language=language_of(text),
        cleaned=Cleaned(heading, None, None, tuple(lines), ()),
        sentences=split_sentences(text, tuple(lines)),
        tokens=tuple(token for line in lines for token in tokenise(text, *line)),
        title_tokens=tuple(tokenise(text, *head)) if head else (),
        published=published,
    )
