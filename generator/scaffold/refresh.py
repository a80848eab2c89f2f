"""Moves an override to the article's version of now: two keys of its front matter, nothing else."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from generator.scaffold.override import version_lines

if TYPE_CHECKING:
    from generator.model import Article
    from generator.versions import Changes

_KEYS: Final = ("source:", "source_lines:")
_FENCE: Final = "---"


def refreshed(text: str, article: Article) -> str:
    """Return the override ``text`` with the version of ``article``; all else stays as it is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    if lines[0].rstrip() != _FENCE:
        return newline.join([_FENCE, *version_lines(article), _FENCE, "", *lines])
    end = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    kept, place = _without_version(lines[1:end])
    front = [*kept[:place], *version_lines(article), *kept[place:]]
    return newline.join([lines[0], *front, *lines[end:]])


def _without_version(front: list[str]) -> tuple[list[str], int]:
    """Return the front matter without the version, and where that stood."""
    kept: list[str] = []
    place = None
    within = False
    for line in front:
        if not within or not line.startswith((" ", "\t")):
            within = line.startswith(_KEYS)
        if not within:
            kept.append(line)
        elif place is None:
            place = len(kept)
    return kept, len(kept) if place is None else place


def difference(article: Article, changes: Changes, before: str | None) -> list[str]:
    """Return what has changed in the article, line by line, for a terminal.

    ``before`` is its text in the version that the override was written against, None where that is
    not known: then only today's lines can be shown.
    """
    lines = article.text.split("\n")
    if before is not None:
        old = [line.strip() for line in before.split("\n")]
        found = unified_diff(old, [line.strip() for line in lines], lineterm="", n=0)
        return [line for line in found if not line.startswith(("---", "+++"))]
    shown = [f"+ {number}: {lines[number - 1].strip()}" for number in changes.new]
    if changes.gone:
        shown.append(f"- {changes.gone} of the earlier lines, which git does not have")
    return shown
