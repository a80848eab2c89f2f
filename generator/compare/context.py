"""What a sentence is about: its topics, and the acts that numbers and days are given for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.arabic.acts import measures
from generator.arabic.tokens import tokenise
from generator.compare.table import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.arabic.tokens import Token
    from generator.briefing import BriefedArticle
    from generator.compare.table import Place
    from generator.model import Span, Topic, TopicId

BEFORE, AFTER = 6, 4
"""Words around a number or a day in which what it is given for is looked for."""
BACKGROUND = ("country", "place")
"""Kinds of topics that a whole story is full of: to share one says little."""


class Context(NamedTuple):
    """A number or a day in its place, and what it is about."""

    place: Place
    topics: frozenset[TopicId]
    """Of its sentence; where that has no telling one, of the sentence before too."""
    telling: frozenset[TopicId]
    """Those of them that are not countries and places."""
    acts: frozenset[str]
    """Families of the acts named beside it (see :mod:`generator.arabic.acts`)."""


class Reader:
    """Tells what the sentences of one article are about."""

    def __init__(self, article: BriefedArticle, topics: Mapping[TopicId, Topic]) -> None:
        self.article = article
        self._topics = topics
        self._tokens: dict[int, tuple[Token, ...]] = {}
        kept = {share.topic for share in article.topics if share.topic in topics}
        self._by_sentence: dict[int | None, set[TopicId]] = {}
        for mention in article.analysis.mentions:
            if mention.topic in kept:
                index = article.sentence_at(mention.span.start)
                self._by_sentence.setdefault(index, set()).add(mention.topic)

    def topics_in(self, sentence: int | None) -> set[TopicId]:
        """Return the topics of a sentence, or of what stands outside of all."""
        return self._by_sentence.get(sentence, set())

    def tokens(self, sentence: int) -> tuple[Token, ...]:
        """Return the words of a sentence; they are kept."""
        if sentence not in self._tokens:
            span = self.article.analysis.sentences[sentence].span
            self._tokens[sentence] = tuple(tokenise(self.article.article.text, *span))
        return self._tokens[sentence]

    def telling(self, topics: set[TopicId]) -> set[TopicId]:
        """Return the topics that are not countries and places."""
        return {t for t in topics if self._topics[t].kind not in BACKGROUND}

    def context(self, span: Span) -> Context:
        """Return what the words at ``span`` are about."""
        place = place_of(self.article, span)
        topics = self.topics_in(place.sentence)
        telling = self.telling(topics)
        if not telling and place.sentence:
            topics = topics | self.topics_in(place.sentence - 1)
            telling = self.telling(topics)
        return Context(place, frozenset(topics), frozenset(telling), self._acts(place))

    def _acts(self, place: Place) -> frozenset[str]:
        if place.sentence is None:
            return frozenset()
        known, tokens = measures(), self.tokens(place.sentence)
        before = [t.folded for t in tokens if t.end <= place.span.start][-BEFORE:]
        after = [t.folded for t in tokens if t.start >= place.span.end][:AFTER]
        return frozenset(known[word] for word in (*before, *after) if word in known)
