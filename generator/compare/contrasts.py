"""Sentences that say opposite things of the same topics, side by side; nothing is adjudicated.

Three kinds are found, each only where the words themselves oppose each other:

- ``denial``: one denies (``تنفي طهران هذه الاتهامات``), another column states the same topics;
- ``opposite``: ``غير مباشرة`` and ``مباشرة`` of the same topics;
- ``act``: one body does different things to one agreement (``أقر الدوما`` and ``وقع الدوما``).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.arabic.acts import FEMININE, OPPOSITE, families
from generator.arabic.clitics import without_article
from generator.arabic.stem import light_stem
from generator.arabic.words import with_conjunctions, word_list
from generator.compare.difference import Difference, distinct
from generator.compare.table import Place
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.arabic.tokens import Token
    from generator.compare.context import Reader
    from generator.compare.table import Column
    from generator.model import ArticleId, Topic, TopicId

MOST = 6
"""Most contrasts shown."""
SHARED = 3
"""Topics that a denied and a stating sentence must have in common."""
CLAIMS = ("theme", "event", "agreement")
"""Kinds of topics that can be denied or stated; a country can't."""


class _Sentence(NamedTuple):
    reader: Reader
    number: int
    column: int
    span: Span
    tokens: tuple[Token, ...]

    def topics(self) -> set[TopicId]:
        return self.reader.topics_in(self.number)

    def place(self, first: Token, last: Token | None = None) -> Place:
        span = Span(first.start, (last or first).end)
        return Place(self.reader.article.id, self.number, span)


def contrasts(
    readers: Mapping[ArticleId, Reader],
    columns: Sequence[Column],
    topics: Mapping[TopicId, Topic],
) -> tuple[Difference, ...]:
    """Return what opposes each other in the columns' articles, one of each topic."""
    sentences = [
        sentence
        for number, column in enumerate(columns)
        for key in column.articles
        for sentence in _sentences(readers[key], number)
    ]
    found = [*_denials(sentences, topics), *_opposites(sentences), *_acts(sentences, topics)]
    return distinct(found)[:MOST]


def _sentences(reader: Reader, column: int) -> Iterator[_Sentence]:
    for index, sentence in enumerate(reader.article.analysis.sentences):
        if reader.topics_in(index):
            yield _Sentence(reader, index, column, sentence.span, reader.tokens(index))


def _denials(
    sentences: Sequence[_Sentence], topics: Mapping[TopicId, Topic]
) -> Iterator[Difference]:
    verbs = with_conjunctions(word_list("denial_verbs"))
    clouded = with_conjunctions(word_list("accusing_words") | word_list("negations")) | verbs
    plain = [s for s in sentences if not any(t.folded in clouded for t in s.tokens)]
    about: dict[TopicId, list[_Sentence]] = defaultdict(list)
    for sentence in plain:
        for topic in sorted(sentence.topics()):
            if topics[topic].kind in CLAIMS:
                about[topic].append(sentence)
    for sentence in sentences:
        at = next((n for n, t in enumerate(sentence.tokens) if t.folded in verbs), None)
        if at is None or not _topics_at(sentence, at + 1, 3):
            continue
        denied, lead = _claim(sentence, topics)
        for topic in sorted(t for t in denied if topics[t].kind in CLAIMS):
            stating = [
                s
                for s in about[topic]
                if s.column != sentence.column and len(s.topics() & denied) >= SHARED
            ]
            if stating:
                places = [s.place(*_ends_of(s, topic)) for s in stating]
                both = sorted(denied & stating[0].topics() - {topic})
                first = sentence.place(sentence.tokens[at])._replace(lead=lead)
                yield Difference("denial", (topic, *both), first, places[0], tuple(places[1:]))


def _claim(sentence: _Sentence, topics: Mapping[TopicId, Topic]) -> tuple[set[TopicId], int]:
    """Return the topics of what is denied, and whether the sentence before says it (1) or not."""
    own = sentence.topics()
    if any(topics[t].kind in CLAIMS for t in own) or not sentence.number:
        return own, 0
    return own | sentence.reader.topics_in(sentence.number - 1), 1


