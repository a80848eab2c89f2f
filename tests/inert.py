"""Whether HTML can do nothing but be read: parsed as a browser does, judged by what is allowed."""

from __future__ import annotations

import re
from typing import Any

import html5lib

ELEMENTS = frozenset(
    """a abbr article aside b bdi blockquote br caption cite code dd del details div dl dt em figure
    figcaption footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li mark nav ol p pre q s section
    small span strong sub summary sup table tbody td th thead time tr u ul wbr""".split()  # noqa: SIM905 - easier to read
)
# Ours alone: an article's text can't make one, for the number of each is that of the template.
CONTROLS = frozenset(["button", "svg", "path", "label", "input", "template", "use"])
ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]*")
SCHEME = re.compile(r"[\x00-\x20]*[a-z][a-z0-9+.\x00-\x20-]*:", re.IGNORECASE)
HARMLESS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
LOADS = frozenset(
    ["src", "srcset", "data", "poster", "action", "formaction", "background", "style"]
)


def faults(html: str) -> list[str]:
    """Return what in ``html`` could run, load or leave its place."""
    found = []
    for element in elements(html):
        if element.tag not in ELEMENTS | CONTROLS:
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            name = str(name)
            if name.startswith("on") or name in LOADS or not ATTRIBUTE.fullmatch(name):
                found.append(f"<{element.tag} {name}={value!r}>")
            if name == "href" and _leads_astray(value):
                found.append(f"<{element.tag} href={value!r}>")
    return found


def elements(html: str) -> list[Any]:
    """Return the elements of a fragment, in order."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element for element in tree.iter() if isinstance(element.tag, str)][1:]


def shown(html: str) -> str:
    """Return the text of a fragment without its blanks."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return "".join("".join(tree.itertext()).split())


def _leads_astray(address: str) -> bool:
    if SCHEME.match(address):
        return not HARMLESS.match(address)
    return False
