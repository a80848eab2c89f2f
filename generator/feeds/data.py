"""The data files of the site: what the pages show, for programs. Ids are stable for ever."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.model import LANGUAGES

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle, BriefedTopic, Briefing


def data_files(briefing: Briefing) -> dict[str, bytes]:
    """Return ``data/articles.json``, ``data/topics.json`` and ``data/mentions.json``."""
    articles = [_article(article) for article in briefing.articles.values()]
    topics = [_topic(topic) for topic in briefing.topics.values()]
    mentions = [
        mention for topic in briefing.topics.values() for mention in _mentions(briefing, topic)
    ]
    return {
        "data/articles.json": _json({"articles": articles}),
        "data/topics.json": _json({"topics": topics}),
        "data/mentions.json": _json({"mentions": mentions}),
    }


def _article(article: BriefedArticle) -> dict[str, Any]:
    text, analysis = article.article.text, article.analysis
    return {
        "id": article.id,
        "version": article.article.version,
        "language": analysis.language,
        "urls": {language: f"{language}/articles/{article.id}/" for language in LANGUAGES},
        "titles": {
            language: {"text": t.text, "language": t.language, "origin": t.origin}
            for language, t in article.titles.items()
        },
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "url": article.article.sidecar.url,
        "summary": [
            {
                "text": sentence.span.of(text),
                "span": list(sentence.span),
                "anchor": article.anchors[index],
            }
            for sentence in analysis.summary
            if (index := article.sentence_at(sentence.span.start)) is not None
        ],
        "keywords": [{"text": k.text, "topic": k.topic} for k in article.keywords],
        "topics": [{"id": share.topic, "mentions": share.count} for share in article.topics],
        "related": [related.article for related in article.related],
    }


def _topic(topic: BriefedTopic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "kind": topic.topic.kind,
        "names": {"ar": topic.topic.name.ar, "en": topic.topic.name.en},
        "parents": list(topic.topic.parents),
        "wikidata": topic.topic.wikidata,
        "urls": {language: f"{language}/topics/{topic.id}/" for language in LANGUAGES},
        "spellings": [{"text": text, "count": count} for text, count in topic.spellings],
        "articles": [mention.article for mention in topic.mentions],
    }


def _mentions(briefing: Briefing, topic: BriefedTopic) -> list[dict[str, Any]]:
    found = []
    for mention in topic.mentions:
        article = briefing.articles[mention.article]
        for span in mention.spans:
            index = article.sentence_at(span.start)
            found.append(
                {
                    "topic": topic.id,
                    "article": article.id,
                    "text": span.of(article.article.text),
                    "span": list(span),
                    "anchor": None if index is None else article.anchors[index],
                }
            )
    return found


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
