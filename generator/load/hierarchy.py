"""What topics must agree on among themselves: every name has one owner, parents make no circle.

Each check gives the topics that can't stay with the problem that says why, None where another
one's problem says it already. The others remain as they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generator.errors import Problem
from generator.load.limits import or_raise
from generator.load.names import same_name
from generator.load.refused import Located, quoted
from generator.load.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from generator.load.limits import Limits
    from generator.load.topics import TopicFile
    from generator.model import Topic, TopicId

    Files = dict[TopicId, TopicFile]
    Faults = list[tuple[TopicId, Problem | None]]

_SHOWN: Final = 6
"""How many topics of a circle a message names."""


def settle(
    files: Files, declared: AbstractSet[str], limits: Limits
) -> tuple[dict[TopicId, Topic], list[Problem]]:
    """Return the topics that agree with each other, by id, and the problems of the others.

    ``declared`` holds the ids of all topic files, broken ones too: a parent among them is not
    missing, only not there yet.
    """
    kept = dict(sorted(files.items()))
    problems: list[Problem] = []

    def leave_out(faults: Faults) -> bool:
        problems.extend(problem for _, problem in faults if problem)
        for topic, _ in faults:
            kept.pop(topic, None)
        return bool(faults)

    leave_out([*_second_owners(kept), *_orphans(kept, declared)])
    while leave_out(_circles(kept)):
        pass  # taking one topic out can leave another circle whole
    leave_out(_too_deep(kept, limits))
    return {key: _with_parents_among(file.topic, kept) for key, file in kept.items()}, problems


def _with_parents_among(topic: Topic, kept: Files) -> Topic:
    parents = tuple(parent for parent in topic.parents if parent in kept)
    return topic if parents == topic.parents else replace(topic, parents=parents)


def _second_owners(files: Files) -> Faults:
    """Find topics that claim a name of an earlier one, in whatever spelling."""
    owners: dict[str, tuple[TopicFile, Located]] = {}
    faults: Faults = []
    for key, file in files.items():
        for name in file.names:
            owner, theirs = owners.setdefault(same_name(name.text), (file, name))
            if owner is not file:
                spelling = "" if theirs.text == name.text else f", spelt {quoted(theirs.text)}"
                message = (
                    f"{quoted(name.text)} already names the topic “{owner.topic.id}”"
                    f" ({owner.path}:{theirs.line}{spelling})"
                )
                remedy = "Remove it from one of the two"
                faults.append((key, Problem(file.path, name.line, message, remedy)))
    return faults


def _orphans(files: Files, declared: AbstractSet[str]) -> Faults:
    """Find topics with a parent that nobody has written."""
    return [
        (
            key,
            Problem(
                file.path,
                parent.line,
                f"The parent {quoted(parent.text)} does not exist",
                did_you_mean(parent.text, declared, "Write that topic, or remove the parent"),
            ),
        )
        for key, file in files.items()
        for parent in file.parents
        if parent.text not in declared
    ]


def _circles(files: Files) -> Faults:
    """Find topics that are their own ancestors; of each circle, the first by id."""
    faults: Faults = []
    broken: set[TopicId] = set()
    for circle in _find_circles(files):
        if broken.isdisjoint(circle):
            turn = circle.index(min(circle))
            faults.append(_circle_fault([*circle[turn:], *circle[:turn]], files))
            broken.add(min(circle))
    return faults


def _circle_fault(circle: list[TopicId], files: Files) -> tuple[TopicId, Problem]:
    first = circle[0]
    parent = circle[1 % len(circle)]
    line = next(p.line for p in files[first].parents if p.text == parent)
    shown = [*circle[:_SHOWN], "…"] if len(circle) > _SHOWN else circle
    message = f"The parents go in a circle: {' → '.join([*shown, first])}"
    return first, Problem(files[first].path, line, message, "Remove one of these parents")


def _find_circles(files: Files) -> Iterator[list[TopicId]]:
    """Yield circles of parents met on one walk through all topics, without recursion."""
    done: set[TopicId] = set()
    for start in files:
        path: list[TopicId] = []
        on_path: set[TopicId] = set()
        stack = [(start, False)]
        while stack:
            topic, leaving = stack.pop()
            if leaving:
                on_path.remove(path.pop())
                done.add(topic)
            elif topic in on_path:
                yield path[path.index(topic) :]
            elif topic not in done:
                path.append(topic)
                on_path.add(topic)
                stack.append((topic, True))
                stack += [
                    (parent, False) for parent in files[topic].topic.parents if parent in files
                ]


def _too_deep(files: Files, limits: Limits) -> Faults:
    """Find topics with too long a chain of parents; the topmost of each chain is reported."""
    message = f"More than {limits.topic_depth} topics lie above this one; it and all below go"
    remedy = f"Make the hierarchy flatter, {or_raise('topic_depth')}"
    faults: Faults = []
    for key, depth in _depths(files).items():
        if depth > limits.topic_depth:
            file = files[key]
            problem = Problem(file.path, file.parents[0].line, message, remedy)
            faults.append((key, problem if depth == limits.topic_depth + 1 else None))
    return faults


def _depths(files: Files) -> dict[TopicId, int]:
    """Return the length of the longest chain of parents above each topic; circles are gone."""
    depths: dict[TopicId, int] = {}
    stack = list(files)
    while stack:
        parents = [parent for parent in files[stack[-1]].topic.parents if parent in files]
        waiting = [parent for parent in parents if parent not in depths]
        if waiting:
            stack += waiting
        else:
            depths[stack.pop()] = max((depths[parent] + 1 for parent in parents), default=0)
    return depths
