"""Makes the search index of a briefing; what is known of unchanged records is kept."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.analysis.knowledge import code_digest
from generator.arabic.sentences import split_sentences
from generator.cache import Cache
from generator.model import LANGUAGES, Span
from generator.pages.markdown import blocks
from generator.parallel import run_all
from generator.search.index import index_files
from generator.search.records import SearchRecord, SearchSentence
from generator.search.terms import RecordTerms, record_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.briefing import BriefedArticle, BriefedSource, BriefedTopic, Briefing
    from generator.pages.renderer import Renderer
    from generator.report import Stage

FEW = 40
"""Records that are read here: for so few, a second process costs more than it saves."""


def search_files(renderer: Renderer, stage: Stage) -> dict[str, bytes]:
    """Return the files of the index by their path in the site."""
    briefing = renderer.linked
    records = list(search_records(briefing))
    cache = Cache(renderer.settings.cache, "terms", RecordTerms)
    code = code_digest("arabic", "search")
    keys = {r.key: hashlib.sha256(f"{code}\n{r!r}".encode()).hexdigest() for r in records}
    known = {r.key: cache.get(keys[r.key]) for r in records}
    missing = [record for record in records if known[record.key] is None]
    wanted = 0 if len(missing) <= FEW else renderer.settings.workers
    for record, outcome in zip(missing, run_all(record_terms, missing, wanted), strict=True):
        # A record that is too much for a worker is read here: search must not lose an article.
        known[record.key] = found = outcome.value or record_terms(record)
        cache.put(keys[record.key], found)
    cache.prune(keys.values())
    terms = {key: found for key, found in known.items() if found is not None}
    stage.reused = len(records) - len(missing)
    topics = {key: topic.topic.name for key, topic in briefing.topics.items()}
    sources = {key: source.source.name for key, source in briefing.sources.items()}
    stage.count = len(records)
    return dict(index_files(records, topics, sources, terms=terms))


def search_records(briefing: Briefing) -> Iterator[SearchRecord]:
    """Yield what search knows about each page that can be found."""
    for article in briefing.articles.values():
        yield _article_record(briefing, article)
    for topic in briefing.topics.values():
        yield _topic_record(topic)
    for source in briefing.sources.values():
        yield _source_record(source)


def _article_record(briefing: Briefing, article: BriefedArticle) -> SearchRecord:
    topics = tuple(s.topic for s in article.topics if s.topic in briefing.topics)
    aliases = tuple(name for key in topics for name in briefing.topics[key].topic.names())
    text, analysis = article.article.text, article.analysis
    own = [
        SearchSentence(sentence.span.of(text), anchor, analysis.language)
        for sentence, anchor in zip(analysis.sentences, article.anchors, strict=True)
    ]
    return SearchRecord(
        key=f"articles/{article.id}",
        kind="article",
        urls={language: f"{language}/articles/{article.id}/" for language in LANGUAGES},
        titles={lang: (t.text, t.language) for lang, t in article.titles.items()},
        published=article.published.isoformat() if article.published else None,
        source=article.source if article.source in briefing.sources else None,
        topics=topics,
        aliases=aliases,
        lead=(
            *(s.span.of(text) for s in analysis.summary),
            *dict.fromkeys(d.text for d in article.descriptions.values() if d.origin != "source"),
        ),
        sentences=(*own, *_edited_sentences(article)),
    )


def _edited_sentences(article: BriefedArticle) -> Iterator[SearchSentence]:
    for language, override in article.overrides.items():
        # The translation first: an article's own words answer before an editor's about it.
        for section in sorted(override.sections, key=lambda section: section.kind == "summary"):
            for anchor, paragraph in blocks(section.markdown):
                for sentence in split_sentences(paragraph, [Span(0, len(paragraph))]):
                    yield SearchSentence(sentence.span.of(paragraph), anchor, language)


def _topic_record(topic: BriefedTopic) -> SearchRecord:
    name = topic.topic.name
    return SearchRecord(
        key=f"topics/{topic.id}",
        kind="topic",
        urls={language: f"{language}/topics/{topic.id}/" for language in LANGUAGES},
        titles={language: (name.get(language), language) for language in LANGUAGES},
        topics=(topic.id,),
        aliases=topic.topic.names(),
        sentences=tuple(
            SearchSentence(paragraph, anchor, language)
            for language, override in topic.overrides.items()
            for section in override.sections
            for anchor, paragraph in blocks(section.markdown)
        ),
    )


def _source_record(source: BriefedSource) -> SearchRecord:
    name = source.source.name
    return SearchRecord(
        key=f"sources/{source.source.id}",
        kind="source",
        urls={language: f"{language}/sources/{source.source.id}/" for language in LANGUAGES},
        titles={language: (name.get(language), language) for language in LANGUAGES},
        source=source.source.id,
        aliases=(name.ar, name.en, *source.source.signatures),
    )
