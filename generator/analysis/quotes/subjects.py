"""Who does the saying of a verb: named behind it, before it, or only by a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.analysis.quotes.lexicon import (
    COMPLEMENTISERS,
    PREPOSITIONS,
    RELATIVES,
    TIMERS,
    folded_words,
    person_titles,
    speaker_stops,
    titles,
)
from generator.analysis.quotes.phrase_words import has_enclitic
from generator.analysis.quotes.speakers import Phrase, speaker_phrase
from generator.arabic.words import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.quotes.items import Item
    from generator.analysis.quotes.lexicon import SpeechWord
    from generator.analysis.quotes.scene import Scene

_ADVERBS: Final = 3
_NAME_WORDS: Final = 6
_TRANSITIVE: Final = frozenset({"act", "deny", "tell"})
_LONG: Final = 8
"""A phrase of more words behind a transitive verb has swallowed its object, but for commas."""
_CITE_FAR: Final = 10
_COMMAS: Final = frozenset("،,")
_FROM: Final = folded_words("عن إلى")
_OF_HIM: Final = folded_words("عنه عنها عنهم إليه إليها")
_CONNECTORS: Final = folded_words(
    "كان كانت وكان وكانت لكن ولكن أما وأما فيما بينما إلا غير أن إن قد وقد لقد ولقد كما"
)
_NAME_LEADS: Final = folded_words("أبو أبي بن ابن آل أم ولد شارع مدينة مطار معبر مخيم ساحة")
_WHICH: Final = folded_words("وهو الأمر الشيء وهي")
_WHAT: Final = folded_words("ما الذي")
_LEADS: Final = folded_words(
    "و ف كما ثم حيث إذ قد وقد بعدما عندما حين حينما بينما فيما بدوره بدورها جهته جهتها جانبه جانبها"
)
"""A verb right behind one of them begins a clause of its own, though it carries no conjunction."""
_WITHIN: Final = folded_words("فيه فيها خلاله خلالها")
_BETWEEN: Final = folded_words(
    "خلالها خلاله فيها فيه له لها لهم عنه عنها به بها عليه عليها إليه إليها معه معها منه منها"
    " ذلك هذا بدوره بدورها أمس اليوم السبت الأحد الاثنين الإثنين الثلاثاء"
    " الأربعاء الخميس الجمعة"
)
"""What may stand between a verb and its subject."""


class Subject(NamedTuple):
    """Who speaks, as far as the clause itself tells."""

    how: Literal["named", "reported", "pronoun", "within", "lost"]
    """``reported``: within what somebody else says.
    ``within``: a pronoun for somebody named before it in the sentence: the phrase, if only one is.
    ``lost``: somebody else than whoever spoke before, but it can't be told who."""
    phrase: Phrase | None = None


PRONOUN: Final = Subject("pronoun")
LOST: Final = Subject("lost")


def find_subject(sentence: Sequence[Item], index: int, word: SpeechWord, scene: Scene) -> Subject:
    """Return the subject of the verb at ``index``."""
    front = _in_front(sentence, index, scene) if index else None
    if front is not None and front.after == index and front.known:
        return Subject("named", front)
    start = index + 1
    while start - index <= _ADVERBS and _word(sentence, start) in _BETWEEN:
        start += 1
    # Before its subject a verb is singular: أخبروا المجلس speaks of others than the council.
    phrase = speaker_phrase(sentence, start, scene, wary=True) if word.gender != "p" else None
    if phrase is not None and word.kind == "tell" and _ends_clause(sentence, phrase.after):
        # The one who is told stands before what is said: أبلغ أعضاء الوفد أن.
        return PRONOUN
    if phrase is not None:
        words = sentence[start : phrase.after]
        if word.kind in _TRANSITIVE and len(words) > _LONG and all(item.word for item in words):
            return LOST
        if phrase.known:
            return Subject("named", phrase)
        if start == index + 1 and word.kind != "say" and has_enclitic(sentence[start], scene):
            return PRONOUN
        if start == index + 1:
            # A noun behind a transitive verb may be what it acts on: وصف الاجتماع بأنه.
            return LOST if word.kind in _TRANSITIVE else Subject("named", phrase)
    if index and sentence[index - 1].word in RELATIVES:
        antecedent = _antecedent(sentence, index - 1, scene)
        return Subject("named", antecedent) if antecedent else LOST
    if index == 0:
        return PRONOUN
    if front is not None:
        return Subject("named", front)
    if not word.conjunction and not _begins_clause(sentence, index):
        # The verb of a clause within what is said: قال فلان إن التقرير يؤكد.
        reported = _reported_subject(sentence, index, scene)
        sure = reported is not None and (reported.known or word.gender == "p")
        return Subject("reported", reported) if sure and word.kind != "go" else LOST
    if not word.conjunction and _begins_with_noun(sentence, scene):
        return LOST
    return named_within(sentence, index, scene)


def _ends_clause(sentence: Sequence[Item], index: int) -> bool:
    if index >= len(sentence):
        return False
    item = sentence[index]
    return item.word in COMPLEMENTISERS or item.sign == ":" or item.quoted is not None


