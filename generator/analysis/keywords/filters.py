"""What is never shown as a keyword, whatever its score: fragments, verbs, times, empty words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.lexicon import AND
from generator.analysis.keywords.stream import TOPIC
from generator.arabic.clitics import PROCLITICS
from generator.arabic.words import function_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.lexicon import Word
    from generator.analysis.keywords.stream import Stream

_SHORTEST: Final = 3
_ADVERBS: Final = frozenset(("غير", "فوق", "شبه", "تحت"))
"""Words of grammar, folded, that make one adjective with the definite word behind them."""
_SERVANT: Final = "عبد"
_NOT: Final = "غير"
"""It does so with an indefinite one as well: ``برامج غير | قابلة للإزالة``."""


def why_unfit(stream: Stream, key: Key, places: Sequence[int]) -> str:
    """Return why a phrase must not be shown, empty where nothing speaks against it."""
    size = len(key)
    if size == 1 and places[0] in stream.topics:
        return ""
    fit = fit_places(stream, places, size)
    if 2 * len(fit) <= len(places):
        return "fragment or form"
    words = stream.words[fit[0] : fit[0] + size]
    if words[-1].name_part:
        return "half a name"
    if size > 1 and all(map(_is_bare_adjective, words)) and not _ends_in_maqsura(stream, fit[0]):
        return "adjectives"
    if all(word.time for word in words):
        return "time"
    if all(word.generic or word.time or not word.opener for word in words):
        return "says nothing"
    if len(places) == 1 and all(word.latin for word in words):
        return "gloss in another script"
    return _why_single(stream, fit, words[0]) if size == 1 else ""


def _is_bare_adjective(word: Word) -> bool:
    return word.adjective and not (word.article or word.feminine)


def _ends_in_maqsura(stream: Stream, place: int) -> bool:
    """Return whether a word only folds to what an adjective ends in: ``دعوى``."""
    return stream.text[stream.ends[place] - 1] == "ى"


def _why_single(stream: Stream, places: Sequence[int], word: Word) -> str:
    if word.letters < _SHORTEST or stream.forms[places[0]] in function_words():
        return "too short, or a word of grammar as well"
    if word.adjective and len(places) == 1:
        return "adjective"
    return "" if not all(_is_owner(stream, place) for place in places) else "only an owner"


def _is_owner(stream: Stream, place: int) -> bool:
    """Return whether the word is the second half of a pair: وزارة | الصحة."""
    if not place or stream.opens[place] or stream.words[place].proclitic:
        return False
    before = stream.words[place - 1]
    return stream.words[place].article and before.noun and not before.possessive


def fit_places(stream: Stream, places: Sequence[int], size: int) -> list[int]:
    """Return the occurrences that could be shown: whole phrases in a form that can stand alone.

    No word of it ends in a pronoun; a single word is definite or a name.
    """
    return [
        place
        for place in places
        if _fit_form(stream.words[place : place + size])
        and not cut_before(stream, place)
        and not cut_behind(stream, place + size - 1)
    ]


def _fit_form(words: Sequence[Word]) -> bool:
    first, last = words[0], words[-1]
    if any(word.possessive for word in words) or first.accusative or last.accusative:
        return False
    if last.construct and not any(word.given_name for word in words):
        return False
    if len(words) > 1 and (_parts_clause(first, words[1]) or _lacks_surname(words)):
        return False
    if first.article and first.adjective and not first.feminine:
        # A bare adjective; a feminine one may be a noun (السعودية).
        return False
    if len(words) == 1:
        return first.given_name or not (first.noun or (first.capital and first.adjective))
    if first.article and any(map(_disagree, words, words[1:])):
        return False
    return not any(map(_clash, words, words[1:])) and not any(
        map(_name_ends, words, words[1:], words[2:])
    )


def _parts_clause(word: Word, after: Word) -> bool:
    """Return whether only a preposition ties an indefinite word to the next.

    منتج | بالعالم, نسائية | بتكريمات, خطة | لتطوير; but قطر للطاقة.
    """
    if word.article or word.given_name or not after.proclitic:
        return False
    if after.proclitic == "ب" and after.article:
        return True
    return (word.noun or word.adjective) and after.proclitic in ("ب", "ل") and not after.article


def _lacks_surname(words: Sequence[Word]) -> bool:
    """Return whether a role ends in a first name alone: الناشطة العراقية هناء."""
    word, name = words[-2:]
    alone = name.given_name and not name.article
    return alone and words[0].article and word.article and word.nisba


def _disagree(word: Word, after: Word) -> bool:
    """Return whether of two definite words the second is an adjective, and not of the first.

    It differs in gender or number: وزير الموارد الطبيعية | التركي, رئيس الوزراء | الأسترالي,
    اللغة والثقافة | الأمازيغيتين, هيئة الطيران المدني | القطرية.
    """
    if not (word.article and after.article) or after.proclitic:
        return False
    if word.adjective and not word.feminine:
        return after.adjective and after.feminine
    if word.feminine and not word.broken_plural and after.plural:
        return True
    return (word.feminine or word.broken_plural) and after.adjective and not after.feminine


def _clash(word: Word, after: Word) -> bool:
    """Return whether a definite word and the next can't be parts of one noun phrase.

    Its adjective would be definite, and of men in the plural: تحميل الفلسطينيين | المسؤولية.
    """
    if after.proclitic:
        return False
    if word.stem.startswith(TOPIC):
        # What a person does is said behind a place: في موسكو | أنطون ترويانوفسكي.
        return after.given_name and not after.article
    if not word.article:
        # The adjective of a noun before an unknown name: جريدة هسبريس | الإلكترونية.
        return _is_unknown_name(word) and after.article and after.adjective and after.feminine
    if not after.article:
        acts = word.feminine and _may_act(after)
        return (after.noun or acts) and not after.given_name
    return (word.plural and not after.plural) or after.generic


def _name_ends(first: Word, surname: Word, after: Word) -> bool:
    """Return whether a definite word stands behind a full name, or a pair of nouns behind a first.

    دونالد ترامب | المتشدد, علي | رئيس الحكومة; but علي خليفة الظفيري.
    """
    return (
        first.given_name
        and after.article
        and not after.proclitic
        and not (surname.article or surname.given_name or surname.name_part or surname.proclitic)
        and not ((surname.noun and (first.noun or after.nisba)) or surname.function)
    )


def cut_before(stream: Stream, start: int) -> bool:
    """Return whether the word before belongs so closely to this one that no phrase begins here."""
    if not start or stream.opens[start]:
        return False
    before, word = stream.words[start - 1], stream.words[start]
    if before.function and before.stem in _ADVERBS:
        return word.article or before.stem == _NOT
    if before.name_part or (before.capital and word.capital and not before.generic):
        return True
    if word.article and (before.article or before.possessive):
        # Definite behind definite is its adjective; behind و only where both are adjectives.
        return not word.proclitic or (word.proclitic == AND and word.nisba and before.nisba)
    if start - 1 in stream.topics:
        return word.article and word.nisba and not word.proclitic
    if _is_unknown_name(before):
        # The adjective of a noun before the name, or more of the name.
        more = word.nisba if word.article else _is_name(word) and not word.given_name
        return more and not word.proclitic
    if word.adjective and before.noun:
        return not (word.article or word.proclitic)
    noun = word.noun and word.stem != _SERVANT
    return before.given_name and not (word.article or noun or word.proclitic or word.time)


def _may_act(word: Word) -> bool:
    """Return whether a word that is no noun may be a verb, by its first letter."""
    return word.stem[0] in "يتن"


def _is_unknown_name(word: Word) -> bool:
    return _is_name(word) and not (word.zipf or word.given_name)


def _is_name(word: Word) -> bool:
    """Return whether a word is no Arabic noun, adjective or verb as far as is known."""
    return not (
        word.article
        or word.noun
        or word.nisba
        or word.generic
        or word.time
        or word.accusative
        or word.possessive
        or word.function
        or word.feminine
        or word.construct
        or word.plural
        or not word.letters
        or word.stem.isascii()
        or not (word.zipf or word.stem[0] not in PROCLITICS)
    )


def cut_behind(stream: Stream, last: int) -> bool:
    """Return whether the word behind belongs so closely to this one that no phrase ends here."""
    end = last + 1
    if end == len(stream.words) or stream.opens[end]:
        return False
    word, after = stream.words[last], stream.words[end]
    if not after.edge or after.proclitic:
        return False
    if word.capital and after.capital and not word.generic:
        return True
    names_it = word.noun and not word.nisba and not _may_act(after)
    if _is_name(after) and (names_it or _is_name(word)):
        # The name of what a noun speaks of (بفيروس | كورونا), or more of a name (كيم | جونغ).
        return True
    if end in stream.topics:
        # A role or a kind before the name it belongs to: الرئيس الإيراني مسعود بزشكيان.
        return True
    if after.given_name and not after.noun:
        # A role before a name (القاضي | عياض), unless it is an adjective (الأمم المتحدة | أندريه).
        adjective = word.article and not stream.opens[last] and stream.words[last - 1].article
        return not (last and adjective)
    if after.article:
        # An indefinite noun and a definite one behind it, its owner; or the next of several names.
        return word.noun or (word.given_name and word.article)
    servant = last > 0 and stream.words[last - 1].stem == _SERVANT  # عبد العزيز | بوتفليقة
    return (word.given_name or servant) and not (after.noun or after.time)
