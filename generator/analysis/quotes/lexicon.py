"""The words of reported speech, from the lists in ``generator/arabic/data``; all folded."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from generator.arabic import words as arabic_words
from generator.arabic.fold import fold
from generator.arabic.words import with_conjunctions, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["say", "act", "go", "tell", "cite", "who", "deny"]
"""What ``speech_verbs.txt`` says about each."""
Gender = Literal["m", "f", "p"]


def folded_words(words: str) -> frozenset[str]:
    """Return the folded words of a line."""
    return frozenset(fold(word) for word in words.split())


COMPLEMENTISERS: Final = folded_words(
    "إن أن بأن إنه أنه بأنه إنها أنها بأنها إنهم أنهم بأنهم إنهما أنهما إننا أننا بأننا إنني أنني"
    " بأنني إني أني فإن وأن وإن وبأن وأنه وأنها وإنه وإنها وبأنه وبأنها فإنه فإنها فإنهم"
)
"""Behind them stands what is said, unless :data:`TIMERS` stand before them."""
TIMERS: Final = folded_words("بعد قبل منذ دون بدون رغم حتى إلا غير لولا بمجرد")
NEGATIONS: Final = folded_words("لم لن لا ولم ولن ولا فلم فلن دون بدون أو ليس إذا لو كلما")
"""Behind them a verb does not say that somebody speaks."""
PREPOSITIONS: Final = with_conjunctions(folded_words("من في على إلى عن بين مع منذ حول بعد قبل"))
"""Directly behind one of them no verb stands: ``من أبرز``, ``بين``."""
RELATIVES: Final = folded_words("الذي التي الذين اللذان اللذين اللتان والذي والتي")
ACCORDING: Final = folded_words(
    "بحسب حسب وفق وفقا طبقا حسبما وفقما وبحسب وحسب ووفق ووفقا وطبقا وحسبما"
)
"""``بحسب فلان``, ``وفقا لفلان``, ``حسبما ذكر فلان``."""
EXTENT: Final = folded_words("قول تعبير وصف زعم رأي")
"""``على حد قول فلان``."""
SAME: Final = folded_words("ذاته ذاتها نفسه نفسها عينه عينها")
"""``المتحدث ذاته``: the one who spoke before."""


WITH_AND: Final = frozenset("و" + word for word in ACCORDING) & ACCORDING
"""Those of :data:`ACCORDING` that begin with a conjunction."""


class SpeechWord(NamedTuple):
    """What a form of a speech verb tells."""

    kind: Kind
    gender: Gender
    conjunction: bool
    """Whether ``و`` or ``ف`` is written before it: then it begins a clause of its own."""


@cache
def speech_words() -> Mapping[str, SpeechWord]:
    """Return every form of ``speech_verbs.txt`` with and without what may be glued to it.

    The kind that the list gives first wins for a form of several kinds.
    """
    found: dict[str, SpeechWord] = {}
    own = word_list("own_first_letter")
    text = (files(arabic_words.__package__) / "data" / "speech_verbs.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, *columns = (part.strip() for part in line.split("|"))
        for gender, column in zip(("m", "f", "p"), columns, strict=False):
            for form in column.split():
                for prefix in ("", "س", "و", "ف", "وس", "فس"):
                    glued = prefix[:1] in ("و", "ف")
                    word = SpeechWord(cast("Kind", kind), cast("Gender", gender), glued)
                    # ورد is mostly "was mentioned", not و + رد.
                    if not glued or prefix + fold(form) not in own:
                        found.setdefault(prefix + fold(form), word)
    return found


@cache
def triggers() -> frozenset[str]:
    """Return every word that may begin a reporting frame."""
    return ACCORDING | speech_words().keys()


@cache
def titles() -> frozenset[str]:
    """Return the nouns with which a speaker's title or name may begin, with their article."""
    return person_titles() | _with_article(
        word_list("speaking_bodies") | word_list("speaking_texts")
    )


@cache
def person_titles() -> frozenset[str]:
    """Return the nouns that begin the title of a person, with and without the article."""
    return _with_article(word_list("person_titles"))


@cache
def not_speakers() -> frozenset[str]:
    """Return the nouns that are said, not saying; a report or a statement may speak."""
    said = word_list("not_speakers") | word_list("occasions")
    return _with_article(said - word_list("speaking_texts"))


@cache
def occasions() -> frozenset[str]:
    """Return the nouns of where and how something is said, with and without the article."""
    return _with_article(word_list("occasions"))


@cache
def speaker_stops() -> frozenset[str]:
    """Return the words behind which nothing of a speaker's name or title comes any more."""
    return with_conjunctions(word_list("speaker_stops"))


@cache
def named_things() -> frozenset[str]:
    """Return the nouns that take a quoted name, with what may be written before them."""
    glued = ("", "ال", "لل", "ل", "ب", "بال", "و", "وال", "ك", "كال", "ول", "وب", "فال")
    return frozenset(prefix + noun for noun in word_list("named_things") for prefix in glued)


def _with_article(nouns: frozenset[str]) -> frozenset[str]:
    return nouns | {"ال" + noun for noun in nouns}
