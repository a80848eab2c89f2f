"""Which pages have moved: ids that were changed, and articles that were merged into others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Content


class Moves(NamedTuple):
    """Where pages have gone."""

    targets: dict[str, str]
    """The page that took the place of each, both as ``articles/<id>``, in the order of ids."""
    problems: list[Problem]


def find_moves(content: Content) -> Moves:
    """Return every page that has moved, with the end of its way; circles lead nowhere."""
    merged = {
        f"articles/{override.id}": (f"articles/{override.merged_into}", override.path)
        for override in content.overrides
        if override.section == "articles" and override.merged_into
    }
    renamed = {old: (new, "content/redirects.yml") for old, new in content.redirects.items()}
    steps = renamed | merged
    targets, problems = {}, []
    for page, (_, path) in sorted(steps.items()):
        end = _end_of(page, {old: new for old, (new, _) in steps.items()})
        if end is None:
            message = f"“{page}” comes back to itself"
            remedy = "Let one of the pages on the way stay where it is"
            problems.append(Problem(path, 0, message, remedy))
        else:
            targets[page] = end
    return Moves(targets, problems)


def _end_of(page: str, steps: Mapping[str, str]) -> str | None:
    """Return where the way from ``page`` ends, None where it goes in a circle."""
    seen = set()
    while page in steps:
        if page in seen:
            return None
        seen.add(page)
        page = steps[page]
    return page
