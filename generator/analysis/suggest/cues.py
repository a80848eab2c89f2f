"""Names that stand behind a cue: a title, a first name, a noun such as ``مدينة`` or ``حزب``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.keywords.lexicon import describe
from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    folded_words,
    person_titles,
    speech_words,
)
from generator.analysis.suggest.words import (
    Word,
    bare_start,
    is_definite,
    may_begin_name,
    may_name,
    surface,
)
from generator.arabic.clitics import ARTICLE
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import TopicKind

_LONGEST_TITLE: Final = 7
_LONGEST_NAME: Final = 4
_LONGEST_BODY: Final = 3
_IN_TITLE: Final = folded_words("باسم لشؤون للشؤون لدى")
_IN_NAME: Final = folded_words("بن ابن بنت أبو أبي أم آل ولد عبد فون دير دي دا دو")
_HALVES: Final = folded_words("الله الدين الرحمن")


class Sighting(NamedTuple):
    """A name seen behind a cue."""

    name: str
    kind: TopicKind
    cue: str
    """Title or noun before it; empty for a first name and for a speaker."""
    weight: float
    """How sure the cue makes it that this is a name."""


def sightings(words: Sequence[Word], text: str) -> Iterator[Sighting]:
    """Yield the names that cues give away, in text order."""
    for index, word in enumerate(words):
        if word.known:
            continue
        yield from _behind_title(words, index, text)
        yield from _behind_first_name(words, index, text)
        yield from _behind_place_noun(words, index, text)
        yield from _behind_body_noun(words, index, text)
        yield from _speaking(words, index, text)


def _behind_title(words: Sequence[Word], index: int, text: str) -> Iterator[Sighting]:
    """``وزير الخارجية الأميركي ماركو روبيو``: the name begins where the definite words end."""
    start = bare_start(words[index], text, person_titles())
    if start is None or (_follows(words, index) and words[index - 1].folded in person_titles()):
        return
    position = index + 1
    closed = is_definite(words[index])
    while _follows(words, position) and position - index < _LONGEST_TITLE:
        word = words[position]
        if word.folded[0] == "و" or not (_is_title_word(word) or word.known):
            break
        closed = closed or word.known or is_definite(word)
        position += 1
    end = _name_end(words, position)
    length = end - position
    first = words[position].folded if position < len(words) else ""
    sure = first in word_list("first_names")
    if length == 0 or not (closed or sure) or (length == 1 and not _is_bounded(words, end)):
        return
    if length > 1 and not sure and _are_nouns(first, words[position + 1].folded):
        return
    cue = surface(text, start, words[position - 1].end)
    name = surface(text, words[position].start, words[end - 1].end)
    yield Sighting(name, "person", cue, 3.0 if sure else 2.0 if length > 1 else 1.0)


def _are_nouns(first: str, second: str) -> bool:
    """Return whether two words are a common noun with its owner or adjective, not a name.

    ``الكاتب منظومة القيم``; ``أسماء أمازيغية``, for a first name may be a noun as well.
    """
    noun, behind = describe(first), describe(second)
    return noun.noun and (behind.adjective if not behind.article else not noun.given_name)


def _is_title_word(word: Word) -> bool:
    if word.folded in person_titles() or word.folded in word_list("speaking_bodies"):
        return True
    return is_definite(word) or word.folded in _IN_TITLE or word.folded.startswith("لل")


def _behind_first_name(words: Sequence[Word], index: int, text: str) -> Iterator[Sighting]:
    start = bare_start(words[index], text, word_list("first_names"))
    if start is None or (index and words[index - 1].folded in person_titles()):
        return
    end = _name_end(words, index + 1, most=_LONGEST_NAME - 1)
    if end > index + 1 and _are_nouns(words[index].folded, words[index + 1].folded):
        return
    if end > index + 1:
        yield Sighting(surface(text, start, words[end - 1].end), "person", "", 2.0)
    elif _follows(words, end) and is_definite(words[end]) and may_begin_name(words[end]):
        # مريم القاسمي, but a first name may be an adjective as well: سعيد الحظ.
        yield Sighting(surface(text, start, words[end].end), "person", "", 1.0)


def _behind_place_noun(words: Sequence[Word], index: int, text: str) -> Iterator[Sighting]:
    start = bare_start(words[index], text, word_list("place_nouns"))
    own = bare_start(words[index], text, word_list("named_places"))
    if not _follows(words, index + 1) or not may_begin_name(words[index + 1]):
        return
    following = words[index + 1]
    if following.folded in word_list("named_places"):
        return
    if start is not None and not is_definite(following):
        cue = surface(text, start, words[index].end)
        yield Sighting(surface(text, following.start, following.end), "place", cue, 2.0)
    elif own is not None:
        yield Sighting(surface(text, own, following.end), "place", "", 1.0)


def _behind_body_noun(words: Sequence[Word], index: int, text: str) -> Iterator[Sighting]:
    """``حزب الله``, ``منظمة الصحة العالمية``: the noun is part of the name."""
    start = bare_start(words[index], text, word_list("speaking_bodies"))
    if start is None or words[index].folded.startswith(ARTICLE):
        return
    end = index + 1
    while _follows(words, end) and end - index <= _LONGEST_BODY and may_name(words[end]):
        if end > index + 1 and not words[end].folded.removeprefix("و").startswith(ARTICLE):
            break
        end += 1
    if end > index + 1:
        yield Sighting(surface(text, start, words[end - 1].end), "organisation", "", 1.0)


def _speaking(words: Sequence[Word], index: int, text: str) -> Iterator[Sighting]:
    """``قال أوشاكوف إن``: one word between a verb of saying and what is said."""
    verb = speech_words().get(words[index].folded)
    if verb is None or verb.kind != "say" or index + 2 >= len(words):
        return
    subject, behind = words[index + 1], words[index + 2]
    if behind.folded in COMPLEMENTISERS and subject.joined and behind.joined and may_name(subject):
        yield Sighting(surface(text, subject.start, subject.end), "person", "", 1.0)


def _follows(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].joined


def _name_end(words: Sequence[Word], start: int, most: int = _LONGEST_NAME) -> int:
    """Return the index behind the name that begins at ``start``; ``start`` where none does."""
    end = start
    while _follows(words, end) and end - start < most:
        word = words[end]
        if word.folded in _IN_NAME:
            end += 1
            continue
        if not may_begin_name(word) or (end == start and is_definite(word)):
            break
        end += 1
        # A definite word is a last name, unless it is half of one: عبد العزيز، سعد الدين.
        half = word.folded in _HALVES or words[end - 2].folded in _IN_NAME
        if is_definite(word) and not half:
            break
    while end > start and words[end - 1].folded in _IN_NAME:
        end -= 1
    return end


def _is_bounded(words: Sequence[Word], end: int) -> bool:
    """Return whether the words stop at ``end``: a sign follows, or ``إن``."""
    return not _follows(words, end) or words[end].folded in COMPLEMENTISERS
