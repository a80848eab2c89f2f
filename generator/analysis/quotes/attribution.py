"""Decides which quoted stretches of a sentence are somebody's words, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.analysis.quotes.after import after_quote
from generator.analysis.quotes.frames import find_frames
from generator.analysis.quotes.lexicon import COMPLEMENTISERS, RELATIVES, folded_words, named_things
from generator.analysis.quotes.subjects import clause_subject, named_within, relative_subject
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
_TERM_WORDS: Final = 4
_REACH: Final = 25
_MEMORY: Final = 1
_BARE: Final = folded_words("إن أن بأن وأن وإن وبأن فإن")
_PREDICATES: Final = folded_words("ليس ليست لا لم لن هو هي هم قد سوف لديه لديها")
_APPOSED: Final = RELATIVES | folded_words("وهو وهي وهم أي")
_LISTS: Final = folded_words("منها منهم منهن بينها بينهم بينهن ضمنها مثل")
"""Behind them names are listed."""
_TURNS: Final = folded_words("أما وأما")
"""They turn to somebody else."""
_GLOSSES: Final = folded_words(
    "والمعنى المعنى معناه معناها ومعناه ومعناها أي يعني تعني بمعنى ترجمته"
)
"""Behind them stands a translation or an explanation of words quoted before."""
_SYLLABLE: Final = 3
_NAMING: Final = folded_words(
    "يسمى تسمى يسميه تسميه يسميها تسميها سماه سمته سماها أسماه أسمته يدعى تدعى يعرف تعرف المعروف"
    " المعروفة المسمى المسماة"
)
"""What stands behind them, and behind who names, is a name, not words of the speaker."""
_LINKS: Final = frozenset({"و", "او", "ثم", "بل"})


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
    for index, item in enumerate(sentence):
        if item.quoted is None or _words(item.quoted, scene) < _FEWEST_WORDS:
            continue
        said = (
            _reported(index, item.quoted, sentence, frames, speakers, scene)
            or _followed(index, item.quoted, sentence, frames, speakers, scene, memory)
            or _continued(index, item.quoted, sentence, found)
        )
        if said is not None:
            found.append(said)
    if not frames and memory is not None:
        subject = clause_subject(sentence, len(sentence), scene)
        other = subject is not None and subject.words != memory.speaker.words
        if other or sentence[0].word in _TURNS:
            return found, None
    return found, _remember(frames, speakers, memory)


def _words(quoted: Quoted, scene: Scene) -> int:
    return len(scene.text[quoted.start : quoted.end].split())


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
    if frame.subject.how in ("named", "lost"):
        return frame.subject.phrase
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
    return _remembered(frame.gender, memory)


def _remembered(gender: Gender, memory: Memory | None) -> Phrase | None:
    """Return who spoke last, if a verb of this gender may mean them."""
    if memory is None or memory.age > _MEMORY:
        return None
    agrees = memory.gender in (None, gender) or (gender == "p" and memory.gender == "m")
    return memory.speaker if agrees else None


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
    if all(item.sign for item in sentence[frame.edge : index]):
        if _names_subject(index, sentence):
            return None
        if speaker is None and _words(quoted, scene) <= _TERM_WORDS:
            return None
        return None if _is_term(index, quoted, sentence, scene) else said
    if speaker is None or frame.kind == "accord" or index - frame.content > _REACH:
        return None
    if _stands_behind_name(index, sentence) and frame.content == index - 2:
        return None if _words(quoted, scene) <= _TERM_WORDS else said
    if not _is_partial(index, sentence) and not _is_predicate(quoted, scene):
        return None
    if _is_linked(index, sentence):
        return None
    if sentence[index - 1].word in _LISTS and _words(quoted, scene) <= _TERM_WORDS:
        return None
    if _is_term(index, quoted, sentence, scene) or _is_name(index, quoted, sentence, scene):
        return None
    return said


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


def _is_term(index: int, quoted: Quoted, sentence: Sequence[Item], scene: Scene) -> bool:
    """Return whether a short quoted stretch is the subject of what is said, not all of it.

    ``قال إن "جمعية كذا" قررت``; behind ``إنه`` a predicate follows, which is somebody's words.
    """
    if _words(quoted, scene) > _TERM_WORDS:
        return False
    if scene.is_name(quoted.start, quoted.end) or _is_glossed(index, sentence):
        return True
    return sentence[index - 1].word in _BARE and _sentence_goes_on(index, sentence)


def _names_subject(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether what is said only begins behind the quotation: ``قال تكتل "كذا" إنه``."""
    if sentence[index - 1].word in COMPLEMENTISERS or index + 1 >= len(sentence):
        return False
    return sentence[index + 1].word in COMPLEMENTISERS


