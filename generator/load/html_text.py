"""The article inside an HTML page: title, paragraphs, date of publication if the page states it.

Runs in a process of its own (see :mod:`generator.load.html_worker`), because no parser can promise
to survive every input. The text it gives is as untrusted as the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.metadata import extract_title

from generator.load.html_scan import Page, too_deep
from generator.load.refused import Refused
from generator.load.schema import parse_date
from generator.load.text import has_words, normalise, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_SHOWN: Final = frozenset(
    ["head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template"]
)
_INSIDE_LINES: Final = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]
)  # fmt: skip
_DATE_METAS: Final = frozenset(
    ["article:published_time", "date", "datepublished", "dc.date", "dc.date.issued",
     "dcterms.created", "parsely-pub-date", "pubdate", "publishdate", "sailthru.date"]
)  # fmt: skip
_JSON_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')


def read_page(source: str, depth: int) -> Page:
    """Return the article of an HTML page.

    Raises ``Refused`` where the page is nested deeper than ``depth`` tags or holds no text.
    """
    tree = _parse(source)
    if _depth(tree) > depth:
        raise too_deep(depth)
    published = _stated_date(tree)
    title = _title(tree)
    paragraphs = _with_words(_main_text(tree)) or _with_words(_visible_text(_parse(source)))
    lines = [*_with_words([title]), *paragraphs]
    if len(lines) > 1 and lines[0] == lines[1]:
        del lines[0]
    if not lines:
        raise Refused("The HTML holds no text", "Remove the file, or save the article as text")
    return Page("\n\n".join(lines), published)


def _with_words(lines: Iterable[str]) -> list[str]:
    return [line for line in map(one_line, lines) if has_words(line)]


def _parse(source: str) -> html.HtmlElement:
    # Without huge_tree, libxml2 drops what is nested deeper than 256 and says nothing.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(source.encode("utf-8", "ignore"), parser=parser)
    except etree.ParserError as error:
        raise Refused("The HTML holds no text", "Remove the file") from error
    _clear_controls(tree)
    return tree


def _clear_controls(tree: html.HtmlElement) -> None:
    """Clear a tree of signs that XML can't hold.

    libxml2 reads them out of HTML, as themselves or as ``&#12;``, but takes none of them back: who
    changes a text that has one, as trafilatura does, fails.
    """
    for element in tree.iter():
        if element.text:
            element.text = normalise(element.text, keep_tabs=True)
        if element.tail:
            element.tail = normalise(element.tail, keep_tabs=True)


def _depth(tree: html.HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _title(tree: html.HtmlElement) -> str:
    for meta in tree.iter("meta"):
        if (meta.get("property") or "").lower() == "og:title" and has_words(
            meta.get("content", "")
        ):
            return str(meta.get("content"))
    return extract_title(tree) or ""


def _main_text(tree: html.HtmlElement) -> list[str]:
    """Return the paragraphs that trafilatura takes for the article; it may change the tree."""
    try:
        found = bare_extraction(tree, include_comments=False)
    except Exception:  # whatever it throws at a foreign page, the visible text is still there
        return []
    text = found.text if found and not isinstance(found, dict) else None
    # It writes lists with hyphens and tables with bars.
    return [line.removeprefix("- ").strip("| ") for line in (text or "").splitlines()]


def _visible_text(tree: html.HtmlElement) -> Iterator[str]:
    """Yield all lines that a browser would show, roughly; the depth may be any."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        starts = event == "start"
        if element.tag not in _INSIDE_LINES:
            yield "".join(pieces)
            pieces.clear()
        if element.tag in _NOT_SHOWN:
            hidden += 1 if starts else -1
        if not hidden:
            pieces.append((element.text if starts else element.tail) or "")


def _stated_date(tree: html.HtmlElement) -> str | None:
    """Return the day of publication that the page's metadata state; nothing is guessed."""
    for stated in _stated_dates(tree):
        if parse_date(stated[:10]):
            return stated[:10]
    return None


def _stated_dates(tree: html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from _JSON_DATE.findall(script.text or "")
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if any(name and name.lower() in _DATE_METAS for name in names):
            yield meta.get("content") or ""
    for element in tree.iter("time"):
        if element.get("itemprop", "").lower() == "datepublished" or "pubdate" in element.attrib:
            yield element.get("datetime") or ""
