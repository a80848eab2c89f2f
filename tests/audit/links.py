"""Follows every link within a built site: of pages, feeds, the sitemap, data and style sheets."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.etree
import lxml.html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that does not know its own."""
_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_ATTRIBUTES = (
    "href",
    "src",
    "action",
    "poster",
    "data-href",
    "cite",
    "{http://www.w3.org/1999/xlink}href",
)
_ADDRESSES = ("@id", "url", "item", "image", "home_page_url", "feed_url")
_META = ("og:url", "og:image")
_SCHEMES = ("http", "https", "mailto", "tel")


@dataclass
class Links:
    """What was found; :attr:`faults` tells each broken link once."""

    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    """Links by the kind of the file that they are in."""
    foreign: set[str] = field(default_factory=set)
    """Addresses of other sites, which are not asked for."""


def follow_links(site: Path, base: str = "") -> Links:
    """Follow every link within ``site``, which stands at ``base`` where it says an address."""
    base = base or NOWHERE
    found = Links()
    pages = {path: _read(path) for path in sorted(site.rglob("*.html"))}
    anchors = {path: set(page.xpath("//@id | //a/@name")) for path, page in pages.items()}
    links: dict[str, list[str]] = {}
    for path, page in pages.items():
        links[_name(site, path)] = list(_page_links(page))
    for pattern, read in _READERS.items():
        for path in sorted(site.rglob(pattern)):
            links[_name(site, path)] = list(read(path))
    for name, targets in links.items():
        found.counts[name.rpartition(".")[2]] += len(targets)
        for target in dict.fromkeys(targets):
            _follow(site, base, name, target, anchors, found)
    found.faults += _partners(site, base, pages)
    return found


def _name(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()


def _follow(
    site: Path, base: str, name: str, target: str, anchors: dict[Path, set[str]], found: Links
) -> None:
    here = base + name.removesuffix("index.html")
    try:
        absolute, fragment = urldefrag(urljoin(here, target))
        scheme = urlsplit(absolute).scheme
    except ValueError as error:
        found.faults.append(f"{name}: {target}: {error}")
        return
    if not absolute.startswith(base):
        found.foreign.add(absolute)
        if scheme not in _SCHEMES and not (scheme == "data" and name.endswith(".css")):
            found.faults.append(f"{name}: {target}: an address of a kind that no page needs")
        elif absolute.startswith(NOWHERE):
            found.faults.append(f"{name}: {target}: leads out of the site")
        return
    file = site / unquote(urlsplit(absolute.removeprefix(base)).path)
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        found.faults.append(f"{name}: {target}: no such file")
    elif fragment and file in anchors and unquote(fragment) not in anchors[file]:
        found.faults.append(f"{name}: {target}: no such place on that page")


def _read(path: Path) -> Any:
    return lxml.html.document_fromstring(path.read_bytes())


def _page_links(page: Any) -> Iterator[str]:
    for element in page.iter(lxml.etree.Element):
        for name in _ATTRIBUTES:
            if name in element.attrib:
                yield element.get(name)
        if element.tag == "meta":
            if element.get("property") in _META:
                yield element.get("content")
            if (element.get("http-equiv") or "").lower() == "refresh":
                yield element.get("content").partition("url=")[2]
        elif element.tag == "script" and element.get("type") == "application/ld+json":
            # It names things with fragments that are no places on the page.
            yield from (urldefrag(a).url for a in _addresses(json.loads(element.text)))
        elif element.get("id") == "mujaz-search-strings":
            told = json.loads(element.text)
            yield told["page"]
            yield from (told["root"] + script for script in told["scripts"])
        elif element.get("aria-labelledby") or element.get("for"):
            named = (element.get("aria-labelledby") or "") + " " + (element.get("for") or "")
            yield from (f"#{identifier}" for identifier in named.split())


def _addresses(data: Any) -> Iterator[str]:
    """Yield the addresses in JSON-LD or a JSON feed."""
    if isinstance(data, list):
        for entry in data:
            yield from _addresses(entry)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in _ADDRESSES and isinstance(value, str):
                yield value
            else:
                yield from _addresses(value)


def _feed_links(path: Path) -> Iterator[str]:
    yield from _addresses(json.loads(path.read_text("utf-8")))


def _data_links(path: Path) -> Iterator[str]:
    for entries in json.loads(path.read_text("utf-8")).values():
        for entry in entries:
            for url in entry.get("urls", {}).values():
                yield f"../{url}"


def _xml_links(path: Path) -> Iterator[str]:
    for element in lxml.etree.parse(path).iter(lxml.etree.Element):
        if "href" in element.attrib:
            yield str(element.get("href"))
        elif element.tag.endswith("}loc"):
            yield str(element.text)


def _css_links(path: Path) -> Iterator[str]:
    yield from _URL.findall(path.read_text("utf-8"))


_READERS = {
    "*.css": _css_links,
    "*.xml": _xml_links,
    "feed.json": _feed_links,
    "data/*.json": _data_links,
}


def _partners(site: Path, base: str, pages: dict[Path, Any]) -> Iterator[str]:
    """Yield each page that the pages of the other language do not lead back to."""
    told = {}
    for path, page in pages.items():
        here = base + _name(site, path).removesuffix("index.html")
        told[here] = {
            link.get("hreflang"): urljoin(here, link.get("href"))
            for link in page.xpath("//link[@rel='alternate'][@hreflang]")
        }
    for here, partners in told.items():
        for language, partner in partners.items():
            if told.get(partner) != partners:
                yield f"{here.removeprefix(base)}: its {language} page {partner} names others"
