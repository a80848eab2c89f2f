"""The articles of a project with their sidecars: ``content/articles/``."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from generator.errors import Problem
from generator.load.article_files import FOLDER, ArticleFile, is_html, sort_out
from generator.load.decode import LOST, decode
from generator.load.files import Entry, join, read_file
from generator.load.html_scan import Page
from generator.load.html_worker import html_reader
from generator.load.limits import DEFAULTS, Limits, or_raise
from generator.load.refused import Refused, Report
from generator.load.sidecars import read_sidecar
from generator.load.text import has_words, normalise
from generator.model import Article, Bilingual, Sidecar
from generator.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.load.sources import Sources

_STATED: Final = Bilingual("كما تذكر بيانات الصفحة", "As stated in the page's metadata")

_NOTHING: Final = b"\x00\xef\xbb\xbf\xfe\xff \t\r\n"
"""Zeros, white space and byte order marks."""

Pages: TypeAlias = MutableMapping[str, Page]
"""HTML pages that were read before, by the SHA-256 of their source."""


class Articles(NamedTuple):
    """What the folder holds."""

    sound: tuple[Article, ...]
    """By id."""
    declared: frozenset[str]
    """Ids of all article files, broken ones too."""
    problems: list[Problem]


def load_articles(
    folder: int, entries: Iterable[Entry], sources: Sources, limits: Limits, pages: Pages
) -> Articles:
    """Return the articles of the open folder.

    An article whose sidecar is broken is left out: it would show a wrong date or source.
    """
    files, declared, problems = sort_out(entries, limits)
    if not declared:
        remedy = "Put a .txt, .md or .html file there"
        problems.append(Problem(FOLDER, 0, "There is no article yet", remedy, "warning"))
    sound = []
    with html_reader(limits) as read_html:
        read_page = partial(_read_page, read_html=read_html, pages=pages)
        for file in files:
            sidecar, found = _load_sidecar(folder, file, sources, limits)
            problems += found
            try:
                data = read_file(folder, file.entry.name, limits.article_bytes, "article_bytes")
                page = _page_of(data, file.entry.suffix, read_page, limits)
            except Refused as refused:
                problems.append(refused.problem(join(FOLDER, file.entry.name)))
            else:
                problems += _gaps(file, page)
                if sidecar is not None:
                    sound.append(_article(file, page, sidecar))
    return Articles(tuple(sorted(sound, key=lambda article: article.id)), declared, problems)


def text_of(data: bytes, suffix: str, limits: Limits = DEFAULTS) -> str:
    """Return the text of an article's file outside of a project, as a project would have it.

    ``suffix`` is that of the file's name. Raises ``Refused`` where there is no text in it.
    """
    with html_reader(limits) as read_html:
        return _page_of(data, suffix, read_html, limits).text


def _page_of(data: bytes, suffix: str, read_html: Callable[[str], Page], limits: Limits) -> Page:
    markup = is_html(suffix)
    # All that a disk has left of some files is zeros.
    text = normalise(decode(data, markup=markup, lossy=True)) if data.strip(_NOTHING) else ""
    page = read_html(text) if markup else Page(text, None)
    if not has_words(page.text):  # Markdown in it means nothing
        what = "holds no letter and no digit" if page.text.strip() else "is empty"
        raise Refused(f"The article {what}", "Write it, or remove the file")
    most = limits.article_lines
    if page.text.count("\n") >= most and sum(map(has_words, page.text.split("\n"))) > most:
        raise Refused(
            f"The article has more than {most:,} lines",
            f"Shorten it, {or_raise('article_lines')}",
        )
    return page


def _gaps(file: ArticleFile, page: Page) -> list[Problem]:
    """Return where the first character is missing, in this conversion or an earlier one."""
    before, lost, _ = page.text.partition(LOST)
    if not lost:
        return []
    # The text of a web page has other lines than its file.
    line = 0 if is_html(file.entry.suffix) else before.count("\n") + 1
    message = f"A character can't be read; “{LOST}” is shown in its place"
    remedy = "Write the character, or save the file anew in the encoding UTF-8"
    return [Problem(join(FOLDER, file.entry.name), line, message, remedy, "warning")]


def _read_page(source: str, read_html: Callable[[str], Page], pages: Pages) -> Page:
    key = hashlib.sha256(source.encode()).hexdigest()
    if key not in pages:
        pages[key] = read_html(source)
    return pages[key]


def _article(file: ArticleFile, page: Page, sidecar: Sidecar) -> Article:
    version = version_of(page.text)
    if page.published and not sidecar.published:
        published = date.fromisoformat(page.published)
        sidecar = replace(sidecar, published=published, published_reason=_STATED)
    return Article(file.id, page.text, join(FOLDER, file.entry.name), version, sidecar)


def _load_sidecar(
    folder: int, file: ArticleFile, sources: Sources, limits: Limits
) -> tuple[Sidecar | None, list[Problem]]:
    """Return what the sidecar states, nothing where there is none, None where it is broken."""
    if file.sidecar is None:
        return Sidecar(), []
    path = join(FOLDER, file.sidecar.name)
    report = Report(path)
    sidecar = None
    if file.sidecar.readable:
        try:
            data = read_file(folder, file.sidecar.name, limits.yaml_bytes, "yaml_bytes")
            sidecar = read_sidecar(decode(data), report, sources, limits)
        except Refused as refused:
            report.problems.append(refused.problem(path))
    if sidecar is not None and report.sound:
        return sidecar, report.problems
    message = "The article is left out because its sidecar is broken"
    left_out = Problem(join(FOLDER, file.entry.name), 0, message, f"Mend {path}")
    return None, [*report.problems, left_out]
