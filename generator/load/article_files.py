"""Which files of ``content/articles/`` are articles, under which ids, with which sidecars."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.errors import Problem
from generator.load.files import Entry, join, refuse_special
from generator.load.limits import Limits, or_raise
from generator.load.refused import quoted
from generator.load.slugs import slug_of, why_reserved
from generator.load.suggest import did_you_mean
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER: Final = "content/articles"
_TEXT: Final = (".txt", ".md")
_HTML: Final = (".html", ".htm")
_SIDECAR: Final = (".yml", ".yaml")


class SidecarFile(NamedTuple):
    """A file beside an article."""

    name: str
    readable: bool
    """Whether it is a regular file with the right suffix."""


class ArticleFile(NamedTuple):
    """An article's file with its sidecar's."""

    id: ArticleId
    entry: Entry
    sidecar: SidecarFile | None


class ArticleFiles(NamedTuple):
    """What there is to read."""

    files: list[ArticleFile]
    declared: frozenset[str]
    """Ids of all article files, those that can't be read too."""
    problems: list[Problem]


def is_html(suffix: str) -> bool:
    """Return whether a file of that suffix is read as HTML."""
    return suffix.lower() in _HTML


def sort_out(entries: Iterable[Entry], limits: Limits) -> ArticleFiles:
    """Return the articles to be read and what is wrong with the other files.

    Files with the same id are all left out, unless one is named exactly like the id.
    """
    problems: list[Problem] = []
    by_id: dict[str, list[Entry]] = defaultdict(list)
    sidecars: dict[str, SidecarFile] = {}
    stems: set[str] = set()
    declared: set[str] = set()
    for entry in entries:
        stem, suffix = entry.stem, entry.suffix.lower()
        fault = _fault(entry)
        if fault:
            problems.append(fault)
        if suffix in _SIDECAR:
            sidecars[stem] = SidecarFile(entry.name, fault is None)
        elif suffix in (*_TEXT, *_HTML):
            stems.add(stem)
            declared.add(slug_of(stem))
            if not fault:
                by_id[slug_of(stem)].append(entry)
    problems += _orphans(sidecars, stems)
    files = []
    for slug, rivals in by_id.items():
        kept = _choose(slug, rivals)
        problems += _refusals(slug, rivals, kept)
        if kept:
            files.append(ArticleFile(ArticleId(slug), kept, sidecars.get(kept.stem)))
    if len(files) > limits.articles:
        message = f"There are more than {limits.articles:,} articles; the last are left out"
        problems.append(Problem(FOLDER, 0, message, f"Remove some, {or_raise('articles')}"))
    return ArticleFiles(files[: limits.articles], frozenset(declared), problems)


def _fault(entry: Entry) -> Problem | None:
    """Return why an entry is not read, None where it is."""
    path = join(FOLDER, entry.name)
    suffix = entry.suffix.lower()
    if entry.kind == "folder":
        remedy = f"Move its files to {FOLDER} itself"
        return Problem(path, 0, "Folders are not read here", remedy)
    if special := refuse_special(entry, path):
        return special
    if suffix in _SIDECAR and entry.suffix != _SIDECAR[0]:
        remedy = f"Rename it to {quoted(entry.stem + _SIDECAR[0])}"
        return Problem(path, 0, "The name of a sidecar ends in .yml", remedy)
    if suffix not in (*_TEXT, *_HTML, *_SIDECAR):
        message = "This is neither an article nor a sidecar, and is not read"
        remedy = "Give it the suffix .txt, .md, .html or .yml, or remove it"
        return Problem(path, 0, message, remedy, "warning")
    return None


def _choose(slug: str, rivals: list[Entry]) -> Entry | None:
    """Return the file that the id belongs to, None where that can't be said."""
    if why_reserved(slug):
        return None
    candidates = [entry for entry in rivals if entry.stem == slug] or rivals
    return candidates[0] if len(candidates) == 1 else None


def _refusals(slug: str, rivals: list[Entry], kept: Entry | None) -> Iterator[Problem]:
    for entry in rivals:
        path = join(FOLDER, entry.name)
        if reason := why_reserved(slug):
            yield Problem(path, 0, f"“{slug}” can't be an id: {reason}", "Rename the file")
        elif entry != kept:
            others = [join(FOLDER, other.name) for other in rivals if other != entry]
            message = f"Its id “{slug}” is also that of {', '.join(others[:3])}"
            yield Problem(path, 0, message, "Rename one of the files")


def _orphans(sidecars: dict[str, SidecarFile], stems: set[str]) -> Iterator[Problem]:
    for stem, sidecar in sidecars.items():
        if stem not in stems:
            remedy = did_you_mean(stem, stems, "Name it like its article, or remove it")
            message = "There is no article beside this sidecar"
            yield Problem(join(FOLDER, sidecar.name), 0, message, remedy)
