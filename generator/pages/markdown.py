"""Editors' Markdown to HTML: raw HTML off, dangerous links off, no images."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

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


# js-default is markdown-it-py's preset for text that is not trusted. An image would be a request
# to somebody else.
_PARSER = MarkdownIt("js-default", {"html": False, "linkify": False}).disable(["image"])
_PARSER.validateLink = is_safe_link  # type: ignore[assignment, method-assign]


def render_markdown(source: str, linker: Linker | None = None) -> Markup:
    """Return the HTML of an editor's Markdown.

    Each paragraph gets a lasting id (see :func:`blocks`); where a ``linker`` is given, the names
    it finds outside of links and code become links.
    """
    tokens = _PARSER.parse(source)
    for number, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            token.attrSet("id", anchor_of(tokens[number + 1].content))
        if token.type == "inline" and token.children and linker:
            token.children = _linked(token.children, linker)
    return Markup(_PARSER.renderer.render(tokens, _PARSER.options, {}))  # noqa: S704 - escaped by it


def blocks(source: str) -> list[tuple[str, str]]:
    """Return the plain text of each paragraph with its id, for search and for citations."""
    tokens = _PARSER.parse(source)
    return [
        (anchor_of(inline.content), _plain(inline))
        for opening, inline in pairwise(tokens)
        if opening.type == "paragraph_open" and opening.level == 0
    ]


def anchor_of(paragraph: str) -> str:
    """Return the id of a paragraph: a hash of its Markdown, so that it lasts."""
    return "p-" + hashlib.sha256(" ".join(paragraph.split()).encode()).hexdigest()[:10]


def _plain(inline: Token) -> str:
    pieces = [
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
    ]
    return " ".join("".join(pieces).split())


def _linked(children: Sequence[Token], linker: Linker) -> list[Token]:
    linked: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type.startswith("link_") else 0
        if child.type != "text" or depth:
            linked.append(child)
            continue
        for text, address in linker(child.content):
            piece = Token("text", "", 0, content=text)
            if address is None:
                linked.append(piece)
            else:
                opening = Token("link_open", "a", 1, attrs={"href": address, "class": "mz-topic"})
                linked += [opening, piece, Token("link_close", "a", -1)]
    return linked
