"""Decides which quoted stretches of a sentence are somebody's words, and whose."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.after import after_quote
from generator.analysis.quotes.frames import find_frames
from generator.analysis.quotes.gender import agrees
from generator.analysis.quotes.lexicon import ACCORDING, folded_words, named_things, speech_words
from generator.analysis.quotes.subjects import clause_subject, named_within, relative_subject
from generator.analysis.quotes.wording import (
    LINKS,
    count_words,
    is_all_that_is_said,
    is_anothers,
    is_denied,
    is_fragment,
    is_part_of_what_is_said,
    is_short,
    may_be_title,
    stands_behind_name,
)
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.frames import Frame
    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.lexicon import Gender
    from generator.analysis.quotes.marks import Quoted
    from generator.analysis.quotes.scene import Scene
    from generator.analysis.quotes.speakers import Phrase

_FEWEST_WORDS: Final = 3
_REACH: Final = 25
_MEMORY: Final = 1
_TURNS: Final = folded_words("أما وأما")
"""They turn to somebody else."""
_SAYING: Final = fold("بالقول")
"""It has no gender."""


class Said(NamedTuple):
    """A quotation with who says it and how."""

    quoted: Quoted
    speaker: Phrase | None
    verb: Item


class Memory(NamedTuple):
    """Who spoke last, for ``وأضاف``."""

    speaker: Phrase
    gender: Gender | None
    """Of the verb; None where it does not tell."""
    age: int
    """Sentences since then."""


def attribute(
    sentence: Sequence[Item], scene: Scene, memory: Memory | None
) -> tuple[list[Said], Memory | None]:
    """Return the quotations of a sentence, and who has spoken last behind it."""
    frames = find_frames(sentence, scene)
    speakers: list[Phrase | None] = []
    for number in range(len(frames)):
        speakers.append(_speaker(number, frames, speakers, sentence, scene, memory))
    found: list[Said] = []
    for index, quoted in [
        (index, item.quoted) for index, item in enumerate(sentence) if item.quoted
    ]:
        if count_words(quoted, scene) < _FEWEST_WORDS:
            continue
        said = (
            _reported(index, quoted, sentence, frames, speakers, scene)
            or _followed(index, quoted, sentence, frames, speakers, scene, memory)
            or _continued(index, quoted, sentence, found)
        )
        if said is not None:
            found.append(said)
    if not frames and memory is not None:
        subject = clause_subject(sentence, len(sentence), scene)
        other = subject is not None and subject.words != memory.speaker.words
        if other or sentence[0].word in _TURNS:
            return found, None
    return found, _remember(frames, speakers, memory)


def _speaker(
    number: int,
    frames: Sequence[Frame],
    speakers: Sequence[Phrase | None],
    sentence: Sequence[Item],
    scene: Scene,
    memory: Memory | None,
) -> Phrase | None:
    """Return who speaks in a frame: named there, before it in the sentence, or remembered.

    ``speakers`` are those of the frames before.
    """
    frame = frames[number]
    if frame.subject.how in ("named", "reported", "lost"):
        return frame.subject.phrase
    found = _before(number, frames, speakers, sentence, scene, memory)
    if found is None or frame.verb.word.endswith(_SAYING) or agrees(frame.gender, found, scene):
        return found
    return None


def _before(
    number: int,
    frames: Sequence[Frame],
    speakers: Sequence[Phrase | None],
    sentence: Sequence[Item],
    scene: Scene,
    memory: Memory | None,
) -> Phrase | None:
    """Return whom a pronoun in the verb of a frame seems to mean."""
    frame = frames[number]
    if frame.kind == "who" and number:
        nearer = relative_subject(sentence, frames[number - 1].place, frame.place, scene)
        return nearer or speakers[number - 1] or clause_subject(sentence, frame.place, scene)
    if frame.kind == "who" and frame.place:
        return clause_subject(sentence, frame.place, scene)
    for other, phrase in zip(reversed(frames[:number]), reversed(speakers), strict=True):
        if other.subject.how == "lost":
            return None
        if phrase is not None and (other.content is not None or phrase.known):
            return phrase
    if frame.subject.how == "within":
        return frame.subject.phrase
    return _remembered(frame.gender, memory, scene)


def _remembered(gender: Gender, memory: Memory | None, scene: Scene) -> Phrase | None:
    """Return who spoke last, if a verb of this gender may mean them."""
    if memory is None or memory.age > _MEMORY:
        return None
    same = memory.gender in (None, gender) or (gender == "p" and memory.gender == "m")
    return memory.speaker if same and agrees(gender, memory.speaker, scene) else None


def _reported(
    index: int,
    quoted: Quoted,
    sentence: Sequence[Item],
    frames: Sequence[Frame],
    speakers: Sequence[Phrase | None],
    scene: Scene,
) -> Said | None:
    """Return the quotation where a frame before it introduces it."""
    number = _covering(index, frames)
    if number is None:
        return None
    frame, speaker = frames[number], speakers[number]
    if frame.kind == "deny" or frame.content is None or frame.content > index:
        return None
    said = Said(quoted, speaker, frame.verb)
    if is_anothers(sentence, frame.place + 1, index):
        return None
    if all(item.sign for item in sentence[frame.edge : index]):
        if speaker is None and is_short(quoted, scene):
            return None
        return said if is_all_that_is_said(index, quoted, sentence, scene) else None
    if speaker is None or frame.kind == "accord" or index - frame.content > _REACH:
        return None
    if stands_behind_name(index, sentence) and frame.content == index - 2:
        return None if is_short(quoted, scene) else said
    if is_denied(sentence, frame.content, index) and is_fragment(quoted, scene):
        return None
    return said if is_part_of_what_is_said(index, quoted, sentence, scene) else None


def _covering(index: int, frames: Sequence[Frame]) -> int | None:
    """Return the number of the frame that reports what stands at ``index``.

    It is the last one before; ``بحسب فلان`` gives way to a verb of saying, in which it may be put.
    """
    before = [number for number, frame in enumerate(frames) if frame.place < index]
    spoken = [number for number in before if frames[number].kind != "accord"]
    if spoken:
        content = frames[spoken[-1]].content
        if content is not None and content <= index:
            return spoken[-1]
    return before[-1] if before else None


def _followed(
    index: int,
    quoted: Quoted,
    sentence: Sequence[Item],
    frames: Sequence[Frame],
    speakers: Sequence[Phrase | None],
    scene: Scene,
    memory: Memory | None,
) -> Said | None:
    """Return the quotation where the words behind it say whose it is."""
    found = after_quote(sentence, index, scene)
    if found is None:
        return None
    if index and sentence[index - 1].word in named_things() and may_be_title(quoted, scene):
        return None
    verb, speaker = found
    if speaker is None:
        before = [who for frame, who in zip(frames, speakers, strict=True) if frame.place < index]
        within = named_within(sentence, index, scene)
        if before:
            speaker = before[-1]
        elif within.how == "within":
            speaker = within.phrase
        else:
            speaker = _remembered(_gender(verb, sentence), memory, scene)
    return Said(quoted, speaker, verb) if speaker else None


def _gender(verb: Item, sentence: Sequence[Item]) -> Gender:
    """Return whom a pronoun behind a quotation means: ``وفق تعبيرها``, ``تقول``."""
    word = speech_words().get(verb.word)
    if word is not None:
        return word.gender
    following = bisect_left(sentence, verb.end, key=lambda item: item.start)
    own = sentence[following].word if verb.word in ACCORDING else verb.word
    return "f" if own.endswith("ها") else "p" if own.endswith("هم") else "m"


def _continued(
    index: int, quoted: Quoted, sentence: Sequence[Item], found: Sequence[Said]
) -> Said | None:
    """Return the quotation that goes on with the one before: ``"…" و"…"``."""
    between: list[str] = []
    for item in reversed(sentence[:index]):
        if item.quoted:
            if found and found[-1].quoted == item.quoted and LINKS.issuperset(between):
                return found[-1]._replace(quoted=quoted)
            return None
        if item.word:
            between.append(item.word)
    return None


def _remember(
    frames: Sequence[Frame], speakers: Sequence[Phrase | None], memory: Memory | None
) -> Memory | None:
    if any(
        speaker is None and frame.kind == "who" and frame.content is not None
        for frame, speaker in zip(frames, speakers, strict=True)
    ):
        # Somebody spoke whom the sentence does not tell: ``وأضاف`` may mean them.
        return None
    for frame, speaker in zip(reversed(frames), reversed(speakers), strict=True):
        if speaker is None or frame.kind in ("who", "accord") or frame.subject.how == "reported":
            continue
        if frame.content is not None or speaker.known:
            gender = (
                None
                if frame.kind == "cite" or speaker is not frame.subject.phrase
                else frame.gender
            )
            if speaker is not frame.subject.phrase and memory and memory.speaker is speaker:
                gender = memory.gender
            return Memory(speaker, gender, 0)
    return memory._replace(age=memory.age + 1) if memory else None
