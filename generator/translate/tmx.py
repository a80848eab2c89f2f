"""The translation memory as TMX 1.4, the exchange format of translators' programs.

https://www.ttt.org/oscarStandards/tmx/tmx14.html

The file is never parsed as a whole: no DTD is read, no entity is known, and one damaged place costs
one entry. Each entry carries a digest of what it says; one that says something else is dropped and
named. A file with entries of another program is refused: what others have written is not what
editors have accepted here, and a file that is written over would be lost.
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from generator import __version__
from generator.errors import Problem
from generator.load.refused import Refused, quoted
from generator.load.slugs import is_slug
from generator.load.text import one_line
from generator.translate.memory import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ENTRIES: Final = 500_000
LONGEST_SEGMENT: Final = 20_000
"""Characters of one side of an entry."""
_VERSION: Final = "1.4"
_PROLOGUE: Final = ("<?xml", "<!DOCTYPE tmx")
_ROOT: Final = re.compile(r"<tmx\b[^<>]{0,200}?\bversion\s*=\s*[\"']([^\"'<>]{1,20})[\"']")
_ENTRY: Final = re.compile(r"<tu[\s>]")
_END: Final = "</tu>"
_ORPHAN: Final = re.compile(r"</?(?:tuv?|seg)\b")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_ARTICLE: Final = "x-article"
_DAMAGED: Final = "Take the file back from git, or drop the entry with `mujaz translate --remember`"


class Found(NamedTuple):
    """What a memory's file holds."""

    units: list[Unit]
    problems: list[Problem]
    """The entries that are not used, as warnings."""


def write_tmx(units: Iterable[Unit]) -> str:
    """Return the units as a file, by their Arabic; equal units give equal files."""
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="{_VERSION}">\n'
        f'<header creationtool="mujaz" creationtoolversion={quoteattr(__version__)} '
        'segtype="sentence" o-tmf="mujaz" adminlang="en" srclang="ar" datatype="plaintext"/>\n'
        "<body>\n"
    )
    return head + "".join(_entry(unit) for unit in sorted(set(units))) + "</body>\n</tmx>\n"


def _entry(unit: Unit) -> str:
    return (
        f'<tu tuid="{_digest(unit)}">\n<prop type="{_ARTICLE}">{escape(unit.article)}</prop>\n'
        f'<tuv xml:lang="ar"><seg>{escape(unit.ar)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>{escape(unit.en)}</seg></tuv>\n</tu>\n'
    )


def _digest(unit: Unit) -> str:
    return hashlib.sha256("\0".join(unit).encode()).hexdigest()[:16]


def read_tmx(data: bytes, path: str) -> Found:
    """Return the sound entries of a file, in its order, and what is wrong with the others.

    Raises :class:`Refused` where it is of another version, holds entries of another program, or is
    no translation memory at all.
    """
    # A flipped bit may leave bytes that are no UTF-8: they cost their own entry, no other.
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
    root = _ROOT.search(text[:10_000])
    if root and root[1] != _VERSION:
        what = f"This is TMX {quoted(root[1])}, and {_VERSION} is read"
        raise Refused(what, "Save it as TMX 1.4, or delete it")
    starts = [match.start() for match in _ENTRY.finditer(text)]
    if not root and not starts and text.strip() and not text.lstrip().startswith(_PROLOGUE):
        raise Refused("This is no translation memory", "Delete it, or take it back from git")
    if len(starts) > MOST_ENTRIES:
        raise Refused(f"It has more than {MOST_ENTRIES:,} entries", "Delete what is old")
    return _read_entries(text, starts, path)


def _read_entries(text: str, starts: list[int], path: str) -> Found:
    found = Found([], [])

    def report(line: int, what: str) -> None:
        found.problems.append(Problem(path, line, what, _DAMAGED, "warning"))

    line = 1
    for start, stop in pairwise([0, *starts, len(text)]):
        piece = text[start:stop]
        for node in _entries(piece):
            unit = node if isinstance(node, str) else _read(node, line)
            if isinstance(unit, Unit):
                found.units.append(unit)
            else:
                report(line, f"An entry of the translation memory is not used: {unit}")
        line += piece.count("\n")
    if "</tmx>" not in text:
        report(line, "The translation memory has no end: what stood behind this line is lost")
    return found


def _entries(piece: str) -> Iterator[etree._Element | str]:
    """Yield the entry that a piece of the file begins with, or why it can't be trusted."""
    if _ENTRY.match(piece):
        entry, end, piece = piece.partition(_END)
        yield _parse(entry + end) if end else "it has no end"
    if _ORPHAN.search(piece):
        yield "its beginning is damaged"


def _parse(entry: str) -> etree._Element | str:
    try:
        return etree.fromstring(entry, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"it is no XML ({str(error).partition(',')[0]})"


def _read(node: etree._Element, line: int) -> Unit | str:
    """Return what an entry says, or why it can't be trusted; refuse the file that has others'."""
    if node.get("tuid") is None and node.find(f"prop[@type='{_ARTICLE}']") is None:
        raise Refused(
            "This entry of the translation memory is another program's",
            "Keep such a file elsewhere: here stands only what `mujaz translate --remember` writes",
            line,
        )
    segments = {tuv.get(_LANGUAGE): tuv.findall("seg") for tuv in node.findall("tuv")}
    if set(segments) != {"ar", "en"} or any(len(found) != 1 for found in segments.values()):
        return "it has not one Arabic and one English segment"
    texts = [segments[language][0] for language in ("ar", "en")]
    article = node.findtext("prop", "")
    if any(len(text) or len(text.text or "") > LONGEST_SEGMENT for text in texts):
        return "a segment is marked up, or too long"
    unit = Unit(texts[0].text or "", texts[1].text or "", article)
    if node.get("tuid") != _digest(unit):
        return "it does not say what it said when it was written"
    plain = all(one_line(text) == text and text for text in unit[:2])
    return unit if plain and is_slug(article) else "it holds what Mujaz does not write"


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
