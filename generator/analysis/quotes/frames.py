"""Reporting frames: a verb of saying with its speaker and the place where what is said begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.analysis.quotes.after import according
from generator.analysis.quotes.lexicon import (
    ACCORDING,
    COMPLEMENTISERS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    TIMERS,
    Kind,
    folded_words,
    speech_words,
    triggers,
)
from generator.analysis.quotes.subjects import PRONOUN, Subject, cited, find_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.lexicon import Gender
    from generator.analysis.quotes.scene import Scene

_DAMMA: Final = "ُ"
_WITH_MAQSURA: Final = frozenset({"راي", "نفي", "حكي", "مضي"})
_WITH_YA: Final = frozenset({"يدعي", "تدعي"})
_FAR: Final = 30
_AS: Final = "كما"
_HIS_WORDS: Final = folded_words("قوله قولها قولهم قولهما تأكيده تأكيدها")


FrameKind = Kind | Literal["accord"]


class Frame(NamedTuple):
    """One clause that says that somebody speaks."""

    kind: FrameKind
    verb: Item
    gender: Gender
    place: int
    """Index of the verb among the items of the sentence."""
    subject: Subject
    content: int | None
    """Index of the first item of what is said; None where nothing introduces it."""
    edge: int
    """A quotation with nothing but signs between this index and itself is what is said."""


def find_frames(sentence: Sequence[Item], scene: Scene) -> list[Frame]:
    """Return the frames of a sentence in order."""
    frames: list[Frame] = []
    words = triggers()
    free = 0
    for index in [index for index, item in enumerate(sentence) if item.word in words]:
        if index >= free:
            frame, free = _frame(sentence, index, scene)
            if frame is not None:
                frames.append(frame)
    return frames


def _frame(sentence: Sequence[Item], index: int, scene: Scene) -> tuple[Frame | None, int]:
    """Return the frame whose verb stands at ``index``, if one does, and where to read on."""
    nothing = None, index + 1
    item = sentence[index]
    if item.word in ACCORDING:
        found = according(sentence, index, scene)
        if found is None:
            return nothing
        verb, source = found
        content, edge = _content(sentence, source.after)
        subject = Subject("named", source)
        return Frame("accord", verb, "m", index, subject, content, edge), source.after
    word = speech_words()[item.word]
    before = sentence[index - 1].word if index else ""
    if before in NEGATIONS or before in PREPOSITIONS or _is_other_word(item, scene):
        return nothing
    subject, begin = PRONOUN, index + 1
    if word.kind == "cite":
        source_of = cited(sentence, index, scene)
        if source_of is None:
            return nothing
        subject, begin = source_of
        of_her = sentence[begin - 1].word.endswith("ها")
        if begin < len(sentence) and sentence[begin].word in _HIS_WORDS:
            # نقلت الوكالة عن فلان قوله is one frame.
            begin += 1
        word = word._replace(gender="f" if of_her else "m")
    elif word.kind != "who":
        subject = find_subject(sentence, index, word, scene)
        lost = subject.how == "lost" or before in RELATIVES
        if lost and word.kind in ("act", "go", "tell"):
            return nothing
        if subject.how == "named" and subject.phrase and subject.phrase.after > index:
            begin = subject.phrase.after
    content, edge = _content(sentence, begin)
    kind: FrameKind = word.kind
    if before == _AS and index > 1 and word.kind in ("say", "go"):
        # كما يقول فلان is put in, as بحسب فلان is.
        kind = "accord"
    return Frame(kind, item, word.gender, index, subject, content, edge), begin


def _is_other_word(item: Item, scene: Scene) -> bool:
    """Return whether only folding makes the word look like a verb of saying in the active.

    ``بقولة غاندي`` is no ``قوله``, ``رأي`` no ``رأى``, ``يُدعى`` no ``يدّعي``, and the subject of
    ``أُخبر`` is spoken to.
    """
    surface = scene.text[item.start : item.end]
    if item.word.endswith("قوله") and surface[-1] == "ة":
        return True
    bare = item.word.lstrip("وف")
    if (surface[-1] == "ي" and bare in _WITH_MAQSURA) or (surface[-1] == "ى" and bare in _WITH_YA):
        return True
    stem = surface.lstrip("وف")
    return stem[1:2] == _DAMMA and stem[0] not in "يت"


def _content(sentence: Sequence[Item], begin: int) -> tuple[int | None, int]:
    """Return the content and edge of a frame whose verb and speaker end before ``begin``."""
    quoted = None
    for index in range(begin, min(begin + _FAR, len(sentence))):
        item = sentence[index]
        if item.quoted:
            if quoted is None and all(item.sign for item in sentence[begin:index]):
                return index, begin
            # A name in quotation marks may stand before إن: قال، في حديث لمجلة "…"، إن.
            quoted = quoted or index
        before = sentence[index - 1].word
        if item.sign == ":" or (item.word in COMPLEMENTISERS and before not in TIMERS):
            return index + 1, index + 1
        if item.word not in speech_words() or item.word in _HIS_WORDS:
            continue
        if before not in RELATIVES and before not in NEGATIONS and before not in PREPOSITIONS:
            break
    return quoted, begin
