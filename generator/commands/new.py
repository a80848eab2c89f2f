"""``mujaz new``: a project, an article or a topic that is right at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.arabic.language import language_of
from generator.commands.project import config_file
from generator.errors import ContentError, UsageError, printable
from generator.load.articles import text_of
from generator.load.project import load_content
from generator.load.refused import Refused, quoted
from generator.load.schema import is_web_address, parse_date
from generator.load.slugs import why_no_id
from generator.load.suggest import did_you_mean
from generator.load.text import hidden_in
from generator.model import Bilingual
from generator.scaffold.project import KEPT, english_name, project_files
from generator.scaffold.requirement import requirement
from generator.scaffold.sidecar import sidecar_file
from generator.scaffold.topic import topic_file, topic_path, topic_problems
from generator.scaffold.writing import write_new

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Content

_ARTICLES = "content/articles"
_SUFFIXES = (".txt", ".md", ".html", ".htm")


def new_project(folder: Path, name_ar: str, name_en: str | None) -> int:
    """Write an empty project that builds; return 0.

    Raises UsageError where that would write over something, or a name can't be one.
    """
    _check_plain({"name-ar": name_ar, "name-en": name_en or ""})
    english = name_en or english_name(folder.resolve().name)
    mujaz = requirement()
    files = project_files(Bilingual(name_ar, english), mujaz)
    shown = printable(str(folder))
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{shown}: This is no folder. Give a new folder, or an empty one.")
    there = [path for path in files if (folder / path).exists()]
    if found := [path for path in there if path not in KEPT]:
        first = min(found, key=lambda path: path.count("/"))
        raise UsageError(f"{shown}: {first} is there already. Give a new or empty folder.")
    written = [path for path in files if path not in there]
    for path in written:
        write_new(folder, path, files[path])
    option = "" if folder.resolve() == Path.cwd() else f" -C {shown}"
    kept = f", {' and '.join(there)} kept" if there else ""
    if not mujaz.certain:
        click.echo(
            f"requirements.txt asks for {mujaz.line}, and no index may have it: write there where "
            "your CI finds Mujaz.",
            err=True,
        )
    click.echo(f"{shown}: {len(written)} files written{kept}. Next:")
    click.echo(f"  mujaz new article <id>{option}")
    click.echo(f"  mujaz serve{option}")
    return 0


def new_article(folder: Path, name: str, file: Path | None, given: Mapping[str, str]) -> int:
    """Write an article from ``file``, or from standard input, with its sidecar; return 0.

    Raises UsageError where the id is taken or can't be one, the text can't be read, or a value of
    ``given`` is wrong.
    """
    content = _content(folder)
    _check_id(name)
    taken = [f"{_ARTICLES}/{p.name}" for p in (folder / _ARTICLES).glob(f"{name}.*")]
    taken += [a.path for a in content.articles if a.id == name]
    if taken:
        raise UsageError(f"{printable(taken[0])}: This is there already. Choose another id.")
    _check_given(given, content)
    suffix = file.suffix.lower() if file and file.suffix.lower() in _SUFFIXES else ".txt"
    data = _read(file)
    try:
        text = text_of(data, suffix)
    except Refused as refused:
        raise UsageError(f"{_shown(file)}: {refused}") from refused
    for path, written in (
        (f"{_ARTICLES}/{name}{suffix}", data),
        (f"{_ARTICLES}/{name}.yml", sidecar_file(language_of(text), given).encode()),
    ):
        write_new(folder, path, written)
        click.echo(path)
    return 0


def new_topic(folder: Path, name: str, kind: str, names: Bilingual) -> int:
    """Write a topic; return 0.

    Raises UsageError where the id is taken or can't be one, ContentError where the names can't be
    a topic's or belong to another one.
    """
    content = _content(folder)
    _check_id(name)
    path = topic_path(name)
    text = topic_file(kind, names)
    problems = (
        [] if (folder / path).exists() else topic_problems(name, text, content.topics.values())
    )
    if problems:
        raise ContentError(*problems)
    write_new(folder, path, text, "Edit it, or choose another id.")
    click.echo(path)
    return 0


def _content(folder: Path) -> Content:
    config_file(folder)
    return load_content(folder)


def _check_id(name: str) -> None:
    if fault := why_no_id(name):
        raise UsageError(". ".join(fault) + ".")


def _check_plain(given: Mapping[str, str]) -> None:
    """Raise UsageError where an option holds what no file of a project may."""
    for option, text in given.items():
        if hidden := hidden_in(text):
            raise UsageError(f"--{option}: {quoted(text)} holds the hidden {hidden}. Delete it.")


def _check_given(given: Mapping[str, str], content: Content) -> None:
    _check_plain(given)
    source, url, published = (given.get(key) for key in ("source", "url", "published"))
    if source is not None and source not in content.sources:
        remedy = did_you_mean(source, content.sources, "Add it to content/sources.yml first.")
        raise UsageError(f"--source: {quoted(source)} is not in content/sources.yml. {remedy}")
    if url is not None and not is_web_address(url):
        raise UsageError(f"--url: {quoted(url)} is no web address. Write it whole: https://…")
    if published is not None and not parse_date(published):
        raise UsageError(f"--published: {quoted(published)} is no date. Write it like 2025-01-17.")


def _read(file: Path | None) -> bytes:
    if file is None:
        if sys.stdin.isatty():
            click.echo("Paste the article, then press Ctrl-D on a line of its own.", err=True)
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{_shown(file)}: {error.strerror}.") from error


def _shown(file: Path | None) -> str:
    return "standard input" if file is None else printable(str(file))
