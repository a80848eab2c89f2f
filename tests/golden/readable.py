"""The analysis of an article as an outline that an Arabic speaker reads line by line."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.findings import Analysis
    from generator.model import Span, TopicId

_SHOWN = 90


def readable(text: str, analysis: Analysis) -> str:
    """Return everything that was read out of ``text``, one finding a line."""
    parts = (_head, _cuts, _sentences, _summary, _keywords, _mentions, _dates, _numbers, _quotes)
    return "\n\n".join("\n".join(part(text, analysis)) for part in parts) + "\n"


def _head(text: str, analysis: Analysis) -> Iterator[str]:
    title, byline, source = (
        analysis.cleaned.title,
        analysis.cleaned.byline,
        analysis.cleaned.source,
    )
    yield f"title ({title.origin}): {title.text}"
    yield f"byline: {byline.text if byline else '-'}"
    outlet = f"{source.id or '?'} ({source.text})" if source else "-"
    yield f"source: {outlet}"
    yield f"published: {analysis.published or '-'}"
    yield f"language: {analysis.language}"


def _cuts(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"CUTS {len(analysis.cleaned.cuts)}"
    for cut in analysis.cleaned.cuts:
        yield f"{cut.kind}, {cut.rule}: {_ends(text, cut.span)}"


def _sentences(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"SENTENCES {len(analysis.sentences)}"
    paragraph = -1
    for sentence in analysis.sentences:
        mark = "¶" if sentence.paragraph != paragraph else " "
        kind = "subhead: " if sentence.kind == "subhead" else ""
        yield f"{mark} {kind}{_line(text, sentence.span)}"
        paragraph = sentence.paragraph


def _summary(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"SUMMARY {len(analysis.summary)}"
    yield from (_line(text, sentence.span) for sentence in analysis.summary)


def _keywords(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"KEYWORDS {len(analysis.keywords)}"
    for keyword in analysis.keywords:
        yield f"{keyword.text} ({keyword.topic or '-'}) × {len(keyword.spans)}"


def _mentions(text: str, analysis: Analysis) -> Iterator[str]:
    topics: dict[TopicId, Counter[str]] = defaultdict(Counter)
    for mention in analysis.mentions:
        topics[mention.topic][_line(text, mention.span)] += 1
    yield f"MENTIONS {len(analysis.mentions)} of {len(topics)} topics"
    for topic, names in sorted(topics.items(), key=lambda item: (-item[1].total(), item[0])):
        said = ", ".join(f"{name} × {times}" for name, times in names.most_common())
        yield f"{topic} {names.total()}: {said}"


def _dates(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"DATES {len(analysis.dates)}"
    for date in analysis.dates:
        yield f"{_line(text, date.span)} = {date.iso or '-'} ({date.why})"


def _numbers(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"NUMBERS {len(analysis.numbers)}"
    for number in analysis.numbers:
        yield f"{_line(text, number.span)} = {number.value:.12g} {number.unit or '-'}"


def _quotes(text: str, analysis: Analysis) -> Iterator[str]:
    yield f"QUOTES {len(analysis.quotes)}"
    for quote in analysis.quotes:
        speaker = f"{quote.speaker.text} ({quote.speaker.topic or '-'})" if quote.speaker else "-"
        yield f"{speaker} | {quote.verb or '-'} | {_line(text, quote.span)}"


def _line(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _ends(text: str, span: Span) -> str:
    """Return a stretch of the text, of a long one its two ends."""
    line = _line(text, span)
    return line if len(line) <= 2 * _SHOWN else f"{line[:_SHOWN]} […] {line[-_SHOWN:]}"
