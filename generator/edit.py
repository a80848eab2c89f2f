"""Lays editors' overrides over what the machine found: one article in, one briefed article out."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.arabic.fold import fold
from generator.briefing import BriefedArticle, Origin, Text, TopicShare
from generator.errors import Problem
from generator.findings import Keyword
from generator.load.refused import quoted
from generator.load.suggest import did_you_mean
from generator.load.text import one_line
from generator.model import LANGUAGES
from generator.scaffold.override import is_machine_text
from generator.versions import changes_since

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.findings import Analysis
    from generator.model import Article, Language, Override, TopicId

DESCRIPTION_LENGTH = 200
"""Longest description taken from a text, in characters; what search engines and feeds show."""


def edit(
    article: Article, analysis: Analysis, overrides: Mapping[Language, Override], analysis_key: str
) -> BriefedArticle:
    """Return the article as it is published: machine results with the editors' corrections."""
    overrides = {lang: _own(o, article, analysis) for lang, o in overrides.items()}
    digest = hashlib.sha256(
        "\n".join((analysis_key, *(repr(overrides.get(lang)) for lang in LANGUAGES))).encode()
    ).hexdigest()
    titles = _titles(analysis, overrides)
    return BriefedArticle(
        article=article,
        analysis=analysis,
        analysis_key=analysis_key,
        digest=digest,
        titles=titles,
        descriptions=_descriptions(article, analysis, overrides),
        overrides=overrides,
        stale={
            lang: changes_since(o.source_lines, article.text)
            for lang, o in overrides.items()
            if o.source and o.source != article.version
        },
        published=next(
            (o.published for o in overrides.values() if o.published), analysis.published
        ),
        source=article.sidecar.source
        or (analysis.cleaned.source.id if analysis.cleaned.source else None),
        topics=_topics(analysis, overrides),
        keywords=_keywords(analysis, overrides),
    )


def _own(override: Override, article: Article, analysis: Analysis) -> Override:
    """Return the override without what it merely repeats: that stays the machine's."""
    sections = tuple(
        section
        for section in override.sections
        if section.kind != "summary"
        or override.language != analysis.language
        or not is_machine_text(section.markdown, article, analysis)
    )
    same_title = override.title == one_line(analysis.cleaned.title.text)
    return replace(override, sections=sections, title=None if same_title else override.title)


def origin_of(override: Override) -> Origin:
    """Return the mark that text of this override carries."""
    return "draft" if override.is_draft else "editor"


def is_listed(article: BriefedArticle, moves: Mapping[str, str]) -> bool:
    """Return whether the article has a page: neither hidden nor merged into another one."""
    hidden = any(override.hidden for override in article.overrides.values())
    return not hidden and f"articles/{article.id}" not in moves


def override_problems(article: BriefedArticle) -> Iterator[Problem]:
    """Yield a warning for each override that is out of date, or takes away what is not there."""
    if not article.overrides:
        return
    yield from _stale(article)
    found = {fold(keyword.text): keyword.text for keyword in article.analysis.keywords}
    topics = {mention.topic for mention in article.analysis.mentions}
    for language in sorted(article.overrides):
        override = article.overrides[language]
        for word in override.keywords_remove:
            if fold(word) not in found:
                known = did_you_mean(word, found.values(), "Delete it here")
                message = f"{quoted(word)} is no keyword of the article: it can't be removed"
                yield Problem(override.path, 0, message, known, "warning")
        for topic in override.topics_remove:
            if topic not in topics:
                message = (
                    f"The article does not name the topic {quoted(topic)}: it can't be removed"
                )
                known = did_you_mean(topic, topics, "Delete it here")
                yield Problem(override.path, 0, message, known, "warning")


def _stale(article: BriefedArticle) -> Iterator[Problem]:
    for language in sorted(article.stale):
        override = article.overrides[language]
        yield Problem(
            override.path,
            0,
            f"stale: written against version {override.source} of {article.article.path}, "
            f"which is now {article.article.version}; {article.stale[language]}",
            f"Compare the two, then run `mujaz edit --refresh {language}/articles/{article.id}`"
            if not override.draft or not override.is_draft
            else f"Run `mujaz translate {language}/articles/{article.id}` to have it drafted anew",
            "warning",
        )


def _titles(analysis: Analysis, overrides: Mapping[Language, Override]) -> dict[Language, Text]:
    title = analysis.cleaned.title
    own: Origin = {"sidecar": "editor", "source": "source", "derived": "machine"}[title.origin]  # type: ignore[assignment]
    found = Text(title.text, analysis.language, own)
    edited: dict[Language, Text] = {
        lang: Text(o.title, lang, origin_of(o)) for lang, o in overrides.items() if o.title
    }
    fallback = edited.get(analysis.language, found)
    return {lang: edited.get(lang, fallback) for lang in LANGUAGES}


def _descriptions(
    article: Article, analysis: Analysis, overrides: Mapping[Language, Override]
) -> dict[Language, Text]:
    lead = analysis.summary[0].span.of(article.text) if analysis.summary else ""
    found = Text(shorten(" ".join(lead.split())), analysis.language, "source")
    edited: dict[Language, Text] = {
        lang: Text(o.description, lang, origin_of(o))
        for lang, o in overrides.items()
        if o.description
    }
    fallback = edited.get(analysis.language, found)
    return {lang: edited.get(lang, fallback) for lang in LANGUAGES}


def shorten(text: str, limit: int = DESCRIPTION_LENGTH) -> str:
    """Return ``text``, cut between words and marked with ``…`` where it is over ``limit``."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head[: head.rfind(" ")] if " " in head else head).rstrip(" ،,؛;:.…") + "…"


def _topics(analysis: Analysis, overrides: Mapping[Language, Override]) -> tuple[TopicShare, ...]:
    counts: Counter[TopicId] = Counter(mention.topic for mention in analysis.mentions)
    for override in overrides.values():
        for topic in override.topics_remove:
            counts.pop(topic, None)
        for topic in override.topics_add:
            counts.setdefault(topic, 0)
    return tuple(
        TopicShare(topic, count)
        for topic, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _keywords(analysis: Analysis, overrides: Mapping[Language, Override]) -> tuple[Keyword, ...]:
    if not overrides:
        return analysis.keywords
    removed = {fold(word) for o in overrides.values() for word in o.keywords_remove}
    hidden_topics = {topic for o in overrides.values() for topic in o.topics_remove}
    added = [word for o in overrides.values() for word in o.keywords_add]
    kept = (
        k for k in analysis.keywords if fold(k.text) not in removed and k.topic not in hidden_topics
    )
    return (*(Keyword(word, 1.0, None, ()) for word in added), *kept)
