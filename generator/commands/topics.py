"""``mujaz topics suggest``: names and spellings that the topics lack, shown or written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from generator.analysis.prepare import prepare
from generator.analysis.suggest import Proposal, render_proposals, suggest_topics
from generator.analysis.suggest.render import comment_lines, english_name
from generator.analysis.suggest.transliterate import slug
from generator.arabic.fold import fold
from generator.commands.project import config_file
from generator.errors import ContentError, UsageError, printable
from generator.load.project import load_content
from generator.load.refused import quoted
from generator.load.suggest import did_you_mean
from generator.model import Bilingual, Topic, TopicId
from generator.scaffold.alias import with_alias
from generator.scaffold.topic import topic_file, topic_path, topic_problems
from generator.scaffold.writing import replace_file, write_new

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model import Content

_TOPICS: Final = "content/topics/"


def run_suggest(folder: Path, names: Sequence[str], *, most: int, write: bool) -> int:
    """Show the best proposals, or those of ``names``, as YAML; write them if asked; return 0.

    Raises UsageError for a name that is not proposed, ContentError where something is to be written
    and a topic can't be read: what is proposed may stand there.
    """
    config_file(folder)
    content = load_content(folder)
    proposals = chosen(propose(content), names, most)
    if not write:
        click.echo(render_proposals(proposals), nl=False)
        if not proposals:
            click.echo("Nothing to propose.", err=True)
        return 0
    errors = [problem for problem in content.problems if problem.severity == "error"]
    if broken := [problem for problem in errors if problem.path.startswith(_TOPICS)]:
        raise ContentError(*broken)
    topics = dict(content.topics)
    for proposal in proposals:
        _write(folder, proposal, topics)
    return 0


def propose(content: Content) -> tuple[Proposal, ...]:
    """Return all proposals for a project, best first."""
    documents = {
        article.id: prepare(
            article.text, article.sidecar, content.sources, article.sidecar.published
        )
        for article in content.articles
    }
    return suggest_topics(documents, content.topics)


def chosen(proposals: Sequence[Proposal], names: Sequence[str], most: int) -> list[Proposal]:
    """Return the proposals of ``names``, or the best ``most`` where none is named.

    Raises UsageError for a name that is not proposed.
    """
    if not names:
        return list(proposals[:most])
    by_name = {fold(proposal.name): proposal for proposal in proposals}
    for name in names:
        if fold(name) not in by_name:
            known = [proposal.name for proposal in proposals]
            remedy = did_you_mean(name, known, "`mujaz topics suggest` shows what is.")
            raise UsageError(f"{quoted(name)} is not proposed. {remedy}")
    return [by_name[fold(name)] for name in names]


def _write(folder: Path, proposal: Proposal, topics: dict[TopicId, Topic]) -> None:
    """Write one proposal; say what can't be written and go on."""
    if proposal.topic is None:
        _write_topic(folder, proposal, topics)
    else:
        _add_alias(folder, proposal, topics)


def _write_topic(folder: Path, proposal: Proposal, topics: dict[TopicId, Topic]) -> None:
    english = english_name(proposal)
    key = TopicId(slug(english))
    names = Bilingual(proposal.name, english)
    text = topic_file(proposal.kind, names, proposal.aliases)
    problems = topic_problems(key, text, topics.values())
    if key in topics or (folder / topic_path(key)).exists():
        name = printable(proposal.name)
        click.echo(f"{topic_path(key)}: is there already; {name} is not written.", err=True)
    elif problems:
        click.echo(f"{problems[0]} It is not written.", err=True)
    else:
        schema, _, rest = text.partition("\n")
        why = comment_lines(proposal)[1:]
        write_new(folder, topic_path(key), "\n".join([schema, *why, rest]))
        topics[key] = Topic(key, proposal.kind, names, proposal.aliases)
        click.echo(topic_path(key))
        if proposal.english is None:
            click.echo(
                f"{topic_path(key)}: “{printable(english)}” is only spelt letter by letter. "
                "Correct it, and the file's name, which becomes the page's address.",
                err=True,
            )


def _add_alias(folder: Path, proposal: Proposal, topics: dict[TopicId, Topic]) -> None:
    topic = topics[TopicId(str(proposal.topic))]
    path = topic_path(topic.id)
    for name in (proposal.name, *proposal.aliases):
        fresh = with_alias((folder / path).read_bytes(), topic, name)
        if fresh is None:
            click.echo(f"{path}: Add the alias {printable(name)} by hand.", err=True)
            continue
        replace_file(folder, path, fresh)
        topic = replace(topic, aliases_ar=(*topic.aliases_ar, name))
        topics[topic.id] = topic
        click.echo(f"{path}: {printable(name)}")
