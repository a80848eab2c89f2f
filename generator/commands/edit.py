"""``mujaz edit``: writes the override of a page, or moves one to the article's new version."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from generator.analysis.analyse import Input, analyse
from generator.analysis.knowledge import Knowledge
from generator.analysis.mentions import build_matcher
from generator.commands.project import load_project
from generator.errors import ContentError, MujazError, UsageError, printable
from generator.load.override_file import Place, read_override
from generator.load.overrides import FOLDER
from generator.load.project import load_content
from generator.load.refused import Report, quoted
from generator.load.suggest import closest
from generator.load.targets import Targets
from generator.model import LANGUAGES, ArticleId, Override, SourceId, TopicId
from generator.pages.strings import load_interface
from generator.scaffold.history import earlier_text
from generator.scaffold.override import (
    article_override,
    home_override,
    source_override,
    topic_override,
)
from generator.scaffold.refresh import difference, refreshed
from generator.scaffold.writing import replace_file, write_new
from generator.shell.config import settings_of
from generator.versions import changes_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.config import Settings
    from generator.model import Article, Content, Language, PageSection


_THERE: Final = "Edit it, or move it to the article's new version with --refresh."


class PageName(NamedTuple):
    """The page that an override corrects, as a user names it: ``en/articles/<id>``, ``en/home``."""

    language: Language
    section: PageSection
    id: str

    def __str__(self) -> str:
        rest = "home" if self.section == "home" else f"{self.section}/{self.id}"
        return f"{self.language}/{rest}"

    @property
    def path(self) -> str:
        """Return the path of its override in the project."""
        return f"{FOLDER}/{self}.md"


def run_edit(folder: Path, pages: Sequence[str], *, refresh: bool, yes: bool) -> int:
    """Write or refresh the override of each page; return 0.

    Raises UsageError where there is no such page, or it has an override already.
    """
    config, plugin = load_project(folder)
    settings = settings_of(config, plugin.config)
    content = load_content(settings.root, settings.limits)
    names = [find_page(page, content) for page in pages]
    for name in names:
        if refresh:
            _refresh(name, content, settings, yes=yes)
        else:
            text = new_override(name, content, settings)
            advice = _THERE if name.section == "articles" else "Edit it."
            write_new(settings.root, name.path, text, advice)
            click.echo(name.path)
    return 0


def find_page(page: str, content: Content) -> PageName:
    """Return the page that a user means: its address, or the path of its override.

    Raises UsageError, with the nearest name, where there is no such page.
    """
    path = page.removeprefix("./").removeprefix(f"{FOLDER}/").removesuffix(".md").strip("/")
    known = [f"{language}/{page}" for page in _known_pages(content) for language in LANGUAGES]
    if path not in known:
        near = closest(path, known)
        advice = (
            f"Did you mean {near}?"
            if near
            else "Give it like en/articles/<id>, ar/topics/<id>, en/sources/<id> or ar/home."
        )
        raise UsageError(f"{quoted(page)}: There is no such page. {advice}")
    language: Language = "ar" if path.startswith("ar/") else "en"
    section, _, key = path[3:].partition("/")
    return PageName(language, section, key or section)  # type: ignore[arg-type]


def _known_pages(content: Content) -> Iterable[str]:
    yield "home"
    yield from (f"articles/{article.id}" for article in content.articles)
    yield from (f"topics/{topic}" for topic in content.topics)
    yield from (f"sources/{source}" for source in content.sources)


def new_override(name: PageName, content: Content, settings: Settings) -> str:
    """Return the text of a new override of the page."""
    ui = load_interface(name.language, settings.template_folders)
    if name.section == "topics":
        return topic_override(content.topics[TopicId(name.id)], ui)
    if name.section == "sources":
        return source_override(content.sources[SourceId(name.id)], ui)
    if name.section == "home":
        return home_override(settings.name.get(name.language), ui)
    article = _article(content, name)
    knowledge = Knowledge(content.topics, content.sources, build_matcher(content.topics.values()))
    analysis = analyse(Input(article.text, article.path, article.sidecar), knowledge)
    return article_override(article, analysis, ui)


def _article(content: Content, name: PageName) -> Article:
    return next(article for article in content.articles if article.id == ArticleId(name.id))


def _refresh(name: PageName, content: Content, settings: Settings, *, yes: bool) -> None:
    override = _existing(name, content)
    article = _article(content, name)
    if override.source == article.version and override.source_lines:
        click.echo(f"{name.path}: written against the article's version of now.")
        return
    if override.source != article.version:
        changes = changes_since(override.source_lines, article.text)
        click.echo(f"{name.path}: {article.path} has changed: {changes}.")
        before = earlier_text(settings.root, article.path, override.source or "")
        for line in difference(article, changes, before):
            click.echo(printable(line))
        if not yes and not sys.stdin.isatty():
            raise UsageError(
                f"{name.path}: It stays as it is: nobody is there to say that it is right for this "
                "text. Give --yes if it is."
            )
        if not yes and not click.confirm("Is the override right for this text?"):
            click.echo("It stays as it is. Correct it, then refresh it again.")
            return
    target = settings.root / name.path
    text = target.read_bytes().decode("utf-8-sig")
    fresh = refreshed(text, article)
    _check_rewritten(fresh, override, article, content, settings)
    replace_file(settings.root, name.path, fresh.encode())
    click.echo(f"{name.path}: now at version {article.version}.")


def _existing(name: PageName, content: Content) -> Override:
    if name.section != "articles":
        raise UsageError(f"{name}: Only the overrides of articles know a version to move.")
    found = content.overrides_by_article().get(ArticleId(name.id), {}).get(name.language)
    if found is None:
        problems = [p for p in content.problems if p.path == name.path]
        if problems:
            raise ContentError(*problems)
        raise UsageError(f"{name.path}: There is no such override yet. Leave out --refresh.")
    return found


def _check_rewritten(
    text: str, before: Override, article: Article, content: Content, settings: Settings
) -> None:
    """Raise MujazError unless the new text says what the old one said, but for the version."""
    topics = content.topics.keys()
    ids = {a.id for a in content.articles}
    targets = Targets({"topics": topics, "articles": ids}, {"topics": topics, "articles": ids})
    place = Place(before.language, before.section, before.id, before.path)
    after = read_override(text, place, Report(before.path), targets, settings.limits)
    same = replace(
        after,
        source=before.source,
        source_lines=before.source_lines,
        sections=before.sections,
    )
    sections = [(s.kind, s.heading, s.markdown) for s in after.sections]
    if (
        same != before
        or after.source != article.version
        or sections != [(s.kind, s.heading, s.markdown) for s in before.sections]
    ):
        raise MujazError(
            f"{before.path}: Its front matter is written in a way that can't be changed safely. "
            f'Set `source: "{article.version}"` there, and delete `source_lines`.'
        )