def _opposites(sentences: Sequence[_Sentence]) -> Iterator[Difference]:
    denied: dict[str, list[tuple[_Sentence, int]]] = defaultdict(list)
    for sentence in sentences:
        for at in _denied_words(sentence):
            denied[_bare(sentence.tokens[at].folded)].append((sentence, at))
    if not denied:
        return
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            others = denied.get(_bare(token.folded))
            if not others or not _affirmed(sentence.tokens, at):
                continue
            for other, there in others:
                if _oppose(sentence, at, other, there):
                    both = sorted(sentence.topics() & other.topics())
                    telling = sentence.reader.telling(set(both))
                    order = sorted(both, key=lambda t: (t not in telling, t))
                    first = sentence.place(sentence.tokens[at - 1], token)
                    second = other.place(other.tokens[there - 1], other.tokens[there])
                    yield Difference("opposite", tuple(order), first, second)


def _denied_words(sentence: _Sentence) -> Iterator[int]:
    """Yield where a word stands after غير, unless the sentence names both, as in س وغير س."""
    negation = with_conjunctions(frozenset({OPPOSITE}))
    common = word_list("common_opposites")
    for at, token in enumerate(sentence.tokens[1:], 1):
        if sentence.tokens[at - 1].folded not in negation or token.folded in common:
            continue
        before = sentence.tokens[at - 2].folded if at > 1 else ""
        if _bare(before) != _bare(token.folded) and before not in word_list("adverb_makers"):
            yield at


def _affirmed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether nothing near a word denies it, and it says what, not how."""
    blocked = with_conjunctions(word_list("negations") | word_list("negating_nouns"))
    near = {t.folded for t in tokens[max(0, at - 3) : at]}
    after = {t.folded for t in tokens[at + 1 : at + 2]}
    return at > 0 and not (near & (blocked | word_list("adverb_makers")) or after & blocked)


def _oppose(a: _Sentence, at: int, b: _Sentence, there: int) -> bool:
    """Return whether a word and its opposite are said of the same thing.

    In one sentence the halves are set against each other; in two the same noun comes before both.
    """
    if a is b:
        low, high = sorted((at, there))
        between = {t.folded for t in a.tokens[low + 1 : high]}
        return bool(between & with_conjunctions(word_list("contrast_words")))
    if a.column == b.column or there < 2:
        return False
    shared = a.topics() & b.topics()
    nouns = light_stem(a.tokens[at - 1].folded), light_stem(b.tokens[there - 2].folded)
    return nouns[0] == nouns[1] and len(shared) > 1 and bool(a.reader.telling(shared))


def _bare(folded: str) -> str:
    """Return an adjective without its article and the ending of the feminine."""
    word = without_article(folded)
    return word[:-1] if len(word) > 3 and word.endswith(FEMININE) else word


def _acts(sentences: Sequence[_Sentence], topics: Mapping[TopicId, Topic]) -> Iterator[Difference]:
    acts = families("agreement_acts")
    done: dict[tuple[TopicId, TopicId], dict[str, list[tuple[_Sentence, int]]]] = {}
    for sentence in sentences:
        for at, token in enumerate(sentence.tokens):
            if token.folded not in acts:
                continue
            for body in _topics_at(sentence, at + 1, 5):
                if topics[body].kind != "organisation":
                    continue
                for agreement in sentence.topics():
                    if topics[agreement].kind == "agreement":
                        by_act = done.setdefault((agreement, body), defaultdict(list))
                        by_act[acts[token.folded]].append((sentence, at))
    for (agreement, body), by_act in sorted(done.items()):
        ordered = sorted(by_act.items(), key=lambda item: (-len(item[1]), item[0]))
        for number, (_, found) in enumerate(ordered):
            for _, others in ordered[number + 1 :]:
                a, at = found[0]
                b, there = next((o for o in others if o[0].column != a.column), others[0])
                if a.column != b.column:
                    first, second = a.place(a.tokens[at]), b.place(b.tokens[there])
                    yield Difference("act", (agreement, body), first, second)


def _topics_at(sentence: _Sentence, at: int, most: int) -> list[TopicId]:
    """Return the topics named within ``most`` words from the word ``at`` on."""
    near = sentence.tokens[at : at + most]
    if not near:
        return []
    found = [
        mention.topic
        for mention in sentence.reader.article.analysis.mentions
        if near[0].start <= mention.span.start < near[-1].end
    ]
    return [topic for topic in found if topic in sentence.topics()]


def _ends_of(sentence: _Sentence, topic: TopicId) -> tuple[Token, Token]:
    """Return the first and the last word of the topic's first mention in a sentence."""
    span = next(
        m.span
        for m in sentence.reader.article.analysis.mentions
        if m.topic == topic and sentence.span.start <= m.span.start < sentence.span.end
    )
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    return inside[0], inside[-1]
