"""How a file is refused, and how what is wrong inside one is gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.errors import MujazError, Problem, printable

_SHOWN: int = 60
"""How much of a value a message shows, in characters."""


class Refused(MujazError):  # noqa: N818 - says what happened to a file, not what kind of error it is
    """A file can't be used at all; becomes a problem where the file's name is known."""

    def __init__(self, message: str, remedy: str = "", line: int = 0) -> None:
        super().__init__(f"{message}. {remedy}." if remedy else f"{message}.")
        self.message = message
        self.remedy = remedy
        self.line = line

    def problem(self, path: str) -> Problem:
        """Return it as a problem of the file at ``path``."""
        return Problem(path, self.line, self.message, self.remedy)


class Located(NamedTuple):
    """A text with the line it stands in."""

    text: str
    line: int


@dataclass(slots=True)
class Report:
    """Gathers the problems of one file, so that an editor sees all of them at once."""

    path: str
    """Relative to the project folder, printable."""
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, message: str, remedy: str = "") -> None:
        """Add an error; whatever was read from the file must not be published."""
        self.problems.append(Problem(self.path, line, message, remedy))

    def warning(self, line: int, message: str, remedy: str = "") -> None:
        """Add a warning; the file is used all the same."""
        self.problems.append(Problem(self.path, line, message, remedy, "warning"))

    @property
    def sound(self) -> bool:
        """Whether there is no error so far."""
        return all(problem.severity != "error" for problem in self.problems)


def quoted(text: str) -> str:
    """Return ``text`` printable, shortened and in quotation marks, for messages."""
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"“{printable(shown)}”"
