"""``mujaz translate``: writes English drafts of articles, and remembers what editors accept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from generator.analysis.mentions import build_matcher
from generator.analysis.stage import analyse_all
from generator.commands.edit import find_page
from generator.commands.project import load_project
from generator.errors import MujazError, UsageError, printable
from generator.load.project import load_content
from generator.moves import find_moves
from generator.pages.strings import load_interface
from generator.report import Stage
from generator.scaffold.writing import replace_file, write_new
from generator.shell.config import settings_of
from generator.translate.accepted import accepted
from generator.translate.draft import Source, draft_text, is_untouched
from generator.translate.memory import Memory, Unit
from generator.translate.memory_file import PATH, read_memory, remember
from generator.translate.options import make_provider, read_options
from generator.translate.provider import AnswerError, ProviderError
from generator.translate.sentences import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.config import Settings
    from generator.errors import Problem
    from generator.model import ArticleId, Content, Language, Override
    from generator.pages.strings import Interface
    from generator.translate.provider import Provider
    from generator.translate.sentences import Rendered

_LANGUAGE: Final = "en"
_ENOUGH: Final = 3
"""Articles in a row of which a machine translates nothing, after which it is not asked again."""
_MISSING: Final = {"summary": "Summary", "translation": "Translation"}


@dataclass(frozen=True, slots=True)
class Work:
    """A project as a translator sees it."""

    settings: Settings
    content: Content
    ui: Interface
    """The words of English pages."""
    sources: tuple[Source, ...]
    overrides: Mapping[ArticleId, Mapping[Language, Override]]
    problems: tuple[Problem, ...]
    """Of articles that can't be analysed."""

    def override(self, source: Source) -> Override | None:
        """Return the English override of an article, None where there is none that is sound."""
        return self.overrides.get(source.article.id, {}).get(_LANGUAGE)

    def accepted(self) -> tuple[Unit, ...]:
        """Return what editors have accepted."""
        found = ((source, self.override(source)) for source in self.sources)
        return accepted((s.article, s.analysis, o) for s, o in found if o)

    def names(self, source: Source) -> dict[str, str]:
        """Return the English names of the topics that an article mentions, by each Arabic one."""
        topics = sorted({mention.topic for mention in source.analysis.mentions})
        known = [self.content.topics[topic] for topic in topics]
        return {ar: t.name.en for t in known for ar in (*t.aliases_ar, t.name.ar) if ar}


def run_translate(
    folder: Path,
    pages: Sequence[str],
    *,
    provider: str | None,
    everything: bool,
    remembering: bool,
) -> int:
    """Write drafts, or the memory; return 1 where an article could not be drafted, else 0."""
    config, plugin = load_project(folder)
    settings = settings_of(config, plugin.config)
    if remembering:
        if pages or provider or everything:
            raise UsageError("--remember translates nothing: leave out all else but -C.")
        return write_memory(settings)
    options = read_options(plugin.config.translate)
    return write_drafts(
        settings, pages, make_provider(provider, options, os.environ), anew=everything
    )


def write_memory(settings: Settings) -> int:
    """Remember what editors have accepted; return 0."""
    work = _load(settings)
    present = {source.article.id for source in work.sources}
    count, problems = remember(settings.root, work.accepted(), present, settings.limits)
    _say(problems)
    click.echo(f"{PATH}: {count:,} {'entry' if count == 1 else 'entries'}.")
    return 0


def write_drafts(
    settings: Settings, pages: Sequence[str], machine: Provider, *, anew: bool = False
) -> int:
    """Draft the pages, or all that lack one; return 1 where one could not be drafted, else 0.

    ``anew`` drafts what has a draft already.
    """
    work = _load(settings)
    chosen = [_source(page, work) for page in pages] if pages else list(_all(work))
    known = read_memory(settings.root, settings.limits)
    _say(known.problems)
    memory = Memory([*known.units, *work.accepted()])
    failures = [str(problem) for problem in work.problems]
    wanted = []
    for source in chosen:
        why = why_left_alone(work, source, anew=anew)
        if why is None:
            wanted.append(source)
        elif why and (pages or work.override(source)):
            click.echo(f"{_path(source)}: {why}")
    failures += _draft_each(work, wanted, machine, memory)
    return 1 if failures else 0


def _draft_each(
    work: Work, sources: Sequence[Source], machine: Provider, memory: Memory
) -> list[str]:
    """Draft the articles; one that can't be costs only itself. Return what was said of those.

    Raises ProviderError where the provider can't be used, or a few in a row come to nothing.
    """
    failures: list[str] = []
    fruitless = 0
    for source in sources:
        try:
            _draft(work, source, machine, memory)
            fruitless = 0
        except ProviderError:
            raise
        except MujazError as error:
            failures.append(str(error))
            click.echo(failures[-1], err=True)
            fruitless += isinstance(error, AnswerError)
            if fruitless == _ENOUGH:
                raise ProviderError(
                    f"{machine.name}: Nothing that it says of {_ENOUGH} articles in a row can be "
                    "used. Look at the model, and at what is said above."
                ) from error
    return failures


