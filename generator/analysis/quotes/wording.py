"""What stands between quotation marks: words that somebody said, or a name, a title, a term."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import COMPLEMENTISERS, RELATIVES, folded_words, named_things
from generator.arabic.fold import fold
from generator.arabic.words import with_conjunctions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.marks import Quoted
    from generator.analysis.quotes.scene import Scene

LINKS: Final = frozenset({"و", "او", "ثم", "بل"})
"""They tie a quoted stretch to the one before."""
_TERM_WORDS: Final = 4
_TITLE_WORDS: Final = 8
_NO_WORDS: Final = "ـ–—-…"
_BARE: Final = folded_words("إن أن بأن وأن وإن وبأن فإن")
_PREDICATES: Final = folded_words("ليس ليست لا لم لن هو هي هم قد سوف لديه لديها")
_APPOSED: Final = RELATIVES | folded_words("وهو وهي وهم أي")
_LISTS: Final = folded_words("منها منهم منهن بينها بينهم بينهن ضمنها مثل")
"""Behind them names are listed."""
_GLOSSES: Final = folded_words(
    "والمعنى المعنى معناه معناها ومعناه ومعناها أي يعني تعني بمعنى ترجمته"
)
"""Behind them stands a translation or an explanation of words quoted before."""
_NO_LEADS: Final = RELATIVES | _GLOSSES
_SYLLABLE: Final = 3
_DENYING: Final = with_conjunctions(folded_words("لا لم لن ليس ليست ليسوا ما غير دون بدون عدم"))
_AFFIRMING: Final = folded_words("سيما بد شك ريب يزال تزال يزالون")
"""Behind ``لا`` they deny nothing: ``لا سيما``, ``لا بد``, ``لا يزال``."""
_DENIED_WORDS: Final = 6
_CLAIM_REACH: Final = 5
_CLAIMING: Final = folded_words(
    "إظهار تصوير الزعم زعم يزعم تزعم يزعمون زعمت زعموا الادعاء ادعاء ادعاءات ادعى ادعت يدعي تدعي"
    " يدعون مزاعم المزاعم الإيحاء اتهام اتهامات اتهامه اتهامها اتهامهم اتهم اتهمت يتهم تتهم يوهم"
    " توهم"
)
"""``الغرب يسعى إلى إظهار أن "…"``: what stands behind them is what others claim."""
_WRITTEN: Final = folded_words("جاء ورد يرد كتب تقول يقول")
_IN_IT: Final = folded_words("فيها فيه")
"""``مستحضرا مذكراته التي جاء فيها أنه "…"``: what is written somewhere, maybe by others."""
_NAMING: Final = folded_words(
    "يسمى تسمى يسميه تسميه يسميها تسميها سماه سمته سماها أسماه أسمته يدعى تدعى يعرف تعرف المعروف"
    " المعروفة المسمى المسماة أطلق أطلقت أطلقوا يطلق تطلق"
)
"""What stands behind them, and behind who names, is a name, not words of the speaker."""


def count_words(quoted: Quoted, scene: Scene) -> int:
    """Return how many words stand between the marks; dashes and lone tatweels are none."""
    return sum(1 for word in _split(quoted, scene) if word.strip(_NO_WORDS))


def is_short(quoted: Quoted, scene: Scene) -> bool:
    """Return whether the words are as few as those of most names and terms."""
    return count_words(quoted, scene) <= _TERM_WORDS


def may_be_title(quoted: Quoted, scene: Scene) -> bool:
    """Return whether the words are few enough for the title of a work or an event."""
    return count_words(quoted, scene) <= _TITLE_WORDS


def is_all_that_is_said(index: int, quoted: Quoted, sentence: Sequence[Item], scene: Scene) -> bool:
    """Return whether the stretch at ``index``, right behind verb and speaker, is what is said.

    It may as well be the name that a longer report begins with.
    """
    return not _names_subject(index, sentence) and not _is_term(index, quoted, sentence, scene)


def is_part_of_what_is_said(
    index: int, quoted: Quoted, sentence: Sequence[Item], scene: Scene
) -> bool:
    """Return whether the stretch at ``index``, within a reported clause, is the speaker's words."""
    if not _may_be_words(index, sentence) and not _is_predicate(quoted, scene):
        return False
    if _is_linked(index, sentence):
        return False
    if sentence[index - 1].word in _LISTS and is_short(quoted, scene):
        return False
    return not (
        _is_term(index, quoted, sentence, scene) or _is_name(index, quoted, sentence, scene)
    )


