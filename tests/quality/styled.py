"""Real articles with the furniture of many sites around them: see ``furniture.txt``."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

from tests.quality.annotated import FOLDER
from tests.quality.composed import Composed, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEED: Final = 11
_EACH: Final = 4
"""Articles for each site."""
_PARAGRAPH: Final = 240
_BORDER: Final = re.compile(r"(?<=\w\w[.؟!]) +(?=\w)")


def style_pages(articles: Sequence[Record]) -> list[Composed]:
    """Return some articles, drawn by a fixed seed, in the dress of each site."""
    drawn = random.Random(_SEED)  # noqa: S311 - the same draw each time
    return [
        _page(
            f"{site} {number}", lines, article, drawn.sample(articles, 8), "\n" * (1 + number % 2)
        )
        for site, lines in read_styles().items()
        for number, article in enumerate(drawn.sample(articles, _EACH))
    ]


def read_styles() -> dict[str, list[str]]:
    """Return the lines of each site of ``furniture.txt``."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "furniture.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            lines = found[line.removeprefix("== ")] = []
        elif not line.startswith("# "):
            lines.append(line)
    return found


def _page(
    name: str, lines: Sequence[str], own: Record, others: Sequence[Record], gap: str
) -> Composed:
    paragraphs = list(_paragraphs(own["body"]))
    half = (len(paragraphs) + 1) // 2
    halves, links = iter((paragraphs[:half], paragraphs[half:])), iter(others)
    parts: list[tuple[str, str]] = []
    for line in lines:
        if line == "title":
            parts.append(("t", own["title"]))
        elif line == "body":
            parts += [("b", words) for words in next(halves)]
        else:
            link = next(links)["title"] if "{other}" in line else ""
            parts.append(("x", line.replace("{other}", link)))
    owner = (" " * len(gap)).join(
        "".join(" " if letter.isspace() else kind for letter in words) for kind, words in parts
    )
    return Composed(name, gap.join(words for _, words in parts), owner)


def _paragraphs(body: str) -> Iterator[str]:
    """Yield a few sentences at a time: the bodies at hand have lost their paragraphs."""
    for line in body.split("\n"):
        paragraph = ""
        for sentence in _BORDER.split(line):
            paragraph = f"{paragraph} {sentence}".strip()
            if len(paragraph) > _PARAGRAPH:
                yield paragraph
                paragraph = ""
        if paragraph:
            yield paragraph
