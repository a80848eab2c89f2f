"""Sentences and subheads of an article's paragraphs, Arabic and English.

A sentence ends with ``.``, ``!``, ``?`` or ``؟``, or where its paragraph does. The Arabic comma
and semicolon never end one, nor do dots of omission. What stands between quotation marks or
brackets that close within the paragraph is never divided.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from generator.arabic.enclosed import enclosed_spans
from generator.arabic.full_stop import full_stop_ends
from generator.findings import Sentence
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIGNS: Final = re.compile("([.!?؟…]+)([\"'’»”›″)\\]]*)")
_WORD: Final = re.compile(r"\w")
_SPACE: Final = re.compile(r"\s*")
_FRAME: Final = " \t\u00a0\"'«»“”„‟()[]-–—*"
_LIST_ITEM: Final = re.compile(r"[•●▪■◾◆►▶▸*·✔]|[-–—]|[\d٠-٩]{1,2}\s?[.)-]")
_DASHED: Final = re.compile(r"[-–—*].*[-–—*]", re.DOTALL)

SUBHEAD_WORDS: Final = 12
SUBHEAD_LENGTH: Final = 90
"""Longest subhead, in words and code points."""
_FEWEST_UNDER_SUBHEAD: Final = 8
"""Fewest words of the paragraph that a subhead announces."""


def split_sentences(text: str, body: Sequence[Span]) -> tuple[Sentence, ...]:
    """Return the sentences and subheads of the paragraphs ``body`` of ``text``, in order.

    Every character of the body that shows something belongs to exactly one of them; blanks around
    a sentence do not belong to it.
    """
    sentences: list[Sentence] = []
    for number, given in enumerate(body):
        paragraph = _trimmed(text, given)
        following = body[number + 1] if number + 1 < len(body) else None
        if _is_subhead(text, paragraph, following):
            sentences.append(Sentence(paragraph, "subhead", number))
        else:
            sentences += (
                Sentence(span, "sentence", number) for span in _sentences(text, paragraph)
            )
    return tuple(sentences)


def _trimmed(text: str, span: Span) -> Span:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    return Span(start, start + len(content.strip()))


def _is_subhead(text: str, paragraph: Span, following: Span | None) -> bool:
    """Whether a paragraph is a few words without an end sign that announce the next one."""
    if following is None or paragraph.end - paragraph.start > SUBHEAD_LENGTH:
        return False
    content = paragraph.of(text)
    words = len(content.split())
    under = len(following.of(text)[: 2 * SUBHEAD_LENGTH].split())
    framed = _DASHED.fullmatch(content) is not None
    return (
        words <= SUBHEAD_WORDS
        and under >= max(_FEWEST_UNDER_SUBHEAD, words + 1)
        and content.rstrip(_FRAME)[-1:] not in tuple(".!?؟…:،؛")
        and (framed or not _LIST_ITEM.match(content))
    )


def _sentences(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of one paragraph."""
    found: list[Span] = []
    start = paragraph.start
    for end in (*_ends(text, paragraph), paragraph.end):
        if _WORD.search(text, start, end):
            found.append(Span(start, end))
        elif found:
            # Signs without a word belong to the sentence before them.
            found[-1] = Span(found[-1].start, max(found[-1].end, end))
        elif end == paragraph.end:
            found.append(Span(start, end))
        else:
            continue
        start = _next(text, end)
    return found


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    """Yield where the sentences of a paragraph end, but for the last."""
    enclosed = enclosed_spans(text, paragraph)
    starts = [span.start for span in enclosed]
    begun = paragraph.start
    for match in _SIGNS.finditer(text, paragraph.start, paragraph.end):
        around = enclosed[i] if (i := bisect_right(starts, match.start()) - 1) >= 0 else None
        inside = around is not None and match.start() < around.end
        if match.end() >= paragraph.end or (inside and around and match.end() < around.end):
            continue
        if _is_end(text, match, begun, inside=inside):
            yield match.end()
            begun = _next(text, match.end())


def _is_end(text: str, match: re.Match[str], begun: int, *, inside: bool) -> bool:
    signs, after = match.group(1), text[match.end()]
    if any(sign in "!?؟" for sign in signs):
        # After a question that is quoted, the sentence that quotes it mostly goes on.
        following = text[_next(text, match.end())]
        return after.isspace() and (not inside or following == "و" or following.isupper())
    return signs == "." and full_stop_ends(text, begun, match.start(), match.end())


def _next(text: str, end: int) -> int:
    match = _SPACE.match(text, end)
    return match.end() if match else end
