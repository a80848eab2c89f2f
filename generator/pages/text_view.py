"""An article's kept text as paragraphs of sentences of pieces, ready for the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.briefing import BriefedArticle
    from generator.findings import Mention
    from generator.model import Span, TopicId


class Piece(NamedTuple):
    """A run of text, linked to a topic or not."""

    text: str
    topic: TopicId | None = None


class SentenceView(NamedTuple):
    """A sentence, or the little that stands between two of them (:attr:`anchor` None)."""

    anchor: str | None
    pieces: tuple[Piece, ...]
    chosen: bool = False
    """Whether the summary takes it."""


class Paragraph(NamedTuple):
    """A paragraph or a subhead of the text."""

    kind: Literal["paragraph", "subhead"]
    sentences: tuple[SentenceView, ...]


def paragraphs(article: BriefedArticle) -> list[Paragraph]:
    """Return the kept text; the first mention of a topic in each paragraph is linked."""
    analysis, text = article.analysis, article.article.text
    kept = {share.topic for share in article.topics}
    mentions = [m for m in analysis.mentions if m.topic in kept]
    chosen = {s.span.start for s in analysis.summary}
    by_paragraph: dict[int, list[int]] = {}
    for index, sentence in enumerate(analysis.sentences):
        by_paragraph.setdefault(sentence.paragraph, []).append(index)
    views = []
    for number, body in enumerate(analysis.cleaned.body):
        linked: set[TopicId] = set()
        sentences: list[SentenceView] = []
        here = body.start
        for index in by_paragraph.get(number, ()):
            span = analysis.sentences[index].span
            if text[here : span.start]:
                sentences.append(SentenceView(None, (Piece(text[here : span.start]),)))
            found = cut_at(text, span, _within(mentions, span), linked)
            sentences.append(SentenceView(article.anchors[index], found, span.start in chosen))
            here = span.end
        if text[here : body.end].strip():
            sentences.append(SentenceView(None, (Piece(text[here : body.end]),)))
        indexes = by_paragraph.get(number, ())
        subhead = bool(indexes) and all(analysis.sentences[i].kind == "subhead" for i in indexes)
        views.append(Paragraph("subhead" if subhead else "paragraph", tuple(sentences)))
    return views


def sentence_pieces(
    article: BriefedArticle, index: int, only: TopicId | None = None
) -> tuple[Piece, ...]:
    """Return one sentence with its mentions marked: those of ``only``, or the first of each."""
    span = article.analysis.sentences[index].span
    mentions = _within(article.analysis.mentions, span)
    if only is None:
        return cut_at(article.article.text, span, mentions, set())
    return cut_at(article.article.text, span, [m for m in mentions if m.topic == only], None)


def cut_at(
    text: str, span: Span, mentions: Sequence[Mention], linked: set[TopicId] | None
) -> tuple[Piece, ...]:
    """Cut ``text[span]`` at its mentions; topics in ``linked`` are passed over and added to it."""
    pieces: list[Piece] = []
    here = span.start
    for mention in mentions:
        if mention.span.start < here or (linked is not None and mention.topic in linked):
            continue
        if linked is not None:
            linked.add(mention.topic)
        if text[here : mention.span.start]:
            pieces.append(Piece(text[here : mention.span.start]))
        pieces.append(Piece(mention.span.of(text), mention.topic))
        here = mention.span.end
    if text[here : span.end]:
        pieces.append(Piece(text[here : span.end]))
    return tuple(pieces)


def _within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    return [m for m in mentions if span.start <= m.span.start and m.span.end <= span.end]
