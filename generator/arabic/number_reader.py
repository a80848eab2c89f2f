"""Reads a number of any length where it begins: ``خمسة وتسعين``, ``11 ألفا و500``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.clitics import skip_letters
from generator.arabic.numerals import figure_value, number_words
from generator.arabic.words import function_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.arabic.numerals import Kind
    from generator.arabic.tokens import Token

_FRACTIONS: Final = {"نصف": 0.5, "ربع": 0.25, "half": 0.5}
_PROCLITICS: Final = "وفبلك"
_LONGEST: Final = 14
"""Words; no number in a news text takes more."""


class NumberPhrase(NamedTuple):
    """A number as it stands in a text."""

    value: float
    start: int
    """Code point where it begins; a proclitic (``بخمسة``) is not part of it."""
    end: int
    next: int
    """Index of the first token after it."""
    scale: float
    """Its last scale word (``مليون`` gives a million), 1 where there is none."""
    in_figures: bool


class _Read(NamedTuple):
    value: float
    place: int
    """Index of the first word not read."""


def read_number(text: str, tokens: Sequence[Token], at: int) -> NumberPhrase | None:
    """Return the number that begins at token ``at`` of ``text``, in figures or in words.

    Words that only say "many" (``عشرات``, ``آلاف``) begin none. Units stand before tens, every
    step is joined by ``و`` (in English by nothing or ``and``), as both grammars count.
    """
    bare, clitic = _bare(tokens[at].folded)
    if not bare:
        return None
    if bare[0].isdigit() and not _is_scale(tokens, at + 1):
        # Most numbers are figures alone; the long way round would say the same.
        value = figure_value(bare, scaled=False)
        start, end, _ = tokens[at]
        start = skip_letters(text, start, clitic) if clitic else start
        return (
            None if value is None else NumberPhrase(value, start, end, at + 1, 1, in_figures=True)
        )
    run = [bare, *words_after(text, tokens, at)]
    number, scale = _fraction(run) or _whole(run)
    if not number.place:
        return None
    last = at + number.place - 1
    start = skip_letters(text, tokens[at].start, clitic) if clitic else tokens[at].start
    return NumberPhrase(
        number.value, start, tokens[last].end, last + 1, scale, in_figures=bare[0].isdigit()
    )


def _is_scale(tokens: Sequence[Token], at: int) -> bool:
    word = number_words().get(tokens[at].folded) if at < len(tokens) else None
    return word is not None and word.kind in ("scale", "scales")


def words_after(text: str, tokens: Sequence[Token], at: int) -> list[str]:
    """Return the folded words after token ``at`` that only blanks divide from it and each other."""
    words = []
    for here in range(at, min(at + _LONGEST, len(tokens)) - 1):
        gap = text[tokens[here].end : tokens[here + 1].start]
        if "\n" in gap or (gap and not gap.isspace()):
            break
        words.append(tokens[here + 1].folded)
    return words


def _bare(folded: str) -> tuple[str, int]:
    """Return a number's first word without its proclitics, and how many letters those take."""
    words = number_words()
    if folded[0].isdigit() or folded in words or folded in _FRACTIONS:
        return folded, 0
    if folded in function_words():
        return "", 0
    for cut in (1, 2):
        rest = folded[cut:]
        if folded[cut - 1 : cut] not in _PROCLITICS or not rest:
            break
        if rest in words or rest in _FRACTIONS:
            return rest, cut
    return "", 0


def _fraction(run: list[str]) -> tuple[_Read, float] | None:
    """Read ``نصف مليون``, ``half a million``."""
    if run[0] not in _FRACTIONS:
        return None
    scale = _word(run, 2 if run[1:2] == ["a"] else 1, "scale")
    if scale is None:
        return _Read(0, 0), 1
    return _Read(_FRACTIONS[run[0]] * scale.value, scale.place), scale.value


