"""The data files of the site: what the pages show, for programs. Ids are stable for ever."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.cache import Cache
from generator.cache.code import code_digest
from generator.model import LANGUAGES
from generator.pages.values import digest, mentions_digest
from generator.planned import PlannedFile, ready_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.briefing import BriefedArticle, BriefedTopic, Briefing
    from generator.config import Settings
    from generator.feeds.shapes import (
        ArticleData,
        FactsData,
        InBoth,
        MentionData,
        TitleData,
        TopicData,
    )
    from generator.model import Language, Override


class Written(NamedTuple):
    """Articles as they stand in ``data/articles.json``, by what each is made of."""

    articles: dict[str, str]


def data_files(briefing: Briefing, settings: Settings) -> Iterator[PlannedFile]:
    """Yield ``data/articles.json``, ``data/topics.json`` and ``data/mentions.json``."""
    articles = {_made_of(article): article for article in briefing.articles.values()}
    make = partial(_articles_file, articles, settings)
    yield PlannedFile("data/articles.json", digest(" ".join(articles)), make)
    topics = [_topic(topic) for topic in briefing.topics.values()]
    yield ready_file("data/topics.json", to_json({"topics": topics}))
    made_of = [(key, mentions_digest(topic, briefing)) for key, topic in briefing.topics.items()]
    make = partial(_mentions_file, briefing)
    yield PlannedFile("data/mentions.json", digest(repr(made_of)), make)


def _made_of(article: BriefedArticle) -> str:
    return digest(" ".join((article.id, article.digest, *(r.article for r in article.related))))


def _articles_file(articles: Mapping[str, BriefedArticle], settings: Settings) -> bytes:
    cache = Cache(settings.cache, "data", Written, settings.remembered("data"))
    code = code_digest("feeds", "edit.py")
    kept = cache.get(code)
    known = kept.articles if kept else {}
    written = {key: known.get(key) or _text(_article(a)) for key, a in articles.items()}
    cache.put(code, Written(written))
    cache.prune([code])
    return f'{{"articles":[{",".join(written.values())}]}}\n'.encode()


def _mentions_file(briefing: Briefing) -> bytes:
    topics = briefing.topics.values()
    return to_json({"mentions": [found for t in topics for found in _mentions(briefing, t)]})


def _article(article: BriefedArticle) -> ArticleData:
    text, analysis = article.article.text, article.analysis
    return {
        "id": article.id,
        "version": article.article.version,
        "language": analysis.language,
        "urls": _urls("articles", article.id),
        "titles": {"ar": _title(article, "ar"), "en": _title(article, "en")},
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
        "edited": {
            language: _edited(article.overrides[language])
            for language in LANGUAGES
            if language in article.overrides
        },
        "facts": _facts(article),
        "keywords": [{"text": k.text, "topic": k.topic} for k in article.keywords],
        "topics": [{"id": share.topic, "mentions": share.count} for share in article.topics],
        "related": [related.article for related in article.related],
    }


def _urls(section: str, key: str) -> InBoth:
    return {"ar": f"ar/{section}/{key}/", "en": f"en/{section}/{key}/"}


def _title(article: BriefedArticle, language: Language) -> TitleData:
    title = article.titles[language]
    return {"text": title.text, "language": title.language, "origin": title.origin}


def _edited(override: Override) -> dict[str, str]:
    names = ("title", "description", "published")
    own = {name: str(value) for name in names if (value := getattr(override, name))}
    for section in override.sections:
        name = f"note: {section.heading}" if section.kind == "note" else section.kind
        own[name] = section.markdown
    return {name: hashlib.sha256(text.encode()).hexdigest()[:16] for name, text in own.items()}


def _facts(article: BriefedArticle) -> FactsData:
    text, analysis = article.article.text, article.analysis
    return {
        "dates": [{"text": d.span.of(text), "iso": d.iso} for d in analysis.dates if d.iso],
        "numbers": [{"text": n.span.of(text), "value": n.value} for n in analysis.numbers],
    }


def _topic(topic: BriefedTopic) -> TopicData:
    return {
        "id": topic.id,
        "kind": topic.topic.kind,
        "names": {"ar": topic.topic.name.ar, "en": topic.topic.name.en},
        "parents": list(topic.topic.parents),
        "wikidata": topic.topic.wikidata,
        "urls": _urls("topics", topic.id),
        "spellings": [{"text": text, "count": count} for text, count in topic.spellings],
        "articles": [mention.article for mention in topic.mentions],
    }


def _mentions(briefing: Briefing, topic: BriefedTopic) -> list[MentionData]:
    found: list[MentionData] = []
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


def to_json(data: Any) -> bytes:
    """Return ``data`` as a file: compact, one line, Arabic as it is."""
    return f"{_text(data)}\n".encode()


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
