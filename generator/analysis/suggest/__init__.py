"""Proposes to the editor what is not in the topics yet: new names, and new spellings of known ones.

Names are known by what stands before them (a title, a first name, ``مدينة``, ``حزب``), by speaking
(``قال أوشاكوف إن``), or by coming back as a phrase. Nothing is merged or published: the editor
takes over what is right. The same articles and topics always give the same proposals.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.mentions import build_matcher, find_mentions
from generator.analysis.suggest.candidates import Candidate, best, gather
from generator.analysis.suggest.cues import Sighting, sightings
from generator.analysis.suggest.occurrences import Found, find_occurrences
from generator.analysis.suggest.proposal import Occurrence, Proposal
from generator.analysis.suggest.render import render_proposals
from generator.analysis.suggest.repeated import repeated_phrases
from generator.analysis.suggest.spellings import Spelling, find_spellings
from generator.analysis.suggest.words import Word, words_of
from generator.arabic.fold import fold
from generator.model import TopicId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.analysis.document import Document
    from generator.model import ArticleId, Topic

__all__ = ["Occurrence", "Proposal", "render_proposals", "suggest_topics"]

_PHRASE_WEIGHT: Final = 0.5
_ARTICLE_BONUS: Final = 0.25


class Reading(NamedTuple):
    """One article as the search for names reads it."""

    id: ArticleId
    text: str
    words: list[Word]
    topics: frozenset[TopicId]
    """Those it names."""


def suggest_topics(
    documents: Mapping[ArticleId, Document], topics: Mapping[TopicId, Topic]
) -> tuple[Proposal, ...]:
    """Return proposals for names and spellings that ``topics`` lacks, the best first.

    The score of a proposal grows with the sureness of its cue, with the logarithm of its count,
    and with the number of articles it occurs in; equal scores are ordered by name.
    """
    articles = _read(documents, topics)
    seen = gather(s for article in articles for s in sightings(article.words, article.text))
    seen += _phrases(articles, seen)
    candidates = {TopicId(f"candidate {n}"): candidate for n, candidate in enumerate(seen)}
    spellings = find_spellings(articles, topics, candidates)
    wanted = [candidate.topic(id_) for id_, candidate in candidates.items()]
    wanted += [spelling.topic(topics[spelling.of]) for spelling in spellings]
    found = find_occurrences(documents, topics.values(), wanted)
    proposals = [_new_topic(candidate, found[id_]) for id_, candidate in candidates.items()] + [
        _new_spelling(s, topics[s.of], found[s.topic(topics[s.of]).id]) for s in spellings
    ]
    proposals = [proposal for proposal in proposals if proposal.count]
    return tuple(sorted(proposals, key=lambda p: (-p.score, p.name, p.topic or "")))


def _read(
    documents: Mapping[ArticleId, Document], topics: Mapping[TopicId, Topic]
) -> list[Reading]:
    matcher = build_matcher(topics.values())
    found = []
    for id_ in sorted(documents):
        document = documents[id_]
        mentions = find_mentions(document, matcher)
        named = frozenset(mention.topic for mention in mentions)
        found.append(Reading(id_, document.text, words_of(document, mentions), named))
    return found


def _phrases(articles: Iterable[Reading], seen: Iterable[Candidate]) -> list[Candidate]:
    """Return phrases that come back and hold or make no name seen behind a cue."""
    names = {word for candidate in seen for word in fold(candidate.name).split()}
    found = []
    for phrase, count in repeated_phrases([(a.id, a.words, a.text) for a in articles]).items():
        if names.isdisjoint(fold(phrase).split()):
            candidate = Candidate()
            candidate.add(Sighting(phrase, "theme", "", _PHRASE_WEIGHT))
            candidate.seen = count
            found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.name)


def _score(weight: float, found: Found) -> float:
    articles = 1 + _ARTICLE_BONUS * (len(found.articles) - 1)
    return round(weight * (1 + math.log2(max(found.count, 1))) * articles, 4)


def _new_topic(candidate: Candidate, found: Found) -> Proposal:
    return Proposal(
        name=candidate.name,
        kind=candidate.kind,
        topic=None,
        resembles=None,
        aliases=tuple(dict.fromkeys(candidate.aliases)),
        english=best(found.glosses) if found.glosses else None,
        cues=tuple(sorted(candidate.cues, key=lambda cue: (-candidate.cues[cue], cue))),
        count=found.count,
        articles=tuple(found.articles),
        occurrences=tuple(found.occurrences),
        score=_score(candidate.weight, found),
    )


def _new_spelling(spelling: Spelling, topic: Topic, found: Found) -> Proposal:
    return Proposal(
        name=spelling.text,
        kind=topic.kind,
        topic=topic.id,
        resembles=spelling.resembles,
        aliases=(spelling.short,) if spelling.short else (),
        english=None,
        cues=(),
        count=found.count,
        articles=tuple(found.articles),
        occurrences=tuple(found.occurrences),
        score=_score(spelling.weight, found),
    )
