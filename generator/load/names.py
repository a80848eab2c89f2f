"""What may be a name: it is looked for in every article, so it must be a name and nothing else."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.tokens import tokenise
from generator.arabic.words import function_words
from generator.load.limits import or_raise
from generator.load.refused import Located, Report, quoted

if TYPE_CHECKING:
    from generator.load.limits import Limits
    from generator.load.schema import Fields

_SIGNS: Final = frozenset(" .,'’‘\"“”«»&()/+-‐‑–—:!·،٫٬#%°@…\u200c\u200d")
"""What names may hold besides letters, marks and digits: ``AT&T``, ``5+1``, ``أف-35``."""
_MARKUP: Final = frozenset("<>")
_PATTERN: Final = frozenset("\\*?[]{}|^$")
_HIDDEN: Final = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])

_ENGLISH_WORDS: Final = """
a an the this that these those and or but nor so yet if then than as at by for from in into of off
on onto out over to up with without within about after again against all also any are be been being
before between both can could did do does down during each few had has have he her here hers him his
how i is it its just may me might more most must my no not now one only other our own she should
some such their them there they through too two under until very was we were what when where which
while who whom why will would you your new said says say
"""
_GRAMMAR: Final = frozenset(_ENGLISH_WORDS.split()) | function_words()


def same_name(text: str) -> str:
    """Return the form in which two spellings of one name are equal."""
    return fold(" ".join(text.split()))


def check_names(
    report: Report, names: tuple[Located, ...], what: str, limits: Limits
) -> tuple[Located, ...]:
    """Return the names that can be looked for, with single spaces; report the others.

    ``what`` says what they are: ``alias``, ``name``, ``signature``.
    """
    sound = []
    for name in names:
        text = name.text.strip()
        if fault := _fault(text, limits):
            message, remedy = fault
            report.error(name.line, f"The {what} {quoted(text)} {message}", remedy)
        else:
            sound.append(Located(" ".join(text.split()), name.line))
    return tuple(sound)


def read_name(fields: Fields) -> tuple[Located, ...]:
    """Return the Arabic and the English name under the key ``name``, both of which must be given.

    Empty where something is wrong with them.
    """
    fields.require("name", "name: {ar: …, en: …}")
    both = fields.mapping("name", ("ar", "en"))
    if both is None:
        return ()
    found: list[Located] = []
    for language in ("ar", "en"):
        both.require(language, f"{language}: …")
        name = both.exact_text(language)
        found += check_names(fields.report, (name,) if name else (), "name", fields.limits)
    return tuple(found) if len(found) == 2 else ()


def _fault(text: str, limits: Limits) -> tuple[str, str] | None:
    """Return what is wrong with a name and what to do, None where nothing is."""
    if len(text) > limits.alias_length:
        return (
            f"is {len(text):,} characters long, over {limits.alias_length:,}",
            f"Shorten it, {or_raise('alias_length')}",
        )
    wrong = next((char for char in text if not _may_stand(char)), None)
    if wrong is not None:
        return _wrong_sign(wrong)
    folded = fold(text)
    size = sum(char.isalnum() for char in folded)
    if size == 0:
        return "holds no letter", "Write the name, or delete the line"
    if size == 1:
        return "is a single letter, which would be found everywhere", "Write a longer form"
    if all(token.folded in _GRAMMAR for token in tokenise(text)):
        return "is only grammar, which would be found everywhere", "Write a longer form"
    return None


def _may_stand(char: str) -> bool:
    return char in _SIGNS or unicodedata.category(char)[0] in "LMN"


def _wrong_sign(char: str) -> tuple[str, str]:
    if unicodedata.category(char) in _HIDDEN:
        return f"holds the hidden character U+{ord(char):04X}", "Delete it, or type the name anew"
    if char in _MARKUP:
        return f"holds “{char}” as if it were markup", "Write the name as plain text"
    if char in _PATTERN:
        return f"holds “{char}” as if it were a pattern", "Write each spelling out"
    return f"holds the sign “{char}”, which no name has", "Leave the sign out"