def _whole(run: list[str]) -> tuple[_Read, float]:
    """Read parts of falling weight: ``مليونين`` + ``ومئتي ألف`` + ``وخمسة``."""
    total, place, last = 0.0, 0, 0.0
    while True:
        part, weight = _part(run, place)
        if part is None or (last and part.value >= last):
            break
        total, place, last = total + part.value, part.place, weight
        if weight == 1:
            return _Read(total, place), _scale_of(total, run[:place])
    if last > 1 and place < len(run) and run[place][0] == "و" and run[place][1:] in _FRACTIONS:
        total += _FRACTIONS[run[place][1:]] * last
        repeated = place + 1 < len(run) and run[place + 1].removeprefix("ال") in number_words()
        place += 2 if repeated else 1
    return _Read(total, place), last or 1


def _scale_of(total: float, run: list[str]) -> float:
    """Return the value of the last scale word of a number that ends in a part without one."""
    words = number_words()
    scales = (words[word] for word in reversed(run) if word in words)
    last = next((word for word in scales if word.kind in ("scale", "scales", "pair")), None)
    if last is None or last.value > total:
        return 1.0
    return last.value / 2 if last.kind == "pair" else float(last.value)


def _part(run: list[str], place: int) -> tuple[_Read | None, float]:
    """Read a number below a thousand, or a figure, and the scale words that multiply it."""
    joined = place > 0
    few = _figure(run, place, joined=joined) or _below_thousand(run, place, joined=joined)
    weight = 1.0
    if few is None:
        pair = _word(run, place, "pair", joined=joined) or _bare_pair(run, place)
        few = pair or _word(run, place, "scale", joined=joined)
        if few is None:
            return None, 1
        weight = few.value / 2 if pair else few.value
    while scale := _word(run, few.place, "scale", "scales"):
        weight = scale.value
        few = _Read(few.value * weight, scale.place)
    return few, weight


def _bare_pair(run: list[str], place: int) -> _Read | None:
    """Read ``مليونا يورو``: without a number before it and with a noun behind, it is two."""
    scale = _word(run, place, "scale") if not place and run[0].endswith("ا") else None
    if scale is None or len(run) < 2 or run[1][0] == "و" or run[1] in number_words():
        return None
    return _Read(2 * scale.value, scale.place)


def _figure(run: list[str], place: int, *, joined: bool) -> _Read | None:
    if joined:
        if run[place : place + 1] != ["و"]:
            return None
        place += 1
    if place >= len(run) or not run[place][0].isdigit():
        return None
    scaled = _word(run, place + 1, "scale", "scales") is not None
    value = figure_value(run[place], scaled=scaled)
    return None if value is None else _Read(value, place + 1)


def _below_thousand(run: list[str], place: int, *, joined: bool) -> _Read | None:
    hundreds = _word(run, place, "hundred", "hundreds", joined=joined)
    if hundreds is None:
        few = _word(run, place, "one", joined=joined)
        hundred = few and _word(run, few.place, "hundred")
        if not few or not hundred:
            return _below_hundred(run, place, joined=joined)
        hundreds = _Read(few.value * 100, hundred.place)
    rest = _below_hundred(run, hundreds.place, joined=True)
    return _Read(hundreds.value + rest.value, rest.place) if rest else hundreds


def _below_hundred(run: list[str], place: int, *, joined: bool) -> _Read | None:
    first = _word(run, place, "ten", "teen", "tens", joined=joined)
    if first:
        one = _word(run, first.place, "one") if first.value >= 20 else None
        return _Read(first.value + one.value, one.place) if one else first
    first = _word(run, place, "one", joined=joined)
    if first is None:
        return None
    more = _word(run, first.place, "ten") or _word(run, first.place, "tens", joined=True)
    return _Read(first.value + more.value, more.place) if more else first


def _word(run: list[str], place: int, *kinds: Kind, joined: bool = False) -> _Read | None:
    """Read one number word of the given kinds, ``joined`` to what stands before it or not."""
    if place >= len(run):
        return None
    word, after = run[place], place + 1
    if joined and word in ("و", "and") and after < len(run):
        word, after = run[after], after + 1
    elif joined and word[0] == "و" and len(word) > 1:
        word = word[1:]
    elif joined and not word.isascii():
        return None
    found = number_words().get(word)
    return _Read(found.value, after) if found and found.kind in kinds else None
