"""Builds the repository's site and measures it: ``python -m tests.audit [MEASURE…]``.

Prints a table with the figure of each measure and whatever is wrong below it; exits with 1 where
anything is.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from tests.audit.fonts import undrawn
from tests.audit.kinds import LANGUAGES, SCHEMES, WIDTHS, kinds_of_pages, longest
from tests.audit.lighthouse import CATEGORIES, LEAST, rate
from tests.audit.links import follow_links
from tests.audit.nu import check_html
from tests.audit.visits import SHIFT, TRANSFER, View, Visit, broken_rules, visit
from tests.browser.chromium import FLAGS, REMEDY, find_chromium
from tests.command import mujaz
from tests.repository import copy_project
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser


@dataclass
class Result:
    """One line of the table."""

    measure: str
    figure: str
    bar: str
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Audited:
    """The site that is measured."""

    folder: Path
    address: str


def check_links(site: Audited) -> Iterator[Result]:
    """Follow every link."""
    found = follow_links(site.folder, site.address)
    figure = f"{len(found.faults)} of {found.counts.total():,}"
    yield Result("broken links and anchors", figure, "0", found.faults)


def check_fonts(site: Audited) -> Iterator[Result]:
    """Look for characters that only a font of the reader's system can draw."""
    faults = [
        f"{page}: U+{ord(char):04X} has no glyph" for char, page in undrawn(site.folder).items()
    ]
    yield Result("characters without a glyph", str(len(faults)), "0", faults)


def check_markup(site: Audited) -> Iterator[Result]:
    """Run the Nu HTML checker over every page."""
    checked = check_html(site.folder)
    pages = sum(1 for _ in site.folder.rglob("*.html"))
    yield Result(
        "Nu HTML checker, errors", f"{len(checked.errors)} on {pages}", "0", checked.errors
    )
    yield Result("Nu HTML checker, warnings", str(len(checked.warnings)), "–")


def check_pages(site: Audited) -> Iterator[Result]:
    """Show each kind of page in every view, as to a new reader."""
    paths, views = kinds_of_pages(site.folder), _views()
    with _browser() as browser:
        visits = [
            visit(browser, site.address, path, view, slowly=True)
            for view in views
            for path in paths
        ]
    shown = f"{len(paths)} kinds of pages × {len(views)} views"
    worst = max(visits, key=lambda seen: seen.shift)
    articles = [seen for seen in visits if "/articles/" in seen.path.removesuffix("articles/")]
    largest = max(articles, key=lambda seen: seen.loaded.total())
    faults = list(dict.fromkeys(f"{v.path}: {fault}" for v in visits for fault in v.faults))
    yield Result("console, policy, foreign requests", f"{len(faults)} in {shown}", "0", faults)
    yield Result("layout shift, worst", f"{worst.shift:.4f} on {worst.path}", f"< {SHIFT}")
    yield Result("article's first view", f"{_kilobytes(largest)}", f"≤ {TRANSFER // 1000} KB")


def check_accessibility(site: Audited) -> Iterator[Result]:
    """Run axe on each kind of page in every view."""
    paths, views = kinds_of_pages(site.folder), _views()
    with _browser() as browser:
        faults = [
            f"{view.scheme} {view.width}: {fault}"
            for view in views
            for fault in broken_rules(browser, site.address, paths, view)
        ]
    figure = f"{len(faults)} in {len(paths)} × {len(views)}"
    yield Result("axe violations", figure, "0", faults)


def rate_pages(site: Audited) -> Iterator[Result]:
    """Rate home, article and topic with Lighthouse."""
    for language in LANGUAGES:
        examples = (longest(site.folder, language, name) for name in ("articles", "topics"))
        for path in filter(None, (f"{language}/", *examples)):
            points, lost = rate(site.address + path)
            # What other work on this machine costs a page is not its fault: the best of three.
            for _ in range(2):
                if min(points.values()) >= LEAST:
                    break
                again = rate(site.address + path)
                points, lost = max(
                    (points, lost), again, key=lambda scores: sum(scores[0].values())
                )
            figure = " ".join(str(points[category]) for category in CATEGORIES)
            faults = [f"{path}: {name}" for name in lost] if min(points.values()) < LEAST else []
            yield Result(f"Lighthouse {path}", figure, f"≥ {LEAST}", faults)


MEASURES: dict[str, Callable[[Audited], Iterator[Result]]] = {
    "links": check_links,
    "fonts": check_fonts,
    "markup": check_markup,
    "pages": check_pages,
    "accessibility": check_accessibility,
    "lighthouse": rate_pages,
}


def _views() -> list[View]:
    return [View(scheme, width) for scheme, width in product(SCHEMES, WIDTHS)]


def _kilobytes(seen: Visit) -> str:
    parts = ", ".join(f"{kind} {size / 1000:.0f}" for kind, size in seen.loaded.most_common())
    return f"{seen.loaded.total() / 1000:.0f} KB ({parts})"


def main(wanted: list[str]) -> int:
    """Measure ``wanted``, or everything; return the exit code."""
    unknown = set(wanted) - MEASURES.keys()
    if unknown:
        sys.exit(f"No such measure: {', '.join(sorted(unknown))}. There are {', '.join(MEASURES)}.")
    console = Console(width=110 if not sys.stdout.isatty() else None)
    table = Table("measure", "found", "bar", "", title="The site of this repository")
    faults: list[str] = []
    with (
        tempfile.TemporaryDirectory() as place,
        serve(Path(place) / "site") as url,
    ):
        site = _build(Path(place), url)
        for name in wanted or MEASURES:
            Console(stderr=True).print(f"{name} …")
            try:
                results = list(MEASURES[name](site))
            except FileNotFoundError as missing:
                results = [Result(name, "not measured", "", [str(missing)])]
            for result in results:
                table.add_row(
                    result.measure, result.figure, result.bar, "✗" if result.faults else "✓"
                )
                faults += result.faults
    console.print(table)
    for fault in faults:
        console.print(f"• {fault}", markup=False, highlight=False)
    return bool(faults)


def _build(place: Path, address: str) -> Audited:
    """Build the repository's project as a site that stands at ``address``."""
    project = place / "project"
    copy_project(project)
    with _environment(SITE_URL=address):
        done = mujaz("build", "-C", project, "--site-dir", place / "site", timeout=600)
    if done.returncode:
        sys.exit(done.stderr)
    return Audited(place / "site", address)


@contextmanager
def _environment(**names: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(names)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        raise FileNotFoundError(REMEDY)
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
