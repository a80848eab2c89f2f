"""Documents and topics for tests, made of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, cast

from generator.analysis.document import Document
from generator.arabic.sentences import split_sentences
from generator.arabic.tokens import tokenise
from generator.findings import Cleaned, Title
from generator.model import Bilingual, Span, Topic, TopicId

if TYPE_CHECKING:
    from generator.model import Language, TopicKind

_TOPIC = re.compile(
    r"(?P<id>[\w-]+) \((?P<kind>[a-z]+)(?: of (?P<parents>[\w -]+))?\): (?P<names>.+)"
)


def make_document(text: str, title: str = "", language: Language = "ar") -> Document:
    """Return a document whose paragraphs are the lines of ``text``, ``title`` the first of them."""
    whole = f"{title}\n{text}" if title else text
    body = []
    start = len(title) + 1 if title else 0
    for line in text.split("\n"):
        if line.strip():
            body.append(Span(start, start + len(line)))
        start += len(line) + 1
    span = Span(0, len(title)) if title else None
    cleaned = Cleaned(Title(title, "source", span), None, None, tuple(body), ())
    return Document(
        text=whole,
        language=language,
        cleaned=cleaned,
        sentences=split_sentences(whole, body),
        tokens=tuple(token for part in body for token in tokenise(whole, *part)),
        title_tokens=tuple(tokenise(title)),
        published=None,
    )


def make_topic(line: str) -> Topic:
    """Return the topic that a line such as ``putin (person): فلاديمير بوتين، بوتين`` describes.

    ``(event of iran and oman)`` names its parents.
    Names are parted by Arabic or Latin commas; those with a star are ambiguous.
    """
    match = _TOPIC.fullmatch(line)
    if match is None:
        raise ValueError(f"not a topic: {line}")
    names = [name.strip() for name in re.split("[،,]", match["names"])]
    plain = [name.rstrip("*") for name in names]
    arabic = [name for name in plain if not name.isascii()]
    english = [name for name in plain if name.isascii()]
    return Topic(
        TopicId(match["id"]),
        cast("TopicKind", match["kind"]),
        Bilingual(ar=arabic[0] if arabic else "", en=english[0] if english else ""),
        tuple(arabic[1:]),
        tuple(english[1:]),
        tuple(map(TopicId, (match["parents"] or "").replace(" and ", " ").split())),
        ambiguous=tuple(name.rstrip("*") for name in names if name.endswith("*")),
    )


def make_topics(text: str) -> dict[TopicId, Topic]:
    """Return the topics that the lines of ``text`` describe, by id."""
    topics = [make_topic(line) for line in text.split("\n") if line.strip()]
    return {topic.id: topic for topic in topics}


def script_of(text: str) -> Literal["ar", "en"]:
    """Return the language of a short test text: English if it holds no Arabic letter."""
    return "ar" if re.search("[\u0621-\u064a]", text) else "en"
