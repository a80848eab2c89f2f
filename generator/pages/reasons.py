"""Why a sentence stands in the summary, in words that a reader can check against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.briefing import BriefedArticle, Briefing
    from generator.findings import SummarySentence
    from generator.model import Language, Span
    from generator.pages.strings import Interface

MAIN_TOPICS = 6
"""As many of an article's topics count for a sentence; see the summary's score."""


class Reason(NamedTuple):
    """One share of a sentence's score, said in words."""

    label: str
    words: tuple[str, ...] = ()
    """What in the sentence it is about."""


def reasons_for(
    article: BriefedArticle, chosen: SummarySentence, briefing: Briefing, ui: Interface
) -> list[Reason]:
    """Return what spoke for a sentence of the summary, and against it, the strongest first."""
    index = article.sentence_at(chosen.span.start)
    shares = sorted(chosen.parts.items(), key=lambda part: (-part[1], part[0]))
    found = []
    for part, share in shares:
        if part == "position" and index is not None:
            place, total = ui.number(index + 1), ui.number(len(article.analysis.sentences))
            key = "why.opens" if index == 0 else "why.place"
            found.append(Reason(ui.t(key, n=place, total=total)))
        elif share > 0:
            found.append(Reason(ui.why_part(part), _evidence(part, article, chosen, briefing, ui)))
        elif share < 0:
            found.append(Reason(ui.t("why.against", reason=ui.why_part(part))))
    return found


def _evidence(
    part: str,
    article: BriefedArticle,
    chosen: SummarySentence,
    briefing: Briefing,
    ui: Interface,
) -> tuple[str, ...]:
    if part == "topics":
        return tuple(_main_topics(article, chosen.span, briefing, ui.language))
    if part == "words":
        keywords = (k for k in article.analysis.keywords if k.topic is None)
        return tuple(k.text for k in keywords if _within(k.spans, chosen.span))
    return ()


def _main_topics(
    article: BriefedArticle, span: Span, briefing: Briefing, language: Language
) -> Iterable[str]:
    here = {m.topic for m in article.analysis.mentions if _within([m.span], span)}
    for share in article.topics[:MAIN_TOPICS]:
        if share.topic in here and share.topic in briefing.topics:
            yield briefing.topics[share.topic].topic.name.get(language)


def _within(spans: Iterable[Span], place: Span) -> bool:
    return any(place.start <= span.start < place.end for span in spans)
