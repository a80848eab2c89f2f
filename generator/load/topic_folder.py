"""All topics of a project: ``content/topics/``, file by file and against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.errors import Problem
from generator.load.decode import decode
from generator.load.files import Entry, join, read_file, refuse_special
from generator.load.hierarchy import settle
from generator.load.limits import or_raise
from generator.load.refused import Refused, Report
from generator.load.topics import read_topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.limits import Limits
    from generator.load.topics import TopicFile
    from generator.model import Topic, TopicId

FOLDER: Final = "content/topics"
_SUFFIX: Final = ".yml"


class Topics(NamedTuple):
    """What the folder holds."""

    sound: Mapping[TopicId, Topic]
    """By id."""
    declared: frozenset[str]
    """Names of all topic files without their suffix, broken ones too."""
    problems: list[Problem]


def load_topics(folder: int, entries: list[Entry], limits: Limits) -> Topics:
    """Return the topics of the open folder; one that is broken is left out and named."""
    problems: list[Problem] = []
    files: dict[TopicId, TopicFile] = {}
    declared = frozenset(entry.stem for entry in entries if entry.suffix == _SUFFIX)
    for count, entry in enumerate(entries):
        if count == limits.topics:
            message = f"There are more than {limits.topics:,} topics; the last are left out"
            problems.append(Problem(FOLDER, 0, message, f"Remove some, {or_raise('topics')}"))
            break
        report = Report(join(FOLDER, entry.name))
        source = _read(folder, entry, report, limits)
        if source is not None and (file := _parse(entry, source, report, limits)):
            files[file.topic.id] = file
        problems += report.problems
    sound, quarrels = settle(files, declared, limits)
    return Topics(sound, declared, [*problems, *quarrels])


def _read(folder: int, entry: Entry, report: Report, limits: Limits) -> str | None:
    if special := refuse_special(entry, report.path):
        report.problems.append(special)
    elif entry.kind == "folder":
        report.error(0, "Folders are not read here", f"Move its files to {FOLDER} itself")
    elif entry.suffix != _SUFFIX:
        report.warning(0, "This is no topic, and is not read", "Name it <id>.yml, or remove it")
    else:
        try:
            return decode(read_file(folder, entry.name, limits.yaml_bytes, "yaml_bytes"))
        except Refused as refused:
            report.problems.append(refused.problem(report.path))
    return None


def _parse(entry: Entry, source: str, report: Report, limits: Limits) -> TopicFile | None:
    try:
        return read_topic(entry.stem, source, report, limits)
    except Refused as refused:
        report.problems.append(refused.problem(report.path))
    return None
