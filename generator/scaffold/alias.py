"""Adds a spelling to a topic's file, leaving everything else in it as the editor wrote it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.load.limits import DEFAULTS
from generator.load.refused import Report
from generator.load.topics import read_topic
from generator.scaffold.quoting import yaml_text
from generator.scaffold.topic import topic_path

if TYPE_CHECKING:
    from generator.model import Topic

_FLOW: Final = re.compile(
    r"^aliases:[^\n]*(?:\n[ \t][^\n]*)*?\bar:[ \t]*\[(?P<names>[^\]\n]*)\]", re.MULTILINE
)
_BLOCK: Final = re.compile(
    r"^aliases:[ \t]*\n(?P<indent>[ \t]+)ar:[ \t]*\n(?P<item>[ \t]*- )", re.MULTILINE
)
_OTHER: Final = re.compile(r"^aliases:[ \t]*\n(?=(?P<indent>[ \t]+)en:)", re.MULTILINE)


def with_alias(data: bytes, topic: Topic, alias: str) -> bytes | None:
    """Return the topic's file with one more Arabic alias.

    None where the file is written in a way in which that can't be done safely.
    """
    try:
        given = data.decode()
    except UnicodeDecodeError:
        return None
    newline = "\r\n" if "\r\n" in given else "\n"
    text = given.replace("\r\n", "\n")
    if "\r" in text or text.replace("\n", newline) != given:  # several kinds of line ends
        return None
    fresh = _inserted(text, yaml_text(alias))
    report = Report(topic_path(topic.id))
    file = read_topic(topic.id, fresh, report, DEFAULTS)
    wanted = {*topic.aliases_ar, alias}
    if file is None or report.problems or set(file.topic.aliases_ar) != wanted:
        return None
    same = replace(file.topic, aliases_ar=topic.aliases_ar, parents=topic.parents)
    return fresh.replace("\n", newline).encode() if same == topic else None


def _inserted(text: str, alias: str) -> str:
    if found := _FLOW.search(text):
        comma = ", " if found["names"].strip() else ""
        at = found.end("names")
        return f"{text[:at].rstrip()}{comma}{alias}{text[at:]}"
    if found := _BLOCK.search(text):
        at = found.start("item")
        return f"{text[:at]}{found['item']}{alias}\n{text[at:]}"
    if found := _OTHER.search(text):
        at = found.end()
        return f"{text[:at]}{found['indent']}ar: [{alias}]\n{text[at:]}"
    end = "" if text.endswith("\n") else "\n"
    return f"{text}{end}aliases:\n  ar: [{alias}]\n"
