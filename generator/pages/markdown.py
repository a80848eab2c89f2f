"""Editors' Markdown to HTML: raw HTML off, dangerous links off, no images."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

from generator.arabic.language import other_language

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from generator.model import Language

Linker: TypeAlias = Callable[[str], Sequence[tuple[str, str | None]]]
"""Cuts a text into pieces, each with the address it links to, or None."""

_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = frozenset(["http", "https", "mailto", "tel"])


def is_safe_link(address: str) -> bool:
    """Return whether an editor's link is within the site or of a kind that only leads somewhere.

    The parser itself refuses a few schemes and lets all others pass, of which some start programs.
    """
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in _SCHEMES


_BREAKS = ("softbreak", "hardbreak")


@cache
def _parser() -> MarkdownIt:
    # Imported only now: most builds render no editor's text.
    from markdown_it import MarkdownIt

    # js-default is markdown-it-py's preset for text that is not trusted. An image would be a
    # request to somebody else.
    parser = MarkdownIt("js-default", {"html": False, "linkify": False}).disable(["image"])
    parser.validateLink = is_safe_link  # type: ignore[assignment, method-assign]
    return parser


def _token(*what: Any, **more: Any) -> Token:
    from markdown_it.token import Token

    return Token(*what, **more)


def render_markdown(
    source: str, linker: Linker | None = None, language: Language | None = None
) -> Markup:
    """Return the HTML of an editor's Markdown.

    Each paragraph gets a lasting id (see :func:`blocks`); where a ``linker`` is given, the names
    it finds outside of links and code become links. Lines that are not in the ``language`` of the
    page say so: drafts have sentences that nobody has translated.
    """
    tokens = _parser().parse(source)
    for number, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            token.attrSet("id", anchor_of(tokens[number + 1].content))
        if token.type != "inline" or not token.children:
            continue
        foreign = _foreign_lines(token.children, language) if language else {}
        if linker:
            token.children = _linked(token.children, linker)
        whole = set(foreign.values()) if len(foreign) == _line_count(token) else set()
        if len(whole) == 1 and tokens[number - 1].nesting == 1:
            tokens[number - 1].attrs |= _language_attributes(whole.pop())
        elif foreign:
            token.children = _marked(token.children, foreign)
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Markup(html)  # noqa: S704 - escaped by it


def blocks(source: str) -> list[tuple[str, str]]:
    """Return the plain text of each paragraph with its id, for search and for citations."""
    tokens = _parser().parse(source)
    return [
        (anchor_of(inline.content), _plain(inline))
        for opening, inline in pairwise(tokens)
        if opening.type == "paragraph_open" and opening.level == 0
    ]


def paragraphs_of(source: str) -> list[tuple[str, ...]]:
    """Return the plain lines of each paragraph and heading; nothing where there is more than those.

    What is in lists, quotes or tables has no counterpart in an article's text.
    """
    tokens = _parser().parse(source)
    outer = [n for n, token in enumerate(tokens) if not token.level and token.nesting >= 0]
    if any(tokens[n].type not in ("paragraph_open", "heading_open") for n in outer):
        return []
    lines = (_lines(tokens[n + 1]) for n in outer)
    return [tuple(plain for line in found if (plain := " ".join(line.split()))) for found in lines]


def anchor_of(paragraph: str) -> str:
    """Return the id of a paragraph: a hash of its Markdown, so that it lasts."""
    return "p-" + hashlib.sha256(" ".join(paragraph.split()).encode()).hexdigest()[:10]


def _plain(inline: Token) -> str:
    return " ".join(" ".join(_lines(inline)).split())


def _lines(inline: Token) -> list[str]:
    """Return what an inline token shows, as its lines stand in the source."""
    pieces = ["\n" if child.type in _BREAKS else child.content for child in inline.children or ()]
    return "".join(pieces).split("\n")


def _foreign_lines(children: Sequence[Token], language: Language) -> dict[int, Language]:
    """Return which lines are in another language than the page, and in which."""
    lines = "".join("\n" if c.type in _BREAKS else c.content for c in children).split("\n")
    found = {number: other_language(line, language) for number, line in enumerate(lines)}
    return {number: other for number, other in found.items() if other}


def _line_count(inline: Token) -> int:
    return 1 + sum(child.type in _BREAKS for child in inline.children or ())


def _language_attributes(language: Language) -> dict[str, str | int | float]:
    return {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}


def _marked(children: Sequence[Token], foreign: Mapping[int, Language]) -> list[Token]:
    """Wrap the given lines of inline tokens in elements that say which language they are in."""
    lines: list[list[Token]] = [[]]
    for child in children:
        lines[-1].append(child)
        if child.type in _BREAKS:
            lines.append([])
    marked: list[Token] = []
    for number, line in enumerate(lines):
        within = sum(child.nesting for child in line)
        if other := None if within else foreign.get(number):  # emphasis over lines stays whole
            end = [line.pop()] if line and line[-1].type in _BREAKS else []
            opening = _token("bdi_open", "bdi", 1, attrs=_language_attributes(other))
            line = [opening, *line, _token("bdi_close", "bdi", -1), *end]
        marked += line
    return marked


def _linked(children: Sequence[Token], linker: Linker) -> list[Token]:
    linked: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type.startswith("link_") else 0
        if child.type != "text" or depth:
            linked.append(child)
            continue
        for text, address in linker(child.content):
            piece = _token("text", "", 0, content=text)
            if address is None:
                linked.append(piece)
            else:
                opening = _token("link_open", "a", 1, attrs={"href": address, "class": "mz-topic"})
                linked += [opening, piece, _token("link_close", "a", -1)]
    return linked