def is_fragment(quoted: Quoted, scene: Scene) -> bool:
    """Return whether the words are part of a clause, which says nothing without its verb."""
    return may_be_title(quoted, scene) and not _is_predicate(quoted, scene)


def is_denied(sentence: Sequence[Item], content: int, index: int) -> bool:
    """Return whether what is said around the stretch at ``index`` denies it.

    ``أكد أن المعاهدة لا ترمي إلى "إنشاء تحالف"``: alone, the words would say the opposite.
    """
    following = ""
    for item in reversed(sentence[max(content, index - _DENIED_WORDS) : index]):
        if item.sign or item.quoted or item.word in COMPLEMENTISERS:
            return False
        if item.word in _DENYING:
            return following not in _AFFIRMING
        following = item.word
    return False


def is_anothers(sentence: Sequence[Item], begin: int, index: int) -> bool:
    """Return whether the speaker reports, in what is said, what somebody else claims or wrote."""
    words = [item.word for item in sentence[begin:index]]
    if any(a in _WRITTEN and b in _IN_IT for a, b in pairwise(words)):
        return True
    near = words[-_CLAIM_REACH:]
    return not _CLAIMING.isdisjoint(near) and not COMPLEMENTISERS.isdisjoint(near)


def stands_behind_name(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether a comma and a quoted name stand before: ``قال المدير في "كذا"، "…"``."""
    before = sentence[max(index - 2, 0) : index]
    return len(before) > 1 and before[0].quoted is not None and before[1].sign in ("،", ",")


def _is_term(index: int, quoted: Quoted, sentence: Sequence[Item], scene: Scene) -> bool:
    """Return whether a short quoted stretch is the subject of what is said, not all of it.

    ``قال إن "جمعية كذا" قررت``; behind ``إنه`` a predicate follows, which is somebody's words.
    """
    if not is_short(quoted, scene):
        return False
    if scene.is_name(quoted.start, quoted.end) or _is_glossed(index, sentence):
        return True
    if index + 1 < len(sentence) and sentence[index + 1].word in RELATIVES:
        return True
    return sentence[index - 1].word in _BARE and _sentence_goes_on(index, sentence)


def _names_subject(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether what is said only begins behind the quotation: ``قال تكتل "كذا" إنه``."""
    if sentence[index - 1].word in COMPLEMENTISERS or index + 1 >= len(sentence):
        return False
    return sentence[index + 1].word in COMPLEMENTISERS


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


def _may_be_words(index: int, sentence: Sequence[Item]) -> bool:
    """Return whether the words before a quoted stretch let it be words rather than a name."""
    before = sentence[index - 1].word
    if not before or before in named_things() or before in _NO_LEADS:
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
    words = _split(quoted, scene)
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
    return len(behind) > 1 and behind[-1].word in LINKS and behind[-2].quoted is not None


def _is_predicate(quoted: Quoted, scene: Scene) -> bool:
    """Return whether the quoted words say something about the word before: ``ليس موجها``."""
    first = fold(_split(quoted, scene)[0])
    return first in _PREDICATES or (first[0] == "ي" and len(first) > 3)


def _split(quoted: Quoted, scene: Scene) -> list[str]:
    return scene.text[quoted.start : quoted.end].split()
