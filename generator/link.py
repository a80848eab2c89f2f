"""Joins articles into a briefing: topics, related articles, sources, stories."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING

from generator.arabic.clitics import with_own_article
from generator.briefing import (
    BriefedSource,
    BriefedTopic,
    Briefing,
    Companion,
    Related,
    TopicMention,
)
from generator.compare.stories import find_stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.briefing import BriefedArticle
    from generator.model import ArticleId, Content, Language, Override, Span, TopicId

RELATED = 5
"""Most related articles shown with an article."""
COMPANIONS = 12
"""Most companions shown with a topic."""


def link(content: Content, articles: Iterable[BriefedArticle]) -> Briefing:
    """Return the briefing of all articles; cost grows with the number of mentions."""
    ordered = sorted(articles, key=_newest_first)
    by_topic: dict[TopicId, list[BriefedArticle]] = defaultdict(list)
    for article in ordered:
        for share in article.topics:
            if share.topic in content.topics:
                by_topic[share.topic].append(article)
    related = _related(ordered, by_topic)
    linked = {a.id: a._replace(related=related[a.id]) for a in ordered}
    sources = {
        source.id: BriefedSource(
            source,
            _overrides_of(content, "sources", source.id),
            tuple(a.id for a in ordered if a.source == source.id),
        )
        for source in content.sources.values()
    }
    topics = _topics(content, by_topic)
    stories = find_stories(linked, topics)
    return Briefing(linked, topics, sources, _overrides_of(content, "home", "home"), stories)


def _newest_first(article: BriefedArticle) -> tuple[bool, int, ArticleId]:
    published = article.published
    return (published is None, -published.toordinal() if published else 0, article.id)


def _overrides_of(content: Content, section: str, key: str) -> Mapping[Language, Override]:
    return {o.language: o for o in content.overrides if o.section == section and o.id == key}


def _related(
    articles: Sequence[BriefedArticle], by_topic: Mapping[TopicId, Sequence[BriefedArticle]]
) -> dict[ArticleId, tuple[Related, ...]]:
    """Return the nearest articles of each, by the cosine of their topics weighted by rarity."""
    total = len(articles)
    rarity = {topic: math.log(1 + total / len(found)) for topic, found in by_topic.items()}
    vectors: dict[ArticleId, dict[TopicId, float]] = {}
    for article in articles:
        weights = {
            s.topic: (1 + math.log(max(s.count, 1))) * rarity[s.topic]
            for s in article.topics
            if s.topic in rarity
        }
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        vectors[article.id] = {topic: weight / norm for topic, weight in weights.items()}
    # A topic that half the site is about says little about kinship and costs the square of it.
    newest = {
        topic: [(a.id, vectors[a.id][topic]) for a in found[:200]]
        for topic, found in by_topic.items()
    }
    return {a.id: _nearest(a.id, vectors, newest) for a in articles}


def _nearest(
    article: ArticleId,
    vectors: Mapping[ArticleId, Mapping[TopicId, float]],
    newest: Mapping[TopicId, Sequence[tuple[ArticleId, float]]],
) -> tuple[Related, ...]:
    own = vectors[article]
    scores: dict[ArticleId, float] = defaultdict(float)
    telling = sorted(own, key=lambda topic: (-own[topic], topic))[:20]
    for topic in telling:
        weight = own[topic]
        for other, its_weight in newest[topic]:
            scores[other] += weight * its_weight
    scores.pop(article, None)
    # Rounding costs more than all the rest, and only those close to the best can be among them.
    enough = min(sorted(scores.values())[-RELATED:], default=0.0) - 1e-6
    near = [(-round(score, 6), other) for other, score in scores.items() if score >= enough]
    best = nsmallest(RELATED, near)
    # Scores shift with every article that names a shared topic; what is shown seldom does.
    return tuple(Related(other, _shared(own, vectors[other])) for _, other in best)


def _shared(own: Mapping[TopicId, float], other: Mapping[TopicId, float]) -> tuple[TopicId, ...]:
    both = {topic: weight * other[topic] for topic, weight in own.items() if topic in other}
    return tuple(sorted(both, key=lambda topic: (-round(both[topic], 6), topic)))[:5]


def _topics(
    content: Content, by_topic: Mapping[TopicId, Sequence[BriefedArticle]]
) -> dict[TopicId, BriefedTopic]:
    spans, places = _places(by_topic)
    companions = _companions(by_topic, places)
    found = {}
    for topic_id, articles in by_topic.items():
        spellings: Counter[str] = Counter()
        mentions = []
        for article in articles:
            here = spans.get((topic_id, article.id), ())
            spellings.update(with_own_article(article.article.text, *span) for span in here)
            mentions.append(TopicMention(article.id, places.get((topic_id, article.id), ()), here))
        found[topic_id] = BriefedTopic(
            content.topics[topic_id],
            _overrides_of(content, "topics", topic_id),
            tuple(mentions),
            tuple(sorted(spellings.items(), key=lambda item: (-item[1], item[0]))),
            companions.get(topic_id, ()),
            _ties(topic_id, companions),
        )
    order = sorted(found, key=lambda t: (-sum(n for _, n in found[t].spellings), t))
    children: dict[TopicId, list[TopicId]] = defaultdict(list)
    for topic_id in order:
        for parent in found[topic_id].topic.parents:
            children[parent].append(topic_id)
    return {t: found[t]._replace(children=tuple(children[t])) for t in order}


Places = dict[tuple["TopicId", "ArticleId"], tuple[int, ...]]
Spans = dict[tuple["TopicId", "ArticleId"], tuple["Span", ...]]


def _places(by_topic: Mapping[TopicId, Sequence[BriefedArticle]]) -> tuple[Spans, Places]:
    """Return where each topic stands in each article: spans, and indexes of sentences."""
    articles = {a.id: a for found in by_topic.values() for a in found}
    spans: dict[tuple[TopicId, ArticleId], list[Span]] = defaultdict(list)
    places: dict[tuple[TopicId, ArticleId], list[int]] = defaultdict(list)
    for article in articles.values():
        kept = {share.topic for share in article.topics}
        for mention in article.analysis.mentions:
            if mention.topic not in kept:
                continue
            key = (mention.topic, article.id)
            spans[key].append(mention.span)
            index = article.sentence_at(mention.span.start)
            if index is not None and index not in places[key][-1:]:
                places[key].append(index)
    return ({k: tuple(v) for k, v in spans.items()}, {k: tuple(v) for k, v in places.items()})


def _companions(
    by_topic: Mapping[TopicId, Sequence[BriefedArticle]], places: Places
) -> dict[TopicId, tuple[Companion, ...]]:
    in_articles: dict[TopicId, Counter[TopicId]] = defaultdict(Counter)
    in_sentences: dict[TopicId, Counter[TopicId]] = defaultdict(Counter)
    topics_of: dict[ArticleId, list[TopicId]] = defaultdict(list)
    for topic, articles in by_topic.items():
        for article in articles:
            topics_of[article.id].append(topic)
    for article_id, topics in topics_of.items():
        by_sentence: dict[int, list[TopicId]] = defaultdict(list)
        for topic in topics:
            in_articles[topic].update(topics)
            for index in places.get((topic, article_id), ()):
                by_sentence[index].append(topic)
        for together in by_sentence.values():
            for topic in together:
                in_sentences[topic].update(together)
    return {
        topic: tuple(
            Companion(other, count, in_sentences[topic][other])
            for other, count in sorted(
                counts.items(), key=lambda item: (-in_sentences[topic][item[0]], -item[1], item[0])
            )
            if other != topic
        )[:COMPANIONS]
        for topic, counts in in_articles.items()
    }


def _ties(
    topic: TopicId, companions: Mapping[TopicId, Sequence[Companion]]
) -> tuple[tuple[TopicId, TopicId, int], ...]:
    """Return which companions of a topic are companions of each other, and how strongly."""
    members = {companion.topic for companion in companions.get(topic, ())}
    ties = {
        (min(member, other.topic), max(member, other.topic)): other.sentences.bit_length()
        for member in members
        for other in companions[member]
        if other.topic in members and other.sentences
    }
    return tuple((a, b, strength) for (a, b), strength in sorted(ties.items()))
