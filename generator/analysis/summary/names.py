"""Which sentences call somebody by the surname alone, and where the full name stands.

``قال فولودين إن`` hangs on the sentence that says ``فياتشيسلاف فولودين``: without that one the
reader of a summary doesn't know who speaks.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.analysis.summary.lexicon import ENGLISH_SAYING
from generator.arabic.clitics import ARTICLE
from generator.arabic.fold import fold
from generator.arabic.frequency import zipf
from generator.arabic.words import function_words, reporting_verbs, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.analysis.document import Document
    from generator.analysis.summary.sentence import Candidate
    from generator.arabic.tokens import Token
    from generator.findings import Mention
    from generator.model import TopicId

_SHORTEST: Final = 3
_DUAL: Final = "ا"
"""Of two in construct: ``رئيسا البلدين``."""
_ALI: Final = fold("علي")
_SERVANT: Final = frozenset(mark + fold("عبد") for mark in ("", "و", "ف", "ب", "ل", "ك"))
"""``عبد الله صبري``: the first name has two words."""
_PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_SON: Final = frozenset(fold("بن ابن آل أبو").split())


def introductions(
    document: Document, found: Sequence[Candidate], mentions: Sequence[Mention]
) -> Mapping[int, frozenset[int]]:
    """Return, by the index of a sentence, those that give the full names it shortens.

    A name that the title gives in full needs no introduction.
    """
    surnames = _arabic_surnames if document.language == "ar" else _english_surnames
    shortened = _shortened_topics(document, mentions)
    known = {name for name, _ in surnames(document.text, document.title_tokens, shortened)}
    introduced: dict[str, int] = {}
    only_as_subject: dict[str, int] = {}
    strangers = dict(_strangers(found, known | shortened))
    needs: dict[int, frozenset[int]] = {}
    for candidate in found:
        named = list(surnames(document.text, candidate.tokens, shortened))
        spelled = _with_clitics({name for name, _ in named})
        wanted: set[int] = set()
        if introduced:
            words = {token.folded for token in _short_names(candidate.tokens, document)}
            wanted = {introduced[word] for word in (words & introduced.keys()) - spelled}
        if only_as_subject:
            words = set(_subjects(candidate.tokens))
            wanted |= {only_as_subject[word] for word in words & only_as_subject.keys() - spelled}
        if candidate.index in strangers:
            wanted.add(strangers[candidate.index])
        if wanted:
            needs[candidate.index] = frozenset(wanted)
        for name, sure in named:
            if name not in known:
                for word in _with_clitics({name}):
                    (introduced if sure else only_as_subject).setdefault(word, candidate.index)
    return needs


def _strangers(found: Sequence[Candidate], known: set[str]) -> Iterator[tuple[int, int]]:
    """Yield sentences that begin with ``وأضاف ميموني``, each with the one that names him first.

    No list of first names is long enough: there he stands behind another word, whatever it is.
    Whoever is ``known`` needs nobody to name him.
    """
    speakers = {c.index: word for c in found if (word := _speaker(c.tokens))}
    sought = set(speakers.values()) - known
    first: dict[str, int] = {}
    for candidate in found if sought else ():
        speaker = speakers.get(candidate.index)
        if speaker in first:
            yield candidate.index, first[speaker]
        words = [token.folded for token in candidate.tokens]
        for before, word in () if sought.isdisjoint(words) else pairwise(words):
            if word in sought and not (before in function_words() or before in reporting_verbs()):
                first.setdefault(word, candidate.index)


def _speaker(tokens: Sequence[Token]) -> str:
    """Return the word right behind a reporting verb in first place, empty if it is a noun."""
    if len(tokens) < 2 or tokens[0].folded not in reporting_verbs():
        return ""
    word = tokens[1].folded
    one = word.removesuffix(_DUAL)
    noun = word.startswith(ARTICLE) or (
        zipf(word) and (zipf(ARTICLE + word) or zipf(ARTICLE + one))
    )
    return "" if noun or word in function_words() else word


def _subjects(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the first word, and those right behind a reporting verb: ``قال بوتشيش``."""
    if tokens:
        yield tokens[0].folded
    for left, right in pairwise(tokens):
        if left.folded in reporting_verbs():
            yield right.folded


def _with_clitics(names: set[str]) -> set[str]:
    return {mark + name for name in names for mark in _PROCLITICS}


def _shortened_topics(document: Document, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the last words of topics' names that the article also uses alone."""
    last: dict[TopicId, set[str]] = {}
    alone: dict[TopicId, set[str]] = {}
    for mention in mentions:
        words = fold(mention.span.of(document.text)).split()
        (last if len(words) > 1 else alone).setdefault(mention.topic, set()).add(words[-1])
    return frozenset(
        word for topic, words in last.items() for word in words & alone.get(topic, set())
    )


@cache
def _given_names() -> frozenset[str]:
    """Return first names with each proclitic they may carry."""
    return frozenset(_with_clitics(set(word_list("first_names") - {_ALI})))


def _arabic_surnames(
    text: str, tokens: Sequence[Token], shortened: frozenset[str]
) -> Iterator[tuple[str, bool]]:
    """Yield the words behind first names; the next one after is a surname less surely."""
    given, last = _given_names(), len(tokens) - 1
    for at, token in enumerate(tokens):
        first = token.folded
        if first in shortened:
            yield first, True
        if at == last or not (first in given or first == _ALI or first in _SERVANT):
            continue
        if first == _ALI and text[token.end - 1] != "ي":  # على, not علي
            continue
        here = at + 1 + (first in _SERVANT)
        while here < last and tokens[here].folded in _SON:
            here += 1
        for index, sure in ((here, True), (here + 1, False)):
            if index > last or text[tokens[index - 1].end : tokens[index].start] != " ":
                break
            surname = tokens[index].folded
            if surname in function_words() or surname in reporting_verbs():
                break
            if len(surname) >= _SHORTEST:
                yield surname, sure


def _english_surnames(
    text: str, tokens: Sequence[Token], shortened: frozenset[str]
) -> Iterator[tuple[str, bool]]:
    """Yield the second of two capitalised words, and the surnames of topics."""
    for left, right in pairwise(tokens):
        capitals = text[left.start].isupper() and text[right.start].isupper()
        if right.folded in shortened or (capitals and text[left.end : right.start] == " "):
            yield right.folded, True


def _short_names(tokens: Sequence[Token], document: Document) -> Sequence[Token]:
    """Return the words that may be a surname alone: in English the subject of ``Volodin said``."""
    if document.language == "ar":
        return tokens
    says = len(tokens) > 1 and tokens[1].folded in ENGLISH_SAYING
    return tokens[:1] if says and document.text[tokens[0].start].isupper() else ()
