"""Time expressions as read, before they are resolved, and the text they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.arabic.clitics import skip_letters
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.dates.lexicon import Side, Unit
    from generator.arabic.calendar import Calendar
    from generator.arabic.tokens import Token
    from generator.model import Language

_WIDEST_GAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One time expression. ``first`` and ``next`` are token indexes, half open like the span."""

    span: Span
    first: int
    next: int
    calendar: Calendar = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    side: Side = ""
    """Of the whole: ``يناير الماضي``, ``الثلاثاء المقبل``, ``الأسبوع الماضي``."""
    year_from: Side | Literal["named"] = ""
    """``من العام الماضي``; ``named``: the year that the text named before."""
    unit: Unit | None = None
    """A day, week, month or year counted from the publication date by ``amount``."""
    amount: int = 0
    in_name: bool = False
    """``ثورة 25 يناير``, ``اتفاق الجمعة``: nothing in the expression says which."""
    unclear: bool = False
    """``03/04/2024`` in English: day and month can't be told apart."""
    year_calendar: Calendar | None = None
    """Where it is not the month's own: ``رمضان 2024``."""


class Scan(NamedTuple):
    """The words of a title or a body."""

    text: str
    tokens: Sequence[Token]
    language: Language

    def word(self, at: int) -> str:
        """Return the folded word at an index, empty beyond either end."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def near(self, at: int, signs: str = "") -> bool:
        """Whether only blanks and ``signs`` stand between token ``at`` and the one before it."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        if gap == " ":
            return True
        return len(gap) <= _WIDEST_GAP and "\n" not in gap and not gap.strip(" \t\u00a0" + signs)

    def span(self, first: int, after: int, cut: int = 0) -> Span:
        """Return the span of tokens ``first`` to ``after`` without ``cut`` proclitic letters."""
        start = self.tokens[first].start
        if cut:
            start = skip_letters(self.text, start, cut)
        return Span(start, self.tokens[after - 1].end)

    def closed(self, span: Span) -> Span:
        """Return a span with the bracket behind it, where it was opened inside."""
        inside = span.of(self.text)
        closes = self.text[span.end : span.end + 1] == ")"
        return Span(span.start, span.end + (closes and inside.count("(") > inside.count(")")))

    def number(self, at: int, shortest: int, longest: int) -> int | None:
        """Return the whole number at an index if it has that many digits."""
        word = self.word(at)
        return int(word) if shortest <= len(word) <= longest and word.isdecimal() else None


def bare(scan: Scan, at: int) -> str:
    """Return the folded word at an index without the conjunction it may carry."""
    word = scan.word(at)
    return word[1:] if len(word) > 2 and word[0] in "وف" else word
