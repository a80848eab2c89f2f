"""Whether HTML can do nothing but be read: parsed as a browser does, judged by what is allowed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from generator.shell.context import page_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from tests.chain import Made

ELEMENTS = frozenset(
    """a abbr article aside b bdi blockquote br caption cite code dd del details div dl dt em figure
    figcaption footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark nav ol p pre q s section
    small span strong sub summary sup table tbody td th thead time tr u ul wbr""".split()  # noqa: SIM905 - easier to read
)
AROUND = ("html", "head", "body")
"""Made by every parser; what stands in the text of a page can only add attributes to them."""
ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]*")
SCHEME = re.compile(r"[\x00-\x20]*[a-z][a-z0-9+.\x00-\x20-]*:", re.IGNORECASE)
HARMLESS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
SEARCH = re.compile(r'mujazSearch\("[^"]+",(.*)\);\n', re.DOTALL)
LOADS = frozenset(
    ["src", "srcset", "data", "poster", "action", "formaction", "background", "style"]
)


def assert_inert(made: Made) -> None:
    """Fail where anything that was made of an article does more than show it."""
    for page in made.pages.values():
        assert faults(str(page.body)) == []
        assert "\n" not in page_title(page.title.text, "موجز")
    for name, content in made.search.items():
        call = SEARCH.fullmatch(content.decode())
        assert call, name
        strict_json(call[1])
    for name, content in made.machines.items():
        if name.endswith(".json"):
            strict_json(content)
        else:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False))


def strict_json(text: str | bytes) -> Any:
    """Return what JSON says, as a browser reads it: Python alone takes ``Infinity`` and ``NaN``.

    Raises ValueError where it is none.
    """

    def refuse(word: str) -> None:
        raise ValueError(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


def faults(html: str) -> list[str]:
    """Return what in ``html``, the body of a page, could run, load or leave its place."""
    found = []
    for element in _parse(html).traverse():
        if element.tag in AROUND:
            found += [f"<{element.tag} {name}>" for name in element.attributes]
            continue
        if element.tag not in ELEMENTS:  # or a comment
            found.append(f"<{element.tag}>")
        found += _faults_of_attributes(element)
    return found


def shown(html: str) -> str:
    """Return the text of a body without its blanks."""
    return "".join(_parse(html).text().split())


def _parse(html: str) -> LexborNode:
    root = LexborHTMLParser(f"<!doctype html><body>{html}").root
    assert root
    return root


def _faults_of_attributes(element: LexborNode) -> Iterator[str]:
    for name, value in element.attributes.items():
        if name.startswith("on") or name in LOADS or not ATTRIBUTE.fullmatch(name):
            yield f"<{element.tag} {name}={value!r}>"
        if name == "href" and _leads_astray(value or ""):
            yield f"<{element.tag} href={value!r}>"


def _leads_astray(address: str) -> bool:
    if SCHEME.match(address):
        return not HARMLESS.match(address)
    return False
