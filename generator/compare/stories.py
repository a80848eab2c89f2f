"""Stories: articles that are about the same things at about the same time.

Articles are read from the oldest to the newest. Each joins the story whose topics are nearest to
its own, rare topics counting most, or else begins one. So a new article never moves an older one,
and a story keeps the id of the article that began it. Cost grows with articles times the topics of
an article.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.briefing import Story
from generator.compare.context import BACKGROUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from generator.briefing import BriefedArticle, BriefedTopic
    from generator.model import ArticleId, TopicId

NEAR = 0.38
"""Least likeness (cosine) of an article and a story's topics."""
SHARED = 3
"""Least number of topics that they share, not all of them countries and places."""
SILENCE = 120
"""Days without an article after which a story is over."""
TELLING = 12
"""An article's topics that look for a story, the most telling ones."""
OPEN = 50
"""Stories that a topic leads to, the newest: a topic that all are about leads nowhere."""


class _Growing:
    """A story while its articles are found."""

    def __init__(self) -> None:
        self.articles: list[BriefedArticle] = []
        self.weights: dict[TopicId, float] = defaultdict(float)
        self.last: date | None = None
        self._norm = 1.0

    def add(self, article: BriefedArticle, vector: Mapping[TopicId, float]) -> None:
        self.articles.append(article)
        for topic, weight in vector.items():
            self.weights[topic] += weight
        self._norm = math.sqrt(sum(w * w for w in self.weights.values())) or 1.0
        self.last = article.published or self.last

    def likeness(self, vector: Mapping[TopicId, float]) -> float:
        weights = self.weights
        return sum(w * weights.get(topic, 0.0) for topic, w in vector.items()) / self._norm

    def sources(self) -> int:
        """Return how many outlets tell it; each article of unknown outlet counts as one."""
        return len({article.source or article.id for article in self.articles})

    def is_over(self, article: BriefedArticle) -> bool:
        if not (article.published and self.last):
            return False
        return (article.published - self.last).days > SILENCE


def find_stories(
    articles: Mapping[ArticleId, BriefedArticle], topics: Mapping[TopicId, BriefedTopic]
) -> dict[ArticleId, Story]:
    """Return the stories that several sources tell, by id, that with the newest article first."""
    vectors = _vectors(articles, topics)
    growing: list[_Growing] = []
    about: dict[TopicId, list[_Growing]] = defaultdict(list)
    for article in _oldest_first(articles.values()):
        vector = vectors[article.id]
        telling = sorted(vector, key=lambda t: (-round(vector[t], 9), t))[:TELLING]
        story = _nearest(article, vector, telling, about, topics)
        if story is None:
            story = _Growing()
            growing.append(story)
        story.add(article, vector)
        for topic in telling:
            if story not in about[topic][-OPEN:]:
                about[topic].append(story)
    place = {key: number for number, key in enumerate(articles)}
    told = [_grown(story, place) for story in growing if story.sources() > 1]
    return {s.id: s for s in sorted(told, key=lambda story: place[story.articles[0]])}


def _nearest(
    article: BriefedArticle,
    vector: Mapping[TopicId, float],
    telling: Sequence[TopicId],
    about: Mapping[TopicId, list[_Growing]],
    topics: Mapping[TopicId, BriefedTopic],
) -> _Growing | None:
    if len(vector) < SHARED:
        return None
    best: _Growing | None = None
    likeness = NEAR
    seen: set[int] = set()
    for topic in telling:
        for story in reversed(about.get(topic, [])[-OPEN:]):
            if id(story) in seen or story.is_over(article):
                continue
            seen.add(id(story))
            shared = vector.keys() & story.weights.keys()
            if len(shared) < SHARED:  # most are, and this is soon known
                continue
            found = round(story.likeness(vector), 9)
            if found > likeness and any(topics[t].topic.kind not in BACKGROUND for t in shared):
                best, likeness = story, found
    return best


def _grown(story: _Growing, place: Mapping[ArticleId, int]) -> Story:
    articles = sorted((a.id for a in story.articles), key=lambda key: place[key])
    topics = sorted(story.weights, key=lambda t: (-round(story.weights[t], 9), t))
    return Story(story.articles[0].id, tuple(articles), tuple(topics))


def _oldest_first(articles: Iterable[BriefedArticle]) -> list[BriefedArticle]:
    def when(article: BriefedArticle) -> tuple[bool, int, ArticleId]:
        published = article.published
        return (published is None, published.toordinal() if published else 0, article.id)

    return sorted(articles, key=when)


def _vectors(
    articles: Mapping[ArticleId, BriefedArticle], topics: Mapping[TopicId, BriefedTopic]
) -> dict[ArticleId, dict[TopicId, float]]:
    """Return the topics of each article with their weights; each vector has the length 1."""
    total = len(articles)
    rarity = {t: math.log(2 + total / len(f.mentions)) for t, f in topics.items()}
    vectors = {}
    for article in articles.values():
        weights = {
            s.topic: (1 + math.log(max(s.count, 1))) * rarity[s.topic]
            for s in article.topics
            if s.topic in rarity
        }
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        vectors[article.id] = {topic: weight / norm for topic, weight in weights.items()}
    return vectors
