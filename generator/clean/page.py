"""A text seen as lines, as the cleaning rules read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold_text
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.findings import CutKind

_BREAKS: Final = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x9f"
_INVISIBLE: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_LINE: Final = re.compile(f"[^{_BREAKS}]+")
_BREAK: Final = re.compile(f"\r\n|[{_BREAKS}]")
BLANK: Final = re.compile(rf"[\s{_CONTROLS}{_INVISIBLE}]")
"""A character that shows nothing: white space, control, zero width, bidi."""

_KEY_LENGTH: Final = 160
_LOOKED_AT: Final = 400
"""Longest line, in code points, whose words are counted; a longer one is running text."""
DECOR: Final = " \t\"'«»“”„‟‹›()[]{}*•●▪■◾◆►▶▸→←|_~=+.,،؛;:…-–—#؟?!/\\<>·✔✅🔴🔵📌👇👈⬇"
_SPACES: Final = re.compile(r"\s+")
_BULLET: Final = re.compile(r"[•●▪■◾◆►▶▸*·✔✅]|[-–—]\s|\d{1,2}\s?[.)-]\s|#(?!\w)")

_STOP: Final = re.compile(r"[^\W\d_]{3}[\"”»)]?\.\s+\w")

HEADLINE_WORDS: Final = 25
HEADLINE_LENGTH: Final = 170
"""Longest line, in words and code points, that can be a headline or a link to another article."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that shows something, without the blanks around it."""

    index: int
    """Place among the lines of the page, from 0."""
    span: Span
    key: str
    """Matching form of its beginning: folded, single spaces, no bullets, quotes or end signs."""
    words: int
    """Number of pieces between white space; the largest number looked at for long lines."""
    sign: str
    """The sign it ends with outside closing quotes and brackets, else empty."""
    stops: bool
    """Whether a sentence ends in its midst."""
    bullet: bool
    bracketed: bool
    """Whether one pair of brackets or quotation marks encloses all of it."""
    gap: bool
    """Whether a blank line stands before it."""

    is_short: bool
    """Whether it is short enough to be a headline, a link or furniture."""
    is_paragraph: bool
    """Whether it reads as running text rather than as a headline or furniture."""

    @property
    def is_link(self) -> bool:
        """Whether it may be a headline that links to another article."""
        return self.is_short and (self.bullet or (self.words >= 4 and self.sign not in (".", "،")))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is no part of the article."""

    name: str
    """Stable slug, shown with the cut."""
    kind: CutKind


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text, and which rule has taken which so far."""

    text: str
    lines: tuple[Line, ...]
    taken: Sequence[Reason | None]
    """For each line the rule that cut it; rules read it, only the engine writes it."""

    def kept(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines from index ``start`` on that no rule has taken."""
        for index in range(start, len(self.lines)):
            if self.taken[index] is None:
                yield self.lines[index]

    def next_kept(self, line: Line) -> Line | None:
        """Return the next line that no rule has taken."""
        return next(self.kept(line.index + 1), None)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the part of ``text[start:end]`` without the blanks at both ends."""
    while end > start and BLANK.match(text[end - 1]):
        end -= 1
    while start < end and BLANK.match(text[start]):
        start += 1
    return Span(start, end)


def matching_form(text: str) -> str:
    """Return the folded form of a line or phrase, with single spaces and without decoration."""
    # Lines differ from article to article: they must not fill the cache that words live in.
    return _SPACES.sub(" ", fold_text(text)).strip(DECOR)


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that show something; every line break Unicode knows counts."""
    index = 0
    last_end = 0
    for match in _LINE.finditer(text):
        span = trimmed(text, match.start(), match.end())
        if span.start == span.end:
            continue
        breaks = len(_BREAK.findall(text, last_end, span.start))
        yield _line(span.of(text), span, index, gap=index > 0 and breaks > 1)
        index, last_end = index + 1, span.end


def _line(content: str, span: Span, index: int, *, gap: bool) -> Line:
    words = len(content.split()) if len(content) <= _LOOKED_AT else _LOOKED_AT
    sign = _sign(content[-12:].rstrip("\"'«»“”„‟‹›)]} "))
    stops = len(content) <= _LOOKED_AT and _STOP.search(content) is not None
    is_short = words <= HEADLINE_WORDS and len(content) <= HEADLINE_LENGTH
    return Line(
        index=index,
        span=span,
        key=matching_form(content[:_KEY_LENGTH]),
        words=words,
        sign=sign,
        stops=stops,
        bullet=_BULLET.match(content) is not None,
        bracketed=content[0] + content[-1] in ("()", "[]", "{}", "«»", "“”", '""'),
        gap=gap,
        is_short=is_short,
        is_paragraph=not is_short or (words >= 7 and (sign in (".", "،", "؛") or stops)),
    )


def _sign(tail: str) -> str:
    if tail.endswith(".."):
        return "…"
    return tail[-1] if tail and tail[-1] in ".!?؟…،؛:" else ""
