"""Dates: where a text says when, and what that means seen from the day it was published.

``DateMention.why`` is one of these:

===================================  ==================================================
``explicit``                         the text gives the year
``explicit-hijri``                   a Hijri date, converted by the Umm al-Qura calendar
``hijri-equated``                    a Hijri date whose Gregorian equal stands beside it
``month-before-publication``         day or month without a year: the last one before
``month-after-publication``          … the next one
``month-of-publication``             … ``الجاري``
``month-nearest-publication``        … nothing says which: the nearest one
``year-from-context``                ``من العام نفسه``: the year that was named before
``year-from-weekday``                the one year in which that day is that weekday
``year-before-publication``          ``العام الماضي``; likewise ``-of-``, ``-after-``
``week-before-publication``          likewise; as exact as a week can be written, its month
``weekday-before-publication``       likewise; the tense of the clause decides
``weekday-from-context``             ``اتفاق الجمعة`` after ``يوم الجمعة``
``relative-day``                     ``أمس``, ``اليوم``, ``غدا``
``counted-from-publication``         ``قبل ثلاثة أيام``
===================================  ==================================================

and, without a date: ``unresolved-no-publication-date``, ``ambiguous``, ``part-of-name``
(``ثورة 25 يناير``), ``impossible-date`` (``31 فبراير 2024``), ``hijri-straddles-years``,
``hijri-out-of-range`` (the calendar is tabled from 1343 to 1500).
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final

from generator.analysis.dates.pieces import Piece, Scan
from generator.analysis.dates.resolve import Known, Resolved, resolve
from generator.analysis.dates.scan import find_pieces
from generator.arabic.language import language_of
from generator.arabic.tokens import tokenise
from generator.findings import DateMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.analysis.document import Document
    from generator.findings import Cut

__all__ = ["find_dates", "stated_publication_date"]

_REACH_OF_A_YEAR: Final = 5
"""Sentences after which ``ذلك العام`` no longer means a year that was named."""
_NOTHING_KNOWN: Final = Known(None, None, None, {})
_EQUATING: Final = frozenset(["الموافق", "للموافق", "الموافقه", "الموافقة"])


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Return the time expressions of title and body in text order, never overlapping.

    Times that the text does not date (``الستينيات``, ``قريبا``) and lengths of time are none.
    """
    found: list[DateMention] = []
    for tokens in document.word_runs():
        pieces = find_pieces(document.text, tokens, document.language)
        scan = Scan(document.text, tokens, document.language)
        found += _resolve_all(scan, pieces, document)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _resolve_all(scan: Scan, pieces: Sequence[Piece], document: Document) -> list[DateMention]:
    starts = [sentence.span.start for sentence in document.sentences]
    weekdays: dict[int, date] = {}
    year: int | None = None
    year_at = -2
    mentions = []
    for index, piece in enumerate(pieces):
        sentence = bisect_right(starts, piece.span.start)
        distance = sentence - year_at
        known = Known(
            document.published,
            year if distance <= 1 else None,
            year if distance <= _REACH_OF_A_YEAR else None,
            weekdays,
        )
        resolved = resolve(scan, piece, known)
        if piece.calendar == "hijri" and piece.day:
            resolved = _equated(scan, piece, pieces[index + 1 : index + 2]) or resolved
        if piece.year and piece.calendar == "gregorian":
            year, year_at = piece.year, sentence
        mentions.append(DateMention(piece.span, *resolved))
    return mentions


def _equated(scan: Scan, piece: Piece, following: Sequence[Piece]) -> Resolved | None:
    """Read a Hijri date through the Gregorian one beside it: ``14 رجب 1446 الموافق 14 يناير``."""
    if not following:
        return None
    other = following[0]
    at = piece.next + (scan.word(piece.next) in _EQUATING)
    beside = at == other.first and scan.near(at, "(/،-–")
    if not (beside and other.year and other.month and other.day and other.calendar == "gregorian"):
        return None
    iso, _ = resolve(scan, other, _NOTHING_KNOWN)
    return Resolved(iso, "hijri-equated") if iso else None


def stated_publication_date(text: str, cuts: Sequence[Cut]) -> date | None:
    """Return the date that the article's own date line gives, None where it has none.

    Only whole dates with their year count, and only in cuts of kind ``timestamp``.
    """
    for cut in cuts:
        if cut.kind != "timestamp":
            continue
        tokens = tuple(tokenise(text, *cut.span))
        language = language_of(cut.span.of(text))
        scan = Scan(text, tokens, language)
        for piece in find_pieces(text, tokens, language):
            resolved = resolve(scan, piece, _NOTHING_KNOWN)
            if piece.year and piece.day and resolved.iso:
                return date.fromisoformat(resolved.iso)
    return None