def _stands_behind_name(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether a comma and a quoted name stand before: ``قال المدير في "كذا"، "…"``."""
    before = sentence[max(index - 2, 0) : index]
    return len(before) > 1 and before[0].quoted is not None and before[1].sign in ("،", ",")


def _is_glossed(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether a bracket follows, or at once another quotation: ``"كونتي" (Conti)``."""
    behind = sentence[index + 1 : index + 3]
    return bool(behind) and (behind[0].sign == "(" or bool(behind[0].sign and behind[-1].quoted))


def _sentence_goes_on(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether a word that begins no new clause follows the quotation."""
    behind = sentence[index + 1 : index + 3]
    if behind and behind[0].word:
        return behind[0].word[0] not in "وف"
    return len(behind) == 2 and behind[0].sign in ("،", ",", "(") and behind[1].word in _APPOSED


def _is_partial(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether the words before a quoted stretch let it be words rather than a name."""
    before = sentence[index - 1]
    if not before.word or before.word in named_things() | RELATIVES | _GLOSSES:
        return False
    return index < 2 or sentence[index - 2].word not in named_things()


def _is_name(index: int, quoted: Quoted, sentence: Sequence[Item], scene: Scene) -> bool:
    """Return whether a quoted stretch is a name or term: repeated, spelt out, glossed behind."""
    if scene.is_name(quoted.start, quoted.end):
        return True
    if scene.is_repeated(quoted.start, quoted.end):
        return True
    if _is_glossed(index, sentence):
        return True
    words = scene.text[quoted.start : quoted.end].split()
    if all(len(fold(word)) <= _SYLLABLE for word in words):
        return True
    if len(words) <= _TERM_WORDS and (
        fold(words[0]) in named_things() or any(word.isdecimal() for word in words)
    ):
        return True
    return any(item.word in _NAMING for item in sentence[max(index - 4, 0) : index - 1])


def _is_linked(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether ``و`` ties a quoted stretch to one before; then both are or none is words."""
    behind = [item for item in sentence[max(index - 3, 0) : index] if not item.sign]
    return len(behind) > 1 and behind[-1].word in _LINKS and behind[-2].quoted is not None


def _is_predicate(quoted: Quoted, scene: Scene) -> bool:
    """Return whether the quoted words say something about the word before: ``ليس موجها``."""
    first = fold(scene.text[quoted.start : quoted.end].split()[0])
    return first in _PREDICATES or (first[0] == "ي" and len(first) > 3)


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
    verb, speaker = found
    if speaker is None:
        before = [who for frame, who in zip(frames, speakers, strict=True) if frame.place < index]
        within = named_within(sentence, index, scene)
        if before:
            speaker = before[-1]
        elif within.how == "within":
            speaker = within.phrase
        elif memory is not None and memory.age <= _MEMORY:
            speaker = memory.speaker
    return Said(quoted, speaker, verb) if speaker else None


def _continued(
    index: int, quoted: Quoted, sentence: Sequence[Item], found: Sequence[Said]
) -> Said | None:
    """Return the quotation that goes on with the one before: ``"…" و"…"``."""
    between: list[str] = []
    for item in reversed(sentence[:index]):
        if item.quoted:
            if found and found[-1].quoted == item.quoted and _LINKS.issuperset(between):
                return found[-1]._replace(quoted=quoted)
            return None
        if item.word:
            between.append(item.word)
    return None


def _remember(
    frames: Sequence[Frame], speakers: Sequence[Phrase | None], memory: Memory | None
) -> Memory | None:
    for frame, speaker in zip(reversed(frames), reversed(speakers), strict=True):
        if speaker is None or frame.kind in ("who", "accord"):
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
