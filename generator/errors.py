"""What can go wrong with a project: problems to report, and the errors that stop a command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]

_COMMAND: Final = re.compile(r"##(?=\w*\[)")
"""What GitHub's and Azure's runners take for a command anywhere in a line: ``##[group]``,
``##vso[…]``. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs"""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor should mend, said so that it can be mended at once.

    ``path`` is relative to the project folder and printable: control characters and bytes that
    are not UTF-8 stand in it as escapes. ``line`` counts from 1; 0 means that no line applies.
    """

    path: str
    line: int
    message: str
    """What is wrong, one sentence without its full stop."""
    remedy: str = ""
    """What to do about it, one sentence in the imperative without its full stop, or a question."""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        sentences = " ".join(
            part if part.endswith("?") else f"{part}."
            for part in (self.message, self.remedy)
            if part
        )
        mark = "warning: " if self.severity == "warning" else ""
        return f"{place}: {mark}{sentences}"


class MujazError(Exception):
    """Anything that stops a command; its message is one or more printable lines for the user."""


class UsageError(MujazError):
    """The command was called wrongly or outside a project; exit code 2."""


class ContentError(MujazError):
    """The content has problems that forbid what was asked; exit code 1."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class PublishError(MujazError):
    """The finished site could not take the place of the old one, which stands untouched; exit 1."""


def printable(text: str) -> str:
    """Return ``text`` with control, bidi and undecodable characters escaped, for messages.

    A file name or a piece of content must not forge lines or colours in a log, nor give commands to
    the CI that reads it.
    """
    if "##" in text:
        text = _COMMAND.sub(r"#\\x23", text)
    if text.isprintable():  # as nearly all are; lone surrogates are not
        return text
    return "".join(
        char
        if char.isprintable() and not "\ud800" <= char <= "\udfff"
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def on_one_line(text: str) -> str:
    """Return a message of somebody else printable on one line: a line of a log is a command in CI.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return printable(" ".join(text.split()))
