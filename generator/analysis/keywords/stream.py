"""An article as the keyword part reads it: a row of words, a topic's name being one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.english_words import describe_english
from generator.analysis.keywords.lexicon import AND, ARTICLE, Word, describe
from generator.analysis.keywords.yake_fast import BREAK
from generator.arabic.clitics import PROCLITICS, skip_letters
from generator.arabic.fold import fold
from generator.arabic.words import spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.analysis.document import Document
    from generator.arabic.tokens import Token
    from generator.findings import Mention
    from generator.model import Span, TopicId

TOPIC: Final = "#"
"""First letter of the stem of a topic; no word has it."""
_APOSTROPHE: Final = re.compile("['’]")
_PERSONS: Final = frozenset("يتن")
_BEFORE_VERBS: Final = frozenset(fold("التي الذي الذين لم لن سوف قد وقد فقد").split())
"""Behind these a word that begins like a verb is one: ``التي تحمل``."""
_HAMZAS: Final = "أإآ"
_AND_ALEF: Final = AND + "ا"
_SPACES: Final = frozenset(" \u00a0\u202f\t")


@dataclass(frozen=True, slots=True)
class Stream:
    """Words and topics of title and body in order: parallel lists, and what holds for some."""

    text: str
    words: list[Word] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    """Folded, as they stand in the text; of a topic, all words of its name."""
    starts: list[int] = field(default_factory=list)
    """Offsets of the words without their proclitics."""
    ends: list[int] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    """Whether punctuation, the end of a line or a cut stands before the word."""
    sentences: list[int] = field(default_factory=list)
    """Index of the first word of every sentence."""
    topics: dict[int, TopicId] = field(default_factory=dict)
    """The topics by index; what stands at all other indexes is a word."""


def read_stream(document: Document, mentions: Sequence[Mention]) -> Stream:
    """Return the words of title and body, each mention of a topic taken as one word.

    So no phrase can hold half a name, and all names of a topic count as the same word.
    """
    stream = Stream(document.text)
    add = _add_english if document.language == "en" else _arabic_adder(document.text)
    waiting = iter(sorted((mention.span, mention.topic) for mention in mentions))
    name = next(waiting, None)
    behind = -1
    for token, new_sentence in _tokens(document):
        while name is not None and name[0].end <= token.start:
            name = next(waiting, None)
        if name is not None and name[0].start < min(behind, token.end):
            stream.forms[-1] += f" {token.folded}"
            continue
        if new_sentence:
            stream.sentences.append(len(stream.words))
        stream.opens.append(behind < 0 or not _joined(document.text, behind, token.start))
        if name is not None and name[0].start < token.end:
            _add_topic(stream, token, *name)
        else:
            add(stream, token)
        behind = stream.ends[-1]
    return stream


def sentences(stream: Stream) -> list[list[str]]:
    """Return the words by sentence, with breaks for punctuation, as YAKE reads them."""
    result: list[list[str]] = []
    begins = set(stream.sentences)
    for index, form in enumerate(stream.forms):
        if index in begins:
            result.append([])
        elif stream.opens[index]:
            result[-1].append(BREAK)
        result[-1].extend(form.split(" "))
    return result


def _tokens(document: Document) -> Iterator[tuple[Token, bool]]:
    """Yield title and body, and whether a sentence begins."""
    body = document.tokens
    first = body[0].start if body else len(document.text)
    for index, token in enumerate(document.title_tokens):
        # A title made from the lead stands in the body, where its words are counted.
        if token.end <= first:
            yield token, index == 0
    ends = iter(sentence.span.end for sentence in document.sentences)
    end = -1
    for token in body:
        new = token.start >= end
        while end is not None and token.start >= end:
            end = next(ends, len(document.text) + 1)
        yield token, new


def _joined(text: str, end: int, start: int) -> bool:
    return (start == end + 1 and text[end] == " ") or _SPACES.issuperset(text[end:start])


def _arabic_adder(text: str) -> Callable[[Stream, Token], None]:
    # Which letters does the writer tell apart?
    maqsura, marbuta = "على" in text, "ة" in text

    def add(stream: Stream, token: Token) -> None:
        folded = token.folded
        word = describe(folded)
        if word.function:
            if maqsura and _is_content(text[token.start : token.end]):
                word = describe(folded, grammar=False)
        else:
            pronoun = marbuta and text[token.end - 1] == "ه"
            definite = word.article or folded.startswith(_AND_ALEF)
            hamza = definite and _has_hamza(text, token, word)
            if pronoun or hamza:
                word = describe(folded, pronoun=pronoun, hamza=hamza)
        if folded[0] in _PERSONS and not stream.opens[-1] and stream.forms[-1] in _BEFORE_VERBS:
            word = Word(folded, edge=False, opener=False, verb=True)
        start = token.start
        if word.proclitic:
            start = skip_letters(text, start, len(word.proclitic))
        _add(stream, word, folded, start, token.end)

    return add


def _has_hamza(text: str, token: Token, word: Word) -> bool:
    """Return whether the alef of the article, or the one behind ``و``, is written with a hamza."""
    letters = len(word.proclitic) if word.article else len(AND)
    if word.article and not token.folded.startswith(ARTICLE, letters):
        return False
    return text[skip_letters(text, token.start, letters)] in _HAMZAS


def _add_english(stream: Stream, token: Token) -> None:
    written = stream.text[token.start : token.end]
    word = describe_english(written)
    # The apostrophe of a genitive parts it from what follows it, and from YAKE's signs.
    bare = written if word.function else _APOSTROPHE.split(written)[0]
    if bare != written:
        word = describe_english(bare)
    _add(stream, word, bare, token.start, token.start + len(bare))


def _add(stream: Stream, word: Word, form: str, start: int, end: int) -> None:
    if " " in form:
        # Signs that stand for several words (ﷺ), or for a mark on a space.
        form = " ".join(form.split()) or "-"
    stream.words.append(word)
    stream.forms.append(form)
    stream.starts.append(start)
    stream.ends.append(end)


def _add_topic(stream: Stream, token: Token, span: Span, topic: TopicId) -> None:
    stream.topics[len(stream.words)] = topic
    proclitic = token.folded[: max(span.start - token.start, 0)]
    word = Word(TOPIC + topic, letters=span.end - span.start, proclitic=proclitic)
    _add(stream, word, token.folded, span.start, span.end)


def _is_content(spelling: str) -> bool:
    """Return whether a word is none of grammar, though it folds to one: ``علي`` beside ``على``."""
    content = spellings("not_function_words")
    return spelling in content or (spelling[0] in PROCLITICS and spelling[1:] in content)
