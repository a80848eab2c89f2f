"""Quotations: words that an article puts between quotation marks and lays in somebody's mouth.

Precision comes before recall. Quotation marks alone say nothing: they enclose titles, names of
ships and irony as well. A stretch of three words or more is returned where a verb of saying
introduces it (``قال فلان إن "…"``), follows it (``"…"، يقول فلان``) or reports the clause it
stands in (``قال إن الهدف "تطوير قدرات" البلدين``). Only the source's own words are ever returned.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.attribution import attribute
from generator.analysis.quotes.english import attribute_english
from generator.analysis.quotes.items import sentences
from generator.analysis.quotes.lexicon import SAME, WITH_AND, speech_words
from generator.analysis.quotes.resolve import find_bearers, topic_of
from generator.analysis.quotes.scene import LONGEST_NAME, make_scene
from generator.arabic.clitics import skip_letters
from generator.arabic.fold import fold
from generator.findings import Quote, Speaker
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.document import Document
    from generator.analysis.quotes.attribution import Memory, Said
    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.resolve import Bearers
    from generator.analysis.quotes.scene import Scene
    from generator.findings import Mention
    from generator.model import Topic, TopicId

__all__ = ["find_quotes"]

_MARK: Final = re.compile('["“”«»]')
_AHEAD: Final = 3
"""A sentence is read if it, or one of the few behind it that may look back to it, quotes."""


def find_quotes(
    document: Document, mentions: Sequence[Mention], topics: Mapping[TopicId, Topic]
) -> tuple[Quote, ...]:
    """Return the quotations of the body in text order, each with its speaker where that is sure.

    ``mentions`` are those of the same document; they decide which topic a speaker is.
    """
    if not _MARK.search(document.text):
        return ()
    found: list[tuple[Said, Memory | None]] = []
    memory: Memory | None = None
    rows = [
        sentence
        for paragraph in _paragraphs(document)
        for sentence in sentences(document.text, paragraph, document.tokens)
    ]
    marked = [item for sentence in rows for item in sentence if item.quoted]
    if not marked:
        return ()
    scene = make_scene(document, mentions, topics, _repeated(marked, document.text))
    read = attribute_english if document.language == "en" else attribute
    following = 0
    for number, sentence in enumerate(rows):
        while following < len(marked) and marked[following].start < sentence[0].start:
            following += 1
        ahead = rows[min(number + _AHEAD, len(rows)) - 1][-1].end
        if following == len(marked) or marked[following].start >= ahead:
            memory = None
            continue
        earlier = memory
        quotations, memory = read(sentence, scene, memory)
        found += [(said, earlier) for said in quotations]
    if not found:
        return ()
    bearers = find_bearers(scene, document.tokens)
    return tuple(_quote(said, scene, document, earlier, bearers) for said, earlier in found)


def _paragraphs(document: Document) -> list[Span]:
    """Return the paragraphs that matter: those with quotation marks and the ones before them."""
    body = document.cleaned.body
    marked = [_MARK.search(document.text, *span) is not None for span in body]
    return [span for number, span in enumerate(body) if any(marked[number : number + 2])]


def _repeated(marked: Sequence[Item], text: str) -> frozenset[str]:
    """Return what stands between quotation marks more than once: names and terms."""
    counts = Counter(
        fold(text[item.quoted.start : item.quoted.end])
        for item in marked
        if item.quoted and item.quoted.end - item.quoted.start <= LONGEST_NAME
    )
    return frozenset(words for words, count in counts.items() if count > 1)


def _quote(
    said: Said, scene: Scene, document: Document, earlier: Memory | None, bearers: Bearers
) -> Quote:
    text = document.text
    speaker = None
    if said.speaker is not None:
        phrase = said.speaker
        if earlier is not None and phrase.words[-1] in SAME:
            phrase = earlier.speaker
        topic = topic_of(phrase, scene, document.tokens, bearers)
        speaker = Speaker(text[said.speaker.start : said.speaker.end], topic)
    word = speech_words().get(said.verb.word)
    start = said.verb.start
    if (word is not None and word.conjunction) or said.verb.word in WITH_AND:
        start = skip_letters(text, start, 1)
    return Quote(Span(said.quoted.start, said.quoted.end), speaker, text[start : said.verb.end])
