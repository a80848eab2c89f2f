"""What became of one item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """The function has returned ``value``."""

    value: R
    error: None = None


class Failed(NamedTuple):
    """The function has not returned; ``error`` says why, in one printable line."""

    error: str
    value: None = None


Outcome = Done[R] | Failed
"""``outcome.error is None`` tells which, to the type checker too."""


class Budget(NamedTuple):
    """What one item may cost."""

    seconds: float
    """CPU time. On the clock six times as much, for an item that waits instead of working."""
    megabytes: int
    """Memory beyond what the process needs by itself."""