def _load(settings: Settings) -> Work:
    content = load_content(settings.root, settings.limits)
    matcher = build_matcher(content.topics.values())
    analysed = analyse_all(content, matcher, settings, Stage("analyse"))
    _say(analysed.problems)
    sources = tuple(Source(article, analysis) for article, analysis, _ in analysed.results)
    ui = load_interface(_LANGUAGE, settings.template_folders)
    return Work(settings, content, ui, sources, content.overrides_by_article(), analysed.problems)


def _source(page: str, work: Work) -> Source:
    name = find_page(page, work.content)
    if (name.language, name.section) != (_LANGUAGE, "articles"):
        raise UsageError(f"{name}: Only English pages of articles are translated: en/articles/<id>")
    found = next((s for s in work.sources if s.article.id == name.id), None)
    if found is None:
        raise MujazError(f"{name}: Its article can't be analysed; nothing is written.")
    return found


def _all(work: Work) -> Iterator[Source]:
    """Yield the articles that have a page."""
    moved = find_moves(work.content).targets
    for source in work.sources:
        key = source.article.id
        hidden = any(o.hidden for o in work.overrides.get(key, {}).values())
        if not hidden and f"articles/{key}" not in moved:
            yield source


def why_left_alone(work: Work, source: Source, *, anew: bool) -> str | None:
    """Return why an article is not to be drafted, None where it is; empty: nothing to say."""
    override = work.override(source)
    if source.analysis.language == _LANGUAGE:
        return "The article is in English already."
    if override is None:
        there = (work.settings.root / _path(source)).exists()
        return "It can't be read; `mujaz check` says why. It stays as it is." if there else None
    if not override.is_draft:
        has = {section.kind for section in override.sections}
        lacks = [] if override.title else ["title"]
        lacks += [name for kind, name in _MISSING.items() if kind not in has]
        return f"An editor's; it stays as it is. It lacks: {', '.join(lacks)}." if lacks else ""
    if not is_untouched(override):
        return (
            "Somebody has been at this draft; it stays as it is. Set `origin: editor` if it is "
            "reviewed, or delete it to have it drafted anew."
        )
    return "" if override.source == source.article.version and not anew else None


def _draft(work: Work, source: Source, machine: Provider, memory: Memory) -> None:
    """Write the draft of one article.

    Raises ProviderError where the provider can't be used, AnswerError where it has translated
    nothing, MujazError where the draft can't be written.
    """
    settings, path = work.settings, _path(source)
    target = settings.root / path
    before = target.read_bytes() if target.exists() else None
    rendered = render(source.wanted(), machine, memory, work.names(source))
    left = [sentence for sentence in rendered.values() if not sentence.english]
    if len(left) == len(rendered):
        if machine.name != "memory":
            raise AnswerError(
                f"{source.article.path}: {machine.name} has translated none of its sentences: "
                f"{left[0].why}. Nothing is written."
            )
        click.echo(f"{path}: The memory knows none of its sentences; nothing is written.")
        return
    text = draft_text(source, rendered, machine.name, work.ui, settings.limits)
    if before is None:
        write_new(settings.root, path, text)
    elif target.read_bytes() != before:
        raise MujazError(f"{path}: It has changed meanwhile; it stays as it is.")
    else:
        replace_file(settings.root, path, text.encode())
    _report(source, path, rendered)


def _report(source: Source, path: str, rendered: Mapping[str, Rendered]) -> None:
    memory = sum(sentence.origin == "memory" for sentence in rendered.values())
    left = [sentence for sentence in rendered.values() if not sentence.english]
    parts = [f"{len(rendered)} sentences"]
    parts += [f"{memory} from memory"] if memory else []
    parts += [f"{len(left)} left in Arabic:"] if left else []
    click.echo(f"{path}: {', '.join(parts)}")
    for sentence in left:
        line = _line_of(sentence.arabic, source.article.text)
        shown = sentence.arabic if len(sentence.arabic) <= 60 else sentence.arabic[:59] + "…"
        click.echo(printable(f"  {source.article.path}:{line}: {shown} – {sentence.why}"))


def _line_of(sentence: str, text: str) -> int:
    """Return the line of the article in which a sentence begins, from 1."""
    start = sentence[:40]
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if start in " ".join(line.split())), 1)


def _path(source: Source) -> str:
    return f"content/overrides/{_LANGUAGE}/articles/{source.article.id}.md"


def _say(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)
