"""Who is named behind a quotation as its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import ACCORDING, EXTENT, folded_words, speech_words
from generator.analysis.quotes.speakers import Phrase, speaker_phrase
from generator.arabic.clitics import readings, skip_letters
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.scene import Scene

_LAM_LEADS: Final = folded_words("وفقا ووفقا طبقا وطبقا")
_SKIPPED: Final = frozenset("،,.-–—؛")


def after_quote(
    sentence: Sequence[Item], index: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    """Return the verb and the speaker that follow the quotation at ``index``.

    ``"…"، يقول فلان`` and ``"…"، وفق ما قالت الوزارة``; None where none does. The speaker is None
    where only a pronoun stands: ``"…"، على حد تعبيره``.
    """
    position = index + 1
    while position < len(sentence) and sentence[position].sign in _SKIPPED:
        position += 1
    lead = _word(sentence, position)
    if lead in ACCORDING:
        if _is_his(_word(sentence, position + 1)):
            return sentence[position], None
        return according(sentence, position, scene)
    if lead == fold("على") and _word(sentence, position + 1) == fold("حد"):
        return _to_the_extent(sentence, position + 2, scene)
    if lead == fold("كما"):
        position += 1
    return _verb_and_speaker(sentence, position, scene)


def according(sentence: Sequence[Item], position: int, scene: Scene) -> tuple[Item, Phrase] | None:
    """Read ``بحسب فلان``, ``وفقا لفلان``, ``حسب ما قال فلان``, ``حسبما نقلت الوكالة``."""
    lead = sentence[position]
    following = position + 1
    if _is_his(_word(sentence, following)):
        return None
    if _word(sentence, following) in EXTENT:
        following += 1
    is_clause = _word(sentence, following) in ("ما", "لما")
    reported = _verb_and_speaker(sentence, following + is_clause, scene)
    if reported is not None and reported[1] is not None:
        return reported[0], reported[1]
    if is_clause:
        return None
    if lead.word in _LAM_LEADS:
        phrase = _behind_lam(sentence, following, scene)
    else:
        phrase = speaker_phrase(sentence, following, scene)
    return (lead, phrase) if phrase else None


def _word(sentence: Sequence[Item], index: int) -> str:
    return sentence[index].word if index < len(sentence) else ""


def _verb_and_speaker(
    sentence: Sequence[Item], position: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    word = speech_words().get(_word(sentence, position))
    if word is None or word.kind not in ("say", "go", "cite") or word.conjunction:
        return None
    return sentence[position], speaker_phrase(sentence, position + 1, scene)


def _behind_lam(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Read the speaker of ``وفقا لفلان``, whose first word carries ``ل``."""
    if not _word(sentence, index).startswith("ل"):
        return None
    item = sentence[index]
    found = readings(item.word)
    if not found:
        return None
    # للكرملين is ل + الكرملين, unless a name begins with the second ل: لليبيا.
    plain = len(found) == 1 or scene.starts(item.start + 1)
    reading = found[0] if plain else found[1]
    start = skip_letters(scene.text, item.start, reading.cut)
    bare = item._replace(start=start, word=reading.word)
    return speaker_phrase([*sentence[:index], bare, *sentence[index + 1 :]], index, scene)


def _to_the_extent(
    sentence: Sequence[Item], position: int, scene: Scene
) -> tuple[Item, Phrase | None] | None:
    """Read ``على حد قول فلان`` and ``على حد تعبيره``."""
    word = _word(sentence, position)
    if word in EXTENT:
        phrase = speaker_phrase(sentence, position + 1, scene)
        return (sentence[position], phrase) if phrase else None
    return (sentence[position], None) if _is_his(word) else None


def _is_his(word: str) -> bool:
    """Return whether a word is ``تعبيره``, ``قولها`` and the like."""
    return word[:-1] in EXTENT or word[:-2] in EXTENT
