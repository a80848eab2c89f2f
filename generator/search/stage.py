"""Makes the search index of a briefing; what is known of unchanged records is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.arabic.sentences import split_sentences
from generator.cache import Cache
from generator.cache.code import code_digest
from generator.errors import Problem
from generator.model import LANGUAGES, ArticleId, Span
from generator.pages.markdown import blocks
from generator.pages.values import digest
from generator.parallel import run_all
from generator.search.index import index_files
from generator.search.postings import Index
from generator.search.records import Findable, SearchRecord, SearchSentence, findable
from generator.search.terms import RecordTerms, record_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.briefing import BriefedArticle, BriefedSource, BriefedTopic, Briefing
    from generator.pages.renderer import Renderer
    from generator.planned import PlannedFile
    from generator.report import Stage

FEW = 40
"""Records that are read here: for so few, a second process costs more than it saves."""


def search_files(renderer: Renderer, stage: Stage) -> tuple[list[PlannedFile], list[Problem]]:
    """Return the files of the index, and what is not found by all of its words."""
    briefing = renderer.linked
    records = list(search_records(briefing))
    settings = renderer.settings
    cache = Cache(settings.cache, "search", Index, settings.remembered("search"))
    code = code_digest("arabic", "search")
    known = cache.get(code) or Index()
    made = {
        postings.digests[key]: terms
        for postings in known.segments.values()
        for key, terms in postings.terms.items()
    }
    missing = [record for record in records if record.digest not in made]
    wanted = 0 if len(missing) <= FEW else settings.workers
    problems = []
    for record, outcome in zip(missing, run_all(_terms, missing, wanted), strict=True):
        if outcome.error is None:
            made[record.digest] = outcome.value
        else:
            # Search must not lose an article; but nothing would bound here what all of it costs.
            made[record.digest] = record_terms(record.make()._replace(sentences=()))
            problems.append(_partly(briefing, record, outcome.error))
    terms = {record.key: made[record.digest] for record in records}
    topics = {key: topic.topic.name for key, topic in briefing.topics.items()}
    sources = {key: source.source.name for key, source in briefing.sources.items()}
    files, postings = index_files(records, topics, sources, terms=terms, known=known.segments)
    if postings != known.segments and not problems:
        cache.put(code, Index(postings))
    cache.prune([code])
    stage.count, stage.reused = len(records), len(records) - len(missing)
    return files, problems


def _partly(briefing: Briefing, record: Findable, error: str) -> Problem:
    section, _, name = record.key.partition("/")
    article = briefing.articles.get(ArticleId(name)) if section == "articles" else None
    return Problem(
        article.article.path if article else f"content/{record.key}",
        0,
        f"search finds it by its title, names and summary alone ({error})",
        "Shorten it and its overrides",
        "warning",
    )


def _terms(record: Findable) -> RecordTerms:
    return record_terms(record.make())


def search_records(briefing: Briefing) -> Iterator[Findable]:
    """Yield what search knows about each page that can be found."""
    names = {key: digest(repr(topic.topic.names())) for key, topic in briefing.topics.items()}
    for article in briefing.articles.values():
        topics = tuple(s.topic for s in article.topics if s.topic in briefing.topics)
        source = article.source if article.source in briefing.sources else None
        yield Findable(
            key=f"articles/{article.id}",
            kind="article",
            published=article.published.isoformat() if article.published else None,
            source=source,
            topics=topics,
            digest=digest(
                " ".join((article.id, article.digest, source or "", *(names[t] for t in topics)))
            ),
            make=partial(_article_record, briefing, article),
        )
    for topic in briefing.topics.values():
        yield findable(_topic_record(topic))
    for found in briefing.sources.values():
        yield findable(_source_record(found))


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
