"""Proposals as YAML to paste: a topic file each, or the aliases to add to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from generator.analysis.suggest.transliterate import slug, transliterate
from generator.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.analysis.suggest.proposal import Proposal

_WIDTH: Final = 200
_LONGEST_SENTENCE: Final = 300


def render_proposals(proposals: Iterable[Proposal]) -> str:
    """Return the proposals as a stream of YAML documents, each with comments that say why.

    Whatever the articles hold, a comment stays one line and a name stays a string.
    """
    return "".join(_document(proposal) for proposal in proposals)


def _document(proposal: Proposal) -> str:
    comments = "\n".join(comment_lines(proposal))
    names = [proposal.name, *proposal.aliases, english_name(proposal)]
    content = yaml.safe_dump(
        _content(proposal),
        # A name with signs that can't be seen is written with escapes.
        allow_unicode=all(name.isprintable() for name in names),
        sort_keys=False,
        default_flow_style=None,
        width=_WIDTH,
    )
    return f"---\n{comments}\n{content}"


def comment_lines(proposal: Proposal) -> list[str]:
    """Return why it is proposed, as lines of YAML comment."""
    return [f"# {_line(comment)}" for comment in _comments(proposal)]


def _comments(proposal: Proposal) -> Iterable[str]:
    times = "once" if proposal.count == 1 else f"{proposal.count} times"
    where = f"{times} in {len(proposal.articles)} article{'s' * (len(proposal.articles) != 1)}"
    if proposal.topic is None:
        yield f"content/topics/{slug(english_name(proposal))}.yml (new): {where}"
        if proposal.english is None:
            yield "The English name is only spelt letter by letter: correct it, and the file's name"
    else:
        yield f"content/topics/{proposal.topic}.yml (add the alias): {where}"
        yield f"It looks like {proposal.resembles}; leave it out if it is another name"
    if proposal.cues:
        yield f"It stands behind: {'، '.join(proposal.cues[:3])}"
    for occurrence in proposal.occurrences:
        sentence = occurrence.sentence
        if len(sentence) > _LONGEST_SENTENCE:
            sentence = sentence[:_LONGEST_SENTENCE].rstrip() + "…"
        yield f"[{occurrence.article}] {sentence}"


def _content(proposal: Proposal) -> dict[str, Any]:
    if proposal.topic is not None:
        return {"aliases": {"ar": [proposal.name, *proposal.aliases]}}
    content: dict[str, Any] = {
        "kind": proposal.kind,
        "name": {"ar": proposal.name, "en": english_name(proposal)},
    }
    if proposal.aliases:
        content["aliases"] = {"ar": list(proposal.aliases)}
    return content


def english_name(proposal: Proposal) -> str:
    """Return the name in Latin letters: as an article gives it, else letter by letter."""
    return proposal.english or transliterate(proposal.name)


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
