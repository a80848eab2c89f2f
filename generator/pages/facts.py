"""What an article says in particular: dates, numbers, names and quotations, each with its place."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, get_args

from generator.arabic.fold import fold
from generator.model import TopicKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.briefing import BriefedArticle, Briefing
    from generator.findings import DateMention, NumberMention
    from generator.model import Span, TopicId

_QUOTES = frozenset("\"'")


class Fact(NamedTuple):
    """A date or a number as the text puts it, and everywhere it stands."""

    value: str
    """The ISO date; of a number its figure where the text has it in words, else empty."""
    text: str
    why: str
    """Reason slug of a date; empty for a number."""
    anchor: str | None
    again: tuple[str | None, ...]
    """Further places that say the same."""


@dataclass(frozen=True, slots=True)
class Name:
    """A topic that the article names."""

    topic: TopicId
    count: int
    anchor: str | None
    """Of the sentence that names it first; None where an editor added the topic."""


class Said(NamedTuple):
    """One quotation, with the quotation marks that the source uses."""

    text: str
    verb: str | None
    anchor: str | None


class Voice(NamedTuple):
    """A speaker with all that the article quotes; no name where the speaker is not known."""

    topic: TopicId | None
    name: str
    quotes: tuple[Said, ...]


class Facts(NamedTuple):
    """The particulars of one article."""

    dates: tuple[Fact, ...]
    """Known ones in the order of time."""
    numbers: tuple[Fact, ...]
    """In the order of the text."""
    names: tuple[tuple[TopicKind, tuple[Name, ...]], ...]
    """By kind, most named first."""


def facts_of(article: BriefedArticle, briefing: Briefing) -> Facts:
    """Return the dates, numbers and names of an article; what says the same is one fact."""
    return Facts(_dates(article), _numbers(article), _names(article, briefing))


def voices_of(article: BriefedArticle) -> tuple[Voice, ...]:
    """Return who is quoted with what, in the order of the text; unknown speakers last."""
    found: dict[tuple[TopicId | None, str], list[Said]] = {}
    for quote in article.analysis.quotes:
        speaker = quote.speaker
        key = (speaker.topic, "" if speaker.topic else speaker.text) if speaker else (None, "")
        text = quoted(article.article.text, quote.span)
        said = Said(text, quote.verb, anchor_at(article, quote.span))
        found.setdefault(key, []).append(said)
    ordered = sorted(found.items(), key=lambda item: item[0] == (None, ""))
    return tuple(Voice(topic, name, tuple(said)) for (topic, name), said in ordered)


def anchor_at(article: BriefedArticle, span: Span) -> str | None:
    """Return the fragment id of the sentence in which ``span`` begins, None outside the body."""
    index = article.sentence_at(span.start)
    return None if index is None else article.anchors[index]


def quoted(text: str, span: Span) -> str:
    """Return the words at ``span`` with the source's own quotation marks around them."""
    before, after = text[: span.start][-1:], text[span.end : span.end + 1]
    opening, closing = (c if c and _is_quote(c) else "" for c in (before, after))
    return f"{opening}{span.of(text)}{closing}"


def _is_quote(character: str) -> bool:
    return character in _QUOTES or unicodedata.category(character) in ("Pi", "Pf", "Ps", "Pe")


def _dates(article: BriefedArticle) -> tuple[Fact, ...]:
    groups: dict[str, list[DateMention]] = defaultdict(list)
    for date in article.analysis.dates:
        if date.iso:
            groups[date.iso].append(date)
    return tuple(_fact(article, iso, found, found[0].why) for iso, found in sorted(groups.items()))


def _numbers(article: BriefedArticle) -> tuple[Fact, ...]:
    groups: dict[tuple[float, str], list[NumberMention]] = defaultdict(list)
    for number in article.analysis.numbers:
        groups[number.value, fold(number.unit or "")].append(number)
    text = article.article.text
    return tuple(
        _fact(article, "" if _has_figure(found[0].span.of(text)) else f"{value:,g}", found, "")
        for (value, _), found in groups.items()
    )


def _has_figure(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _fact(
    article: BriefedArticle, value: str, found: Sequence[DateMention | NumberMention], why: str
) -> Fact:
    first, *further = (anchor_at(article, item.span) for item in found)
    return Fact(value, found[0].span.of(article.article.text), why, first, tuple(further))


def _names(
    article: BriefedArticle, briefing: Briefing
) -> tuple[tuple[TopicKind, tuple[Name, ...]], ...]:
    first = {m.topic: anchor_at(article, m.span) for m in reversed(article.analysis.mentions)}
    groups: dict[TopicKind, list[Name]] = {kind: [] for kind in get_args(TopicKind)}
    for share in article.topics:
        if share.topic in briefing.topics:
            name = Name(share.topic, share.count, first.get(share.topic) if share.count else None)
            groups[briefing.topics[share.topic].topic.kind].append(name)
    return tuple((kind, tuple(names)) for kind, names in groups.items() if names)