def clause_subject(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Return the known name or title that is the subject of the clause before ``index``.

    It stands first, behind the first word (the verb), or so behind a leading ``وفي هذا الصدد،``.
    """
    lead = 0
    while lead < index and sentence[lead].word in _CONNECTORS:
        lead += 1
    starts = [lead] if _word(sentence, lead) in PREPOSITIONS else [lead, lead + 1]
    for position, item in enumerate(sentence[:index]):
        if item.sign in _COMMAS:
            starts += [position + 1, position + 2]
            break
    for start in starts:
        phrase = speaker_phrase(sentence, start, scene, wary=True)
        if phrase is not None and phrase.known and phrase.after <= index:
            return phrase
    return None


def relative_subject(sentence: Sequence[Item], begin: int, end: int, scene: Scene) -> Phrase | None:
    """Return the known subject of the last relative clause between two verbs.

    In ``قال فلان كذا، وهو ما رفضه علان، متسائلا`` it is ``علان`` who asks.
    """
    for index in range(end - 1, begin, -1):
        if sentence[index - 1].word in _WHICH and sentence[index].word in _WHAT:
            phrase = speaker_phrase(sentence, index + 2, scene)
            if phrase is not None and phrase.known and phrase.after <= end:
                return phrase
            return None
    return None


def cited(sentence: Sequence[Item], index: int, scene: Scene) -> tuple[Subject, int] | None:
    """Return who is cited by the verb at ``index`` (``نقل … عن فلان``) and the index behind."""
    for position in range(index + 1, min(index + 1 + _CITE_FAR, len(sentence))):
        word = sentence[position].word
        if word in COMPLEMENTISERS or sentence[position].quoted:
            break
        if word in _OF_HIM:
            return PRONOUN, position + 1
        if word in _FROM:
            phrase = speaker_phrase(sentence, position + 1, scene)
            return (Subject("named", phrase), phrase.after) if phrase else None
    return None


def _word(sentence: Sequence[Item], index: int) -> str:
    return sentence[index].word if index < len(sentence) else ""


def _antecedent(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Return the name that ends right before the relative pronoun at ``index``."""
    end = index - 1 if index and sentence[index - 1].sign in _COMMAS else index
    for start in range(end - 1, max(end - _NAME_WORDS, -1), -1):
        if not sentence[start].word:
            return None
        phrase = speaker_phrase(sentence, start, scene)
        if phrase is None or phrase.after != end:
            continue
        if sentence[start].start in scene.persons or _is_first_name(sentence[start]):
            return phrase
    return None


def _in_front(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Return the subject with which the sentence begins, if the verb at ``index`` is its own.

    A name that is not known must show that it is one: a title in apposition follows it
    (``علي وجيل، المنسق الجهوي، قال``), or the verb itself.
    """
    start = 0
    while start < index and (sentence[start].sign or sentence[start].word in _CONNECTORS):
        start += 1
    if start == index or _begins_with_and(sentence[start], scene):
        return None
    phrase = speaker_phrase(sentence, start, scene)
    if phrase is None or phrase.after > index:
        return None
    apposed = (
        sentence[phrase.after].sign in _COMMAS and _word(sentence, phrase.after + 1) in titles()
    )
    return phrase if phrase.known or apposed or phrase.after == index else None


def _begins_clause(sentence: Sequence[Item], index: int) -> bool:
    """Return whether a verb without a conjunction begins a clause of its own."""
    before = sentence[index - 1]
    if before.sign or before.word in _LEADS or _word(sentence, index + 1) in _WITHIN:
        return True
    return index > 1 and before.word == "ان" and sentence[index - 2].word in TIMERS


def _reported_subject(sentence: Sequence[Item], index: int, scene: Scene) -> Phrase | None:
    """Return the phrase that stands between ``إن`` and the verb at ``index``."""
    for position in range(index - 2, max(index - 2 - _NAME_WORDS, -1), -1):
        if sentence[position].word in COMPLEMENTISERS:
            phrase = speaker_phrase(sentence, position + 1, scene)
            return phrase if phrase is not None and phrase.after == index else None
    return None


def _begins_with_noun(sentence: Sequence[Item], scene: Scene) -> bool:
    """Return whether the sentence begins with something that may be the verb's subject."""
    phrase = speaker_phrase(sentence, 0, scene)
    return phrase is not None and not _begins_with_and(sentence[0], scene)


def _begins_with_and(item: Item, scene: Scene) -> bool:
    if scene.starts(item.start) or item.word in word_list("own_first_letter"):
        return False
    return item.word[:1] in ("و", "ف") and item.word not in titles()


def named_within(sentence: Sequence[Item], index: int, scene: Scene) -> Subject:
    """Return whom a pronoun in the verb at ``index`` means if somebody is named before it.

    It is the subject of the clause before (``وهنأ الأمين العام اللبنانيين، وقال``), else the only
    person named there.
    """
    subject = clause_subject(sentence, index, scene)
    if subject is not None:
        return Subject("within", subject)
    found: list[Phrase] = []
    position = 0
    while position < index:
        item = sentence[position]
        phrase = None
        if item.word in titles() or item.start in scene.persons or _is_first_name(item):
            phrase = speaker_phrase(sentence, position, scene)
        if phrase is None:
            position += 1
            continue
        # A name within that of a body or place is another's: جامعة محمد الخامس، معبر كرم أبو سالم.
        if position and sentence[position - 1].word in _NAME_LEADS:
            position += 1
            continue
        if item.word not in titles() or (item.word in person_titles() and has_name(phrase, scene)):
            found.append(phrase)
        position = phrase.after
    if not found:
        return PRONOUN
    return Subject("within", found[0] if len(found) == 1 else None)


def has_name(phrase: Phrase, scene: Scene) -> bool:
    """Return whether a title is followed by the name of its bearer."""
    return not word_list("first_names").isdisjoint(phrase.words) or any(
        phrase.start <= start < phrase.end for start in scene.persons
    )


def _is_first_name(item: Item) -> bool:
    return item.word in word_list("first_names") and item.word not in speaker_stops()
