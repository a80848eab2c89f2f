"""Numbers with what they count: ``47 مادة``, ``135 مليار يورو``, ``خمسة وتسعين عاما``, ``5.2%``.

Quantities that only say "many" (``عشرات الآلاف من القوات``), numbers inside dates, and numbers
that label a thing rather than count (``المادة 5``, ``كوفيد-19``, ``الـ27``) are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.numbers import lexicon
from generator.analysis.numbers.unit import Unit, is_singular, unit_after
from generator.arabic.clitics import skip_letters
from generator.arabic.number_reader import NumberPhrase, read_number
from generator.findings import NumberMention
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.document import Document
    from generator.arabic.tokens import Token
    from generator.findings import DateMention

__all__ = ["find_numbers"]

_FIGURES: Final = frozenset("0123456789")
_JOINING: Final = frozenset(["و", "الي", "او", "to", "and", "or"])
_GLUE: Final = frozenset("-–/+:.@#_")
_THOUSAND: Final = 1000
_PLURAL: Final = "ات"
_BETWEEN: Final = "بين"
_TAKES_PLURAL: Final = range(3, 10)
_LIKE_A_YEAR: Final = range(1500, 2101)
_LONGEST_PROCLITIC: Final = 2
"""Letters that may stand right before figures without a name: ``و50``, ``وب20``."""
_LONGEST_WITHOUT_UNIT: Final = 8
"""Digits; longer is a telephone number or a code."""


def find_numbers(document: Document, dates: Sequence[DateMention]) -> tuple[NumberMention, ...]:
    """Return the numbers of title and body in text order, never overlapping.

    A span covers the number and its unit; the unit is what the text says, letter by letter.
    """
    spans = [mention.span for mention in dates]
    found: list[NumberMention] = []
    for tokens in document.word_runs():
        found += _find(document.text, tokens, spans)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _find(text: str, tokens: Sequence[Token], dates: Sequence[Span]) -> list[NumberMention]:
    found: list[NumberMention] = []
    openings, pairs = lexicon.openings(), lexicon.pairs()
    at, date, label = 0, 0, -1
    while at < len(tokens):
        start, _, folded = tokens[at]
        if folded[0] not in _FIGURES and folded not in openings and folded not in pairs:
            at += 1
            continue
        while date < len(dates) and dates[date].end <= start:
            date += 1
        if date < len(dates) and dates[date].start < tokens[at].end:
            at += 1
            continue
        chained = at - label <= 1 and tokens[at - 1].folded == "و"
        if folded[0] in _FIGURES and (chained or _is_label(text, tokens, at)):
            label = at = at + 1
            continue
        mention, after = _read(text, tokens, at, found[-1].span.end if found else 0)
        into_date = date < len(dates) and mention and dates[date].start < mention.span.end
        if mention and not into_date:
            found.append(mention)
        at = at + 1 if into_date else max(after, at + 1)
    return found


def _read(
    text: str, tokens: Sequence[Token], at: int, taken: int
) -> tuple[NumberMention | None, int]:
    """Return the number that begins at token ``at`` and the index of the token behind it.

    ``taken``: the code point up to which the text belongs to the number before.
    """
    if tokens[at].folded in lexicon.pairs():
        return _pair(text, tokens, at)
    number = read_number(text, tokens, at)
    before = tokens[at - 1].folded if at else ""
    if number is None or (number.value == 10 and _among(before, lexicon.ORDINALS)):
        return None, at + 1
    number = _with_decimals(text, tokens, number)
    unit = unit_after(text, tokens, number.next, number.end, words=not number.in_figures)
    if unit and not number.in_figures and _is_his(text, unit):
        one_of_many = number.value == _THOUSAND or _among(tokens[at].folded, lexicon.FRACTIONS)
        if one_of_many and number.next == at + 1:
            return None, number.next
    bare = number.value == _THOUSAND and number.next == at + 1 and not number.in_figures
    if unit and bare and _is_no_thousand(text, tokens, at, unit):
        return None, number.next
    decimal = "." in text[number.start : number.end] or "،" in text[number.start : number.end]
    takes_plural = number.value in _TAKES_PLURAL and not decimal
    if unit and takes_plural and is_singular(text[unit.start : unit.end]):
        unit = None
    value, after = number.value, number.next
    if unit is None:
        value, unit = _shared(text, tokens, number)
        if unit:
            return NumberMention(
                Span(number.start, number.end), value, text[unit.start : unit.end]
            ), number.next
    if unit is None:
        unit = _currency_before(text, number, taken)
    if not _counts(number, before, unit):
        return None, number.next
    if unit is None:
        return NumberMention(Span(number.start, number.end), value, None), after
    value, end, after = _with_half(text, tokens, value, unit, number)
    span = Span(min(number.start, unit.start), max(number.end, end))
    return NumberMention(span, value, text[unit.start : unit.end]), after


def _is_his(text: str, unit: Unit) -> bool:
    """Whether a noun belongs to somebody.

    ``ألف كتابه`` is no thousand, but wrote his book; ``خمس احتياجها`` is a fifth of what it needs.
    """
    return text[unit.start : unit.end].endswith("ها") or (text[unit.end - 1] == "ه" and "ة" in text)


def _is_no_thousand(text: str, tokens: Sequence[Token], at: int, unit: Unit) -> bool:
    """Whether ``ألف`` is a wish, a way of speaking, or a verb before what somebody wrote.

    ``ألف مبروك``; ``ألف ليلة وليلة``; ``الذي ألف رواية``; ``ألف مسرحيات`` and ``ألف كتابا``: a
    noun behind a thousand is singular and no object.
    """
    noun = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if noun in lexicon.WISHES or (at and tokens[at - 1].folded in lexicon.BEFORE_VERBS):
        return True
    counted = text[unit.start : unit.end]
    if counted.endswith(_PLURAL) or is_singular(counted):
        return True
    behind = [token.folded for token in tokens[at + 2 : at + 4]]
    return behind[:1] == ["و" + noun] or behind == ["و", noun]


def _among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of ``words``, bare or with a one-letter proclitic."""
    return any(form in words for form in (word, word[1:], "ا" + word[1:]))


