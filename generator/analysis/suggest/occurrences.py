"""Where names occur: counted with the matcher that will find them once they are topics."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.analysis.mentions import build_matcher, find_mentions
from generator.analysis.suggest.proposal import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.analysis.document import Document
    from generator.model import ArticleId, Topic, TopicId

_SHOWN: Final = 3
_GLOSS: Final = re.compile(r"\s?\(([A-Z][A-Za-z0-9 .'’&-]{1,60})\)")


@dataclass(slots=True)
class Found:
    """What the articles hold of one name."""

    count: int = 0
    articles: list[ArticleId] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    glosses: Counter[str] = field(default_factory=Counter)
    """Latin names in brackets behind it."""


def find_occurrences(
    documents: Mapping[ArticleId, Document], topics: Iterable[Topic], wanted: Iterable[Topic]
) -> dict[TopicId, Found]:
    """Return what the articles hold of each of ``wanted``; known topics keep their own names."""
    proposed = list(wanted)
    matcher = build_matcher([*topics, *proposed])
    found = {topic.id: Found() for topic in proposed}
    for id_ in sorted(documents):
        document = documents[id_]
        for mention in find_mentions(document, matcher):
            if mention.topic in found:
                _add(found[mention.topic], id_, document, mention.span.start, mention.span.end)
    return found


def _add(found: Found, id_: ArticleId, document: Document, start: int, end: int) -> None:
    found.count += 1
    if id_ not in found.articles:
        found.articles.append(id_)
    gloss = _GLOSS.match(document.text, end)
    if gloss:
        found.glosses[gloss.group(1).strip()] += 1
    occurrence = Occurrence(id_, _sentence(document, start))
    if len(found.occurrences) < _SHOWN and occurrence not in found.occurrences:
        found.occurrences.append(occurrence)


def _sentence(document: Document, offset: int) -> str:
    index = bisect_right(document.sentences, offset, key=lambda s: s.span.start) - 1
    if index < 0 or document.sentences[index].span.end <= offset:
        title = document.cleaned.title
        return title.text
    return document.sentences[index].span.of(document.text)
