"""The overrides of a project: ``content/overrides/<language>/<section>/<id>.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.errors import Problem
from generator.load.decode import decode
from generator.load.files import Entry, join, list_folder, open_folder, read_file, refuse_special
from generator.load.override_file import Place, read_override
from generator.load.refused import Refused, Report, quoted
from generator.load.slugs import slug_of
from generator.load.suggest import did_you_mean
from generator.model import LANGUAGES, Language, Override, PageSection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.limits import Limits
    from generator.load.targets import Targets

FOLDER: Final = "content/overrides"
_HOME: Final = "home.md"
_SINGULAR: Final[dict[PageSection, str]] = {
    "articles": "article",
    "topics": "topic",
    "sources": "source",
}


class Overrides(NamedTuple):
    """What the folder holds."""

    sound: tuple[Override, ...]
    """By path."""
    problems: list[Problem]


def load_overrides(
    folder: int, entries: list[Entry], targets: Targets, limits: Limits
) -> Overrides:
    """Return the overrides of the open folder.

    An override of something that is broken itself is checked, but left out.
    """
    found = list(_languages(folder, entries, targets, limits))
    # Which articles have a page is known now, and only those can be what the home page leads with.
    with_pages = targets._replace(pageless=_pageless(found))
    found += _homes(folder, entries, with_pages, limits)
    sound = sorted((x for x in found if isinstance(x, Override)), key=lambda item: item.path)
    return Overrides(tuple(sound), [x for x in found if isinstance(x, Problem)])


def _pageless(found: list[Override | Problem]) -> frozenset[str]:
    return frozenset(
        item.id
        for item in found
        if isinstance(item, Override) and (item.hidden or item.merged_into)
    )


def _languages(
    folder: int, entries: list[Entry], targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    for entry in entries:
        path = join(FOLDER, entry.name)
        language = next((known for known in LANGUAGES if known == entry.name), None)
        if special := refuse_special(entry, path):
            yield special
        elif entry.kind == "file":
            remedy = f"Move it to {FOLDER}/ar/… or {FOLDER}/en/…"
            yield Problem(path, 0, "An override lies in the folder of its language", remedy)
        elif language is None:
            remedy = did_you_mean(entry.name, LANGUAGES, f"Use {FOLDER}/ar or {FOLDER}/en")
            yield Problem(path, 0, f"There is no language {quoted(entry.name)}", remedy)
        else:
            yield from _guarded(path, _language(folder, language, targets, limits))


def _guarded(path: str, found: Iterator[Override | Problem]) -> Iterator[Override | Problem]:
    """Yield what is found in a folder, or why the folder can't be read."""
    try:
        yield from found
    except Refused as refused:
        yield refused.problem(path)


def _language(
    parent: int, language: Language, targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    with open_folder(parent, language) as folder:
        for entry in list_folder(folder):
            path = join(f"{FOLDER}/{language}", entry.name)
            section = next((known for known in _SINGULAR if known == entry.name), None)
            if special := refuse_special(entry, path):
                yield special
            elif entry == (_HOME, "file"):
                continue  # read last, by _homes
            elif entry.kind == "file":
                remedy = f"Move it to {', '.join(_SINGULAR)}; the home page's is called home.md"
                yield Problem(path, 0, "An override lies in the folder of its section", remedy)
            elif section is None:
                remedy = did_you_mean(entry.name, _SINGULAR, f"Use {', '.join(_SINGULAR)}")
                yield Problem(path, 0, f"There is no section {quoted(entry.name)}", remedy)
            else:
                found = _section(folder, language, section, targets, limits)
                yield from _guarded(path, found)


def _homes(
    parent: int, entries: list[Entry], targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    for language in LANGUAGES:
        path = f"{FOLDER}/{language}"
        if (language, "folder") in entries:
            yield from _guarded(path, _home(parent, language, targets, limits))


def _home(
    parent: int, language: Language, targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    with open_folder(parent, language) as folder:
        for entry in list_folder(folder):
            if entry == (_HOME, "file"):
                place = Place(language, "home", "home", f"{FOLDER}/{language}/{_HOME}")
                yield from _file(folder, entry, place, targets, limits)


def _section(
    parent: int, language: Language, section: PageSection, targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    with open_folder(parent, section) as folder:
        for entry in list_folder(folder):
            path = join(f"{FOLDER}/{language}/{section}", entry.name)
            name = entry.stem
            if special := refuse_special(entry, path):
                yield special
            elif entry.kind == "folder" or entry.suffix != ".md":
                remedy = "Name it <id>.md, or remove it"
                yield Problem(path, 0, "This is no override, and is not read", remedy, "warning")
            else:
                if targets.is_unknown(section, name):
                    yield _unknown(section, name, path, targets)
                yield from _file(
                    folder, entry, Place(language, section, name, path), targets, limits
                )


def _unknown(section: PageSection, name: str, path: str, targets: Targets) -> Problem:
    known = targets.declared[section] or ()
    message = f"There is no {_SINGULAR[section]} {quoted(name)}"
    if slug_of(name) in known:  # named like the article's file instead of its id
        return Problem(path, 0, message, f"Rename it to {slug_of(name)}.md, after the id")
    remedy = did_you_mean(name, known, "Name it after the id of the page that it corrects")
    return Problem(path, 0, message, remedy)


def _file(
    folder: int, entry: Entry, place: Place, targets: Targets, limits: Limits
) -> Iterator[Override | Problem]:
    report = Report(place.path)
    override = None
    try:
        data = read_file(folder, entry.name, limits.override_bytes, "override_bytes")
        override = read_override(decode(data, markup=True), place, report, targets, limits)
    except Refused as refused:
        report.problems.append(refused.problem(place.path))
    yield from report.problems
    has_page = place.section == "home" or place.id in targets.sound[place.section]
    if override and report.sound and has_page:
        yield override
