"""The body of an override, cut at its second-level headings."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.arabic.fold import fold
from generator.load.refused import Report, quoted
from generator.load.suggest import closest
from generator.model import Language, OverrideSection, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt

HEADINGS: Final[dict[SectionKind, tuple[str, ...]]] = {
    "summary": ("Summary", "الملخص", "ملخص", "الخلاصة"),
    "key-facts": ("Key facts", "حقائق أساسية", "الحقائق الأساسية"),
    "translation": ("Translation", "الترجمة", "ترجمة"),
    "background": ("Background", "خلفية", "الخلفية"),
}
"""Headings that replace or fill a section of the page, in either language; the first of each
language is the one that scaffolds write. Case, vowel marks and a colon at the end do not count."""

_KNOWN: Final = {
    fold(heading): (kind, heading) for kind, headings in HEADINGS.items() for heading in headings
}
_COMMENT: Final = re.compile(r"\s*<!--")
_CLOSED: Final = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
"""Number signs at the end of a heading, which Markdown leaves out."""
_MARKED: Final = ("```", "~~~", "<", " ##", "\t##", ">##")
"""What can make a heading of something else, or stand before one."""


@cache
def _blocks() -> MarkdownIt:
    """Return what finds blocks as the page's renderer does, and nothing inside of lines."""
    # Imported only now: most builds need no parser.
    from markdown_it import MarkdownIt

    return MarkdownIt("js-default").disable("inline")


class Heading(NamedTuple):
    """A second-level heading."""

    text: str
    start: int
    """Its line in the body, from 0."""
    end: int


def heading_of(kind: SectionKind, language: Language) -> str:
    """Return the heading that scaffolds write for a known section."""
    return HEADINGS[kind][0 if language == "en" else 1]


def cut_sections(body: str, first_line: int, report: Report) -> tuple[OverrideSection, ...]:
    """Return the sections of ``body``, which begins in line ``first_line`` of its file.

    Only ``##`` headings of the document itself count, not those in a code fence, list or quote.
    HTML comments may stand before the first.
    """
    body = _without_leading_comments(body)
    lines = body.split("\n")
    headings = list(find_headings(body))
    _check_preface(lines[: headings[0].start if headings else None], first_line, report)
    sections: list[OverrideSection] = []
    seen: dict[SectionKind, int] = {}
    for heading, following in zip_longest(headings, headings[1:]):
        line = first_line + heading.start
        text = "\n".join(lines[heading.end : following.start if following else None]).strip("\n")
        if not text.strip():
            message = f"The section {quoted(heading.text)} is empty"
            report.error(line, message, "Write its text, or delete the heading")
        kind = _kind(heading.text, line, report)
        if kind != "note" and seen.setdefault(kind, line) != line:
            message = (
                f"The section {quoted(heading.text)} is there twice, first in line {seen[kind]}"
            )
            report.error(line, message, "Join the two")
        sections.append(OverrideSection(kind, heading.text, text, line))
    return tuple(sections)


def find_headings(body: str) -> Iterator[Heading]:
    """Yield the second-level headings of the document itself."""
    if any(sign in body for sign in _MARKED):
        yield from parse_headings(body)
        return
    # Nothing else can be meant by the sign then, and to see that takes no parser.
    body = f"\n{body}\n"
    at = body.find("\n##")
    line = body.count("\n", 0, at)
    while at >= 0:
        end = body.find("\n", at + 1)
        if body[at + 3] in " \t\n":
            text = _CLOSED.sub("", body[at + 3 : end]).strip()
            yield Heading(text, line, line + 1)
        following = body.find("\n##", end)
        line += body.count("\n", at, following)
        at = following


def parse_headings(body: str) -> Iterator[Heading]:
    """Yield the same, found by the parser that the pages are made with."""
    tokens = _blocks().parse(body)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.markup == "##" and not token.level and token.map:
            yield Heading(inline.content.strip(), *token.map)


def _kind(heading: str, line: int, report: Report) -> SectionKind:
    """Return the kind of section that a heading opens; warn of a slip of the pen."""
    folded = fold(" ".join(heading.split()).rstrip(":： ").rstrip())
    if not folded:
        report.error(line, "The heading is empty", "Write one, such as “## Summary”")
    if known := _KNOWN.get(folded):
        return known[0]
    if near := closest(folded, _KNOWN, cutoff=0.8):
        message = f"{quoted(heading)} is no known section, so it becomes a note"
        report.warning(line, message, f"Did you mean “{_KNOWN[near][1]}”?")
    return "note"


def _check_preface(lines: list[str], first_line: int, report: Report) -> None:
    """Report text that stands before the first heading."""
    line = next((n for n, line in enumerate(lines, first_line) if line.strip()), None)
    if line is not None:
        message = "The text before the first “##” heading belongs to no section"
        remedy = "Put it under a heading such as “## Summary” or “## الملخص”"
        report.error(line, message, remedy)


def _without_leading_comments(body: str) -> str:
    """Return ``body`` with the HTML comments that it begins with blanked, line by line."""
    at = 0
    while _COMMENT.match(body, at) and (end := body.find("-->", at)) >= 0:
        at = end + 3
    return "\n" * body.count("\n", 0, at) + body[at:]
