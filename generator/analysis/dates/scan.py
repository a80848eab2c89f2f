"""Finds time expressions in one walk over the words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.analysis.dates.days import read_today, read_tomorrow, read_weekday, read_yesterday
from generator.analysis.dates.figures import read_figures
from generator.analysis.dates.lexicon import triggers
from generator.analysis.dates.months import JOINING, read_month
from generator.analysis.dates.periods import read_ago, read_period
from generator.analysis.dates.pieces import Piece, Scan
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.analysis.dates.lexicon import Role
    from generator.arabic.tokens import Token
    from generator.model import Language

_READERS: Final[Mapping[Role, Callable[[Scan, int, int], list[Piece]]]] = {
    "weekday": read_weekday,
    "yesterday": read_yesterday,
    "tomorrow": read_tomorrow,
    "today": read_today,
    "period": read_period,
    "ago": read_ago,
}
_BETWEEN: Final = frozenset(["يوم", "في", "on", "من"])
_FIGURES: Final = frozenset("0123456789")


def find_pieces(text: str, tokens: Sequence[Token], language: Language) -> list[Piece]:
    """Return the time expressions of a title or a body, in text order, never overlapping."""
    scan = Scan(text, tokens, language)
    roles = triggers()
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        folded = tokens[at].folded
        if folded[0] in _FIGURES:
            found = read_figures(scan, at, pieces)
        elif folded in roles:
            role, cut = roles[folded]
            if role == "month":
                found = read_month(scan, at, cut, pieces)
            else:
                found = _READERS[role](scan, at, cut)
        else:
            at += 1
            continue
        for piece in found:
            _add(scan, pieces, piece)
        at = max(at + 1, found[-1].next) if found else at + 1
    for index in range(len(pieces) - 2, -1, -1):
        pieces[index] = _share(scan, pieces[index], pieces[index + 1])
    return pieces


def _share(scan: Scan, piece: Piece, after: Piece) -> Piece:
    """Give ``15 يناير`` its year in ``بين 15 يناير و3 فبراير 2016``."""
    undated = piece.month and not (piece.year or piece.side or piece.year_from)
    if not undated or not after.month or piece.calendar != after.calendar:
        return piece
    if not (after.year or after.side or after.year_from) or after.first - piece.next > 1:
        return piece
    if after.first > piece.next and scan.word(piece.next) not in JOINING:
        return piece
    if not scan.near(piece.next, "-–،"):
        return piece
    earlier = (piece.month or 0, piece.day or 0) <= (after.month, after.day or 31)
    year = after.year and after.year - (not earlier)
    return replace(piece, year=year, side=after.side, year_from=after.year_from, in_name=False)


def _add(scan: Scan, pieces: list[Piece], new: Piece) -> None:
    """Add a piece, or join it to the one before: ``أمس الخميس``, ``الثلاثاء 5 مايو``."""
    while pieces and pieces[-1].span.end > new.span.start:
        pieces.pop()
    last = pieces[-1] if pieces else None
    if last is None or not _belong_together(scan, last, new):
        pieces.append(new)
        return
    weekday = last.weekday if new.weekday is None else new.weekday
    kept = last if last.unit else new
    if new.day:
        kept = new
    span = scan.closed(Span(last.span.start, new.span.end))
    in_name = new.in_name and kept is new
    pieces[-1] = replace(
        kept, span=span, first=last.first, next=new.next, weekday=weekday, in_name=in_name
    )


def _belong_together(scan: Scan, last: Piece, new: Piece) -> bool:
    """Whether two expressions name one day."""
    on_weekday = last.weekday is not None and not last.month
    on_counted_day = last.unit == "day" and last.weekday is None and last.side == ""
    if not (on_weekday or on_counted_day):
        return False
    if new.month and new.next - new.first == 1:
        return False
    if not (new.day or (new.weekday is not None and on_counted_day and not new.month)):
        return False
    at = last.next
    while at < new.first and scan.word(at) in _BETWEEN and scan.near(at):
        at += 1
    return at == new.first and scan.near(at, "،,()")
