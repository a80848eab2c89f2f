"""The text of a new topic's file, and what would be wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.limits import DEFAULTS
from generator.load.names import same_name
from generator.load.refused import Report, quoted
from generator.load.topics import read_topic
from generator.scaffold.quoting import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.errors import Problem
    from generator.model import Bilingual, Topic

SCHEMA: Final = "# yaml-language-server: $schema=../../schemas/topic.schema.json\n"


def topic_file(kind: str, name: Bilingual, aliases_ar: Sequence[str] = ()) -> str:
    """Return a topic's YAML, with what else it may say as comments."""
    aliases = ", ".join(map(yaml_text, aliases_ar))
    lines = [
        f"kind: {kind}",
        f"name: {{ar: {yaml_text(name.ar)}, en: {yaml_text(name.en)}}}",
        f"aliases:\n  ar: [{aliases}]" if aliases else "# aliases: {ar: [], en: []}",
        "# parents: []    # ids of topics that it is part of",
        "# ambiguous: []  # names that count only where another one stands in the article or,",
        "#                # of an event with several parents, where the sentence names them all",
        "# wikidata: Q…",
    ]
    return SCHEMA + "\n".join(lines) + "\n"


def topic_path(name: str) -> str:
    """Return the path of a topic's file in its project."""
    return f"content/topics/{name}.yml"


def topic_problems(name: str, text: str, others: Iterable[Topic]) -> list[Problem]:
    """Return what is wrong with a file that is not written yet, beside the topics there are."""
    report = Report(topic_path(name))
    file = read_topic(name, text, report, DEFAULTS)
    owners = {same_name(known): topic.id for topic in others for known in topic.names()}
    for own in file.names if file else ():
        if owner := owners.get(same_name(own.text)):
            message = f"{quoted(own.text)} already names the topic “{owner}”"
            report.error(own.line, message, f"Correct it, or add to {topic_path(owner)} instead")
    return report.problems
