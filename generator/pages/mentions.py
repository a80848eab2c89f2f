"""Where a topic stands in the articles: its spellings, its sentences by source, what is quoted."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.moments import days_of_topic
from generator.pages.facts import anchor_at, quoted
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle, BriefedSource, BriefedTopic, Briefing
    from generator.charts.line_of_time import Day
    from generator.findings import Speaker
    from generator.model import ArticleId, SourceId
    from generator.pages.text_view import Piece

IN_FULL = 30
"""Articles that are shown with all their sentences, newest first; older ones show their first."""
WITH_SENTENCE = 150
"""Articles that are shown with a sentence; those older still have a line each."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often the articles of one source spell a topic in one way, and where first."""

    source: SourceId | None
    count: int
    article: ArticleId
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a topic with all its uses, most frequent source first."""

    text: str
    count: int
    uses: tuple[Use, ...]


class Sentence(NamedTuple):
    """A sentence that names the topic."""

    anchor: str
    pieces: tuple[Piece, ...]


class Mention(NamedTuple):
    """An article and its sentences that name the topic."""

    article: BriefedArticle
    added: bool
    """Whether only an editor connects the article with the topic."""
    sentences: tuple[Sentence, ...]
    left_out: int
    """Further sentences, which only the article's page shows."""


class Group(NamedTuple):
    """The articles of one source that name the topic; of unknown ones where it is None."""

    source: SourceId | None
    mentions: tuple[Mention, ...]
    older: tuple[BriefedArticle, ...]
    """Those that have only a line."""


class Quoted(NamedTuple):
    """A quotation by the topic or about it."""

    article: BriefedArticle
    text: str
    anchor: str | None
    speaker: Speaker | None
    verb: str | None


class TopicUses(NamedTuple):
    """All that articles have of a topic, the same in both languages."""

    spellings: tuple[Spelling, ...]
    groups: tuple[Group, ...]
    said: tuple[Quoted, ...]
    """What the topic says, newest article first."""
    said_of: tuple[Quoted, ...]
    """What others say of it, newest article first."""
    covered: tuple[tuple[BriefedSource, int], ...]
    """The sources that name it, with how many of their articles do."""
    silent: tuple[BriefedSource, ...]
    """The other sources."""
    days: tuple[Day, ...]
    """The days that its sentences speak of."""


def uses_of(topic: BriefedTopic, briefing: Briefing) -> TopicUses:
    """Return where and how articles name a topic."""
    return TopicUses(
        _spellings(topic, briefing),
        _groups(topic, briefing),
        *_quotes(topic, briefing),
        *_coverage(topic, briefing),
        tuple(days_of_topic(topic, briefing)),
    )


def _spellings(topic: BriefedTopic, briefing: Briefing) -> tuple[Spelling, ...]:
    """Return the spellings seen, most frequent first, with the sources that use them."""
    uses: dict[str, dict[SourceId | None, Use]] = defaultdict(dict)
    for mention in topic.mentions:
        article = briefing.articles[mention.article]
        source = _source(article, briefing)
        for span in mention.spans:
            text = span.of(article.article.text)
            known = uses[text].get(source)
            first = known or Use(source, 0, article.id, anchor_at(article, span))
            uses[text][source] = Use(source, first.count + 1, first.article, first.anchor)
    return tuple(
        Spelling(text, count, tuple(sorted(uses[text].values(), key=_by_count)))
        for text, count in topic.spellings
    )


def _by_count(use: Use) -> tuple[int, bool, str]:
    return (-use.count, use.source is None, use.source or "")


def _groups(topic: BriefedTopic, briefing: Briefing) -> tuple[Group, ...]:
    """Return the articles that name a topic by source: most articles first, unknown ones last."""
    groups: dict[SourceId | None, list[Mention]] = defaultdict(list)
    older: dict[SourceId | None, list[BriefedArticle]] = defaultdict(list)
    for number, mention in enumerate(topic.mentions):
        article = briefing.articles[mention.article]
        if number >= WITH_SENTENCE:
            older[_source(article, briefing)].append(article)
            continue
        shown = mention.sentences if number < IN_FULL else mention.sentences[:1]
        sentences = tuple(
            Sentence(article.anchors[index], sentence_pieces(article, index, topic.id))
            for index in shown
        )
        left_out = len(mention.sentences) - len(shown)
        entry = Mention(article, not mention.spans, sentences, left_out)
        groups[_source(article, briefing)].append(entry)
    found = [
        Group(source, tuple(groups[source]), tuple(older[source])) for source in {**groups, **older}
    ]
    return tuple(sorted(found, key=_by_articles))


def _by_articles(group: Group) -> tuple[bool, int, str]:
    count = len(group.mentions) + len(group.older)
    return (group.source is None, -count, group.source or "")


def _quotes(
    topic: BriefedTopic, briefing: Briefing
) -> tuple[tuple[Quoted, ...], tuple[Quoted, ...]]:
    """Return what the topic says and what others say of it."""
    by: list[Quoted] = []
    about: list[Quoted] = []
    for mention in topic.mentions:
        article = briefing.articles[mention.article]
        for quote in article.analysis.quotes:
            own = quote.speaker is not None and quote.speaker.topic == topic.id
            names = any(quote.span.start <= s.start < quote.span.end for s in mention.spans)
            if own or names:
                text = quoted(article.article.text, quote.span)
                anchor = anchor_at(article, quote.span)
                found = Quoted(article, text, anchor, quote.speaker, quote.verb)
                (by if own else about).append(found)
    return tuple(by), tuple(about)


def _coverage(
    topic: BriefedTopic, briefing: Briefing
) -> tuple[tuple[tuple[BriefedSource, int], ...], tuple[BriefedSource, ...]]:
    """Return the sources that name a topic, with how many of their articles do, and the silent."""
    counts = Counter(_source(briefing.articles[m.article], briefing) for m in topic.mentions)
    heard = [s for s in briefing.sources.values() if s.articles]
    known = [(source, counts[source.source.id]) for source in heard if counts[source.source.id]]
    known.sort(key=lambda item: (-item[1], item[0].source.id))
    return tuple(known), tuple(s for s in heard if not counts[s.source.id])


def _source(article: BriefedArticle, briefing: Briefing) -> SourceId | None:
    return article.source if article.source in briefing.sources else None
