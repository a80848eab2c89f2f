"""What an analysis depends on besides its article, as values and as digests.

Apart from the analysis itself: a build in which no article has changed never loads that.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.cache.code import code_digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.analysis.mentions import TopicMatcher
    from generator.model import Source, SourceId, Topic, TopicId

ANALYSING = ("analysis", "arabic", "clean")
"""Packages whose code decides what an analysis says."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a project knows beforehand: its topics, ready to be matched, and its sources."""

    topics: Mapping[TopicId, Topic]
    sources: Mapping[SourceId, Source]
    matcher: TopicMatcher


def knowledge_digest(knowledge: Knowledge) -> str:
    """Return a digest of everything besides the article that its analysis depends on.

    Of topics that is more than what finds them: keywords read their names and their parents.
    """
    topics = [repr(replace(topic, wikidata=None)) for topic in knowledge.topics.values()]
    sources = map(repr, knowledge.sources.values())
    stated = map("\n".join, map(sorted, (topics, sources)))
    parts = (code_digest(*ANALYSING), knowledge.matcher.fingerprint, *stated)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
