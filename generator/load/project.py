"""Reads a whole project: what is sound under ``content/``, and what is wrong with the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from generator.load.articles import Articles, load_articles
from generator.load.decode import decode
from generator.load.files import Entry, join, list_folder, open_folder, open_root, read_file
from generator.load.limits import DEFAULTS, Limits
from generator.load.overrides import Overrides, load_overrides
from generator.load.redirects import read_redirects
from generator.load.refused import Refused, Report
from generator.load.sources import Sources, read_sources
from generator.load.strays import special_files, unknown_entries
from generator.load.strict_yaml import remembering
from generator.load.targets import Targets
from generator.load.topic_folder import Topics, load_topics
from generator.model import Content

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path

    from generator.cache import Cache
    from generator.errors import Problem
    from generator.load.html_scan import Page
    from generator.load.strict_yaml import ParsedYaml

_CONTENT: Final = "content"
_SOURCES: Final = "sources.yml"
_REDIRECTS: Final = "redirects.yml"
MEMORY: Final = "memory.tmx"
"""What editors' translations have taught; only ``mujaz translate`` reads and writes it."""
_KNOWN: Final = ("articles", "topics", _SOURCES, "overrides", "pages", _REDIRECTS, MEMORY)
_REMEDIES: Final = {
    _CONTENT: "Create it, or say with -C where the project is",
    "articles": "Create it and put articles there, as .txt, .md or .html files",
}

_NO_ARTICLES: Final = Articles((), frozenset(), [])
_NO_TOPICS: Final = Topics({}, frozenset(), [])
_NO_OVERRIDES: Final = Overrides((), [])

T = TypeVar("T")


def load_content(
    root: Path,
    limits: Limits = DEFAULTS,
    pages: MutableMapping[str, Page] | None = None,
    parsed: Cache[ParsedYaml] | None = None,
) -> Content:
    """Return everything sound that a project's ``content/`` holds, and all its problems.

    ``pages`` remembers what was taken out of HTML, by the SHA-256 of its source, for whoever
    loads again and again; ``parsed`` keeps what was read of YAML. Raises
    :class:`generator.errors.UsageError` where ``root`` is no folder that can be read.
    """
    with remembering(parsed, limits), open_root(root) as folder:
        try:
            with open_folder(folder, _CONTENT, _REMEDIES[_CONTENT]) as content:
                return _load(content, limits, {} if pages is None else pages)
        except Refused as refused:
            return Content((), {}, {}, (), (refused.problem(_CONTENT),))


def _load(content: int, limits: Limits, pages: MutableMapping[str, Page]) -> Content:
    entries = {entry.name: entry for entry in list_folder(content)}
    problems = list(unknown_entries(_CONTENT, entries.values(), _KNOWN))

    def within(name: str, load: Callable[[int, list[Entry]], T], empty: T) -> T | None:
        """Load one folder: ``empty`` where there is none, None where it can't be read."""
        entry = entries.get(name)
        if entry is None and name not in _REMEDIES:
            return empty
        if entry and entry.kind in ("link", "other"):
            return None  # unknown_entries has said so
        try:
            with open_folder(content, name, _REMEDIES.get(name, "")) as folder:
                return load(folder, list_folder(folder))
        except Refused as refused:
            problems.append(refused.problem(join(_CONTENT, name)))
            return None

    sources, found = _load_sources(content, entries.get(_SOURCES), limits)
    problems += found
    topics = within("topics", partial(load_topics, limits=limits), _NO_TOPICS)
    load_all_articles = partial(load_articles, sources=sources, limits=limits, pages=pages)
    articles = within("articles", load_all_articles, _NO_ARTICLES)
    targets = _targets(articles, topics, sources)
    load_all_overrides = partial(load_overrides, targets=targets, limits=limits)
    overrides = within("overrides", load_all_overrides, _NO_OVERRIDES)
    redirects, found = _load_redirects(content, entries.get(_REDIRECTS), targets, limits)
    problems += found
    if "pages" in entries:
        problems += special_files(content, "pages", join(_CONTENT, "pages"))
    for loaded in (topics, articles, overrides):
        problems += loaded.problems if loaded else []
    return Content(
        (articles or _NO_ARTICLES).sound,
        (topics or _NO_TOPICS).sound,
        sources.by_id,
        (overrides or _NO_OVERRIDES).sound,
        tuple(sorted(set(problems))),
        redirects,
    )


def _load_sources(
    content: int, entry: Entry | None, limits: Limits
) -> tuple[Sources, list[Problem]]:
    if entry is None:
        return Sources(), []
    report = Report(join(_CONTENT, _SOURCES))
    try:
        if entry.kind in ("file", "folder"):  # of the others, unknown_entries has said so
            data = read_file(content, _SOURCES, limits.yaml_bytes, "yaml_bytes")
            return read_sources(decode(data), report, limits), report.problems
    except Refused as refused:
        report.problems.append(refused.problem(report.path))
    return Sources(declared=None), report.problems


def _load_redirects(
    content: int, entry: Entry | None, targets: Targets, limits: Limits
) -> tuple[dict[str, str], list[Problem]]:
    if entry is None or entry.kind in ("link", "other"):  # unknown_entries has said so
        return {}, []
    report = Report(join(_CONTENT, _REDIRECTS))
    try:
        data = read_file(content, _REDIRECTS, limits.yaml_bytes, "yaml_bytes")
        return read_redirects(decode(data), report, targets, limits), report.problems
    except Refused as refused:
        return {}, [*report.problems, refused.problem(report.path)]


def _targets(articles: Articles | None, topics: Topics | None, sources: Sources) -> Targets:
    return Targets(
        sound={
            "articles": {article.id for article in articles.sound} if articles else set(),
            "topics": topics.sound.keys() if topics else set(),
            "sources": sources.by_id.keys(),
        },
        declared={
            "articles": articles.declared if articles else None,
            "topics": topics.declared if topics else None,
            "sources": sources.declared,
        },
    )