def _is_label(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether figures name or order a thing: ``المادة 5``, ``كوفيد-19``, ``ميدي1``, ``[3]``."""
    start, end, _ = tokens[at]
    if at and tokens[at - 1].end == start and start - tokens[at - 1].start > _LONGEST_PROCLITIC:
        return True
    before = text[start - 1] if start else "\n"
    behind = text[end : end + 2]
    if before in _GLUE:
        ranged = before in "-–" and start > 1 and text[start - 2].isdecimal()
        return not ranged or unit_after(text, tokens, at + 1, end, words=False) is None
    if (
        behind[:1] in ("+", ":", "/")
        or behind == " +"
        or (behind[:1] in _GLUE and behind[1:].isalpha())
    ):
        return True
    if behind[:1] in ("-", "–", ".", ")") and before in "\n•" and end - start < 3:
        return True
    if before in "[(" and behind[:1] in ("]", ")"):
        return True
    word = tokens[at - 1].folded if at else ""
    if text[tokens[at - 1].end : start] not in (" ", "", "ـ", " (", "\u00a0"):
        return False
    product = word.isascii() and word not in lexicon.ENGLISH_GRAMMAR and text[0] > "\u0600"
    return _among(word, lexicon.LABELS) or (product and word[:1].isalpha())


def _with_decimals(text: str, tokens: Sequence[Token], number: NumberPhrase) -> NumberPhrase:
    """Read ``2،12``, where an Arabic comma without a blank marks decimals; two make a list."""
    at = number.next
    joined = text[number.end : number.end + 1] == "،" and at < len(tokens)
    if not joined or tokens[at].start != number.end + 1 or not tokens[at].folded.isdecimal():
        return number
    end = tokens[at].end
    if text[end : end + 1] == "،" and text[end + 1 : end + 2].isdecimal():
        return number
    value = float(f"{number.value:.0f}.{tokens[at].folded}")
    return number._replace(value=value, end=end, next=at + 1)


def _counts(number: NumberPhrase, before: str, unit: Unit | None) -> bool:
    """Whether a number tells the reader how many; without a unit the word before must say so."""
    if unit:
        return number.in_figures or number.value != 1
    if number.scale > 1 and number.value != number.scale:
        return True
    digits = number.end - number.start
    like_a_year = digits == 4 and _LIKE_A_YEAR.start <= number.value < _LIKE_A_YEAR.stop
    if number.value <= 2 or like_a_year or (digits > _LONGEST_WITHOUT_UNIT and number.in_figures):
        return False
    return before in lexicon.QUANTITY_CUES


def _shared(text: str, tokens: Sequence[Token], number: NumberPhrase) -> tuple[float, Unit | None]:
    """Read what ``20`` counts in ``بين 20 و50 مليون إصابة`` and ``20-30 شخصا``."""
    here = number.next
    if here >= len(tokens):
        return number.value, None
    gap = text[number.end : tokens[here].start].strip(" ")
    joined = tokens[here].folded in _JOINING
    here += joined
    glued = here < len(tokens) and tokens[here].folded[0] == "و"
    if here >= len(tokens) or gap not in ("", "-", "–") or not (gap or joined or glued):
        return number.value, None
    other = read_number(text, tokens, here)
    if other is None or other.value <= number.value:
        return number.value, None
    unit = unit_after(text, tokens, other.next, other.end, words=False)
    return number.value * (other.scale if number.scale == 1 else 1), unit


def _currency_before(text: str, number: NumberPhrase, taken: int) -> Unit | None:
    at = number.start - 1
    if at > 0 and text[at] == " ":
        at -= 1
    if at >= taken and text[at] in lexicon.CURRENCY_SIGNS:
        return Unit(at, at + 1, number.next)
    return None


def _with_half(
    text: str, tokens: Sequence[Token], value: float, unit: Unit, number: NumberPhrase
) -> tuple[float, int, int]:
    """Add the half of ``أربع ساعات ونصف ساعة`` and ``عامين ونصف العام``."""
    at = unit.next
    if at >= len(tokens) or tokens[at].folded not in lexicon.HALVES or number.scale > 1:
        return value, unit.end, unit.next
    if text[unit.end : tokens[at].start] != " ":
        return value, unit.end, unit.next
    end, after = tokens[at].end, at + 1
    if after < len(tokens) and text[end : tokens[after].start] == " ":
        word = tokens[after].folded
        if word.removeprefix("ال")[:2] == tokens[unit.next - 1].folded[:2]:
            end, after = tokens[after].end, after + 1
    return value + 0.5, end, after


def _pair(text: str, tokens: Sequence[Token], at: int) -> tuple[NumberMention | None, int]:
    """Read ``عامين``: two of what it names; ``بين دولتين`` says between whom, not how many."""
    token = tokens[at]
    if any(word.folded == _BETWEEN for word in tokens[max(0, at - 2) : at]):
        ranged = at + 1 < len(tokens) and read_number(text, tokens, at + 1)
        if not ranged:
            return None, at + 1
    start = skip_letters(text, token.start, lexicon.pairs()[token.folded])
    unit = Unit(start, token.end, at + 1)
    number = NumberPhrase(2, start, start, at, 1, in_figures=False)
    value, end, after = _with_half(text, tokens, 2, unit, number)
    return NumberMention(Span(start, end), value, text[start : token.end]), after
