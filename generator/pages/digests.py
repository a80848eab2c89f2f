"""What each page depends on, as one digest: equal digests mean equal pages.

Whatever a page's template looks at must be in its digest; a test edits projects at random and
compares incremental builds with clean ones.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.briefing import BriefedArticle, BriefedSource, BriefedTopic, Briefing
    from generator.model import Language, Override, TopicId


class Digests:
    """The digests of one briefing's pages.

    Settings, words and templates are not among them: when one of those changes, every page is
    rendered anew.
    """

    def __init__(self, briefing: Briefing, names: str) -> None:
        """``names`` stands for all that topics are called, in editors' texts too."""
        self._briefing = briefing
        self._topics = {key: _shown(topic) for key, topic in briefing.topics.items()}
        self._linked = digest(names, *sorted(self._topics))
        self._sources = digest(*(repr(s.source) for s in briefing.sources.values()))
        self.everything = digest(
            self._linked,
            self._sources,
            *(article.digest for article in briefing.articles.values()),
            *(_shown(topic) + str(len(topic.mentions)) for topic in briefing.topics.values()),
            *(repr(override) for override in briefing.home.values()),
        )
        """For pages that show a bit of everything."""

    def of_article(self, article: BriefedArticle) -> str:
        """Return the digest of an article's pages."""
        related = [self._briefing.articles[r.article].digest for r in article.related]
        topics = {share.topic for share in article.topics}
        topics |= {keyword.topic for keyword in article.analysis.keywords if keyword.topic}
        topics |= {
            q.speaker.topic for q in article.analysis.quotes if q.speaker and q.speaker.topic
        }
        topics |= {topic for r in article.related for topic in r.shared}
        return digest(
            article.digest,
            self._sources,
            repr(article.related),
            *related,
            *self._names(topics),
            self._links_in(article.overrides),
        )

    def of_topic(self, topic: BriefedTopic) -> str:
        """Return the digest of a topic's pages."""
        family = {companion.topic for companion in topic.companions} | set(topic.topic.parents)
        family |= {t.id for t in self._briefing.topics.values() if topic.id in t.topic.parents}
        ties = [
            (c.topic, self._briefing.topics[c.topic].companions)
            for c in topic.companions
            if c.topic in self._briefing.topics
        ]
        return digest(
            repr((topic.topic, topic.overrides, topic.companions, ties)),
            self._sources,
            *(self._briefing.articles[mention.article].digest for mention in topic.mentions),
            *self._names(family),
            self._links_in(topic.overrides),
        )

    def of_source(self, source: BriefedSource) -> str:
        """Return the digest of a source's pages."""
        articles = [self._briefing.articles[key] for key in source.articles]
        topics = {share.topic for article in articles for share in article.topics}
        return digest(
            repr(source),
            *(article.digest for article in articles),
            *self._names(topics),
            self._links_in(source.overrides),
        )

    def _names(self, topics: Iterable[TopicId]) -> Iterable[str]:
        """Yield what is shown of each topic; empty where no article mentions it."""
        return (f"{key} {self._topics.get(key, '')}" for key in sorted(topics))

    def _links_in(self, overrides: Mapping[Language, Override]) -> str:
        """Return what the links in editors' texts depend on: every name that could be found."""
        return self._linked if any(o.sections for o in overrides.values()) else ""


def digest(*parts: str) -> str:
    """Return the digest of ``parts``; their borders count."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _shown(topic: BriefedTopic) -> str:
    return repr((topic.topic.kind, topic.topic.name))
