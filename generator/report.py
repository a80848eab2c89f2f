"""What a build did: count and time of each stage, what was dropped, every problem."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.errors import Problem


@dataclass(slots=True)
class Stage:
    """One stage of a build as it ran."""

    name: str
    count: int = 0
    """Things it made."""
    reused: int = 0
    """Things it found in the cache or in the published site."""
    seconds: float = 0.0


@dataclass(slots=True)
class Report:
    """The running account of one build; ``on_stage`` hears of each stage when it ends."""

    on_stage: Callable[[Stage], None] | None = None
    stages: list[Stage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Time a stage; the caller fills in its counts."""
        stage = Stage(name)
        start = time.perf_counter()
        yield stage
        stage.seconds = time.perf_counter() - start
        self.stages.append(stage)
        if self.on_stage:
            self.on_stage(stage)

    def clear(self) -> None:
        """Forget an earlier build, as when a served site is built again."""
        self.stages.clear()
        self.problems.clear()

    def add(self, problems: Iterable[Problem]) -> None:
        """Take note of problems."""
        self.problems.extend(problems)

    @property
    def errors(self) -> list[Problem]:
        """Return the problems that leave something out of the site."""
        return [problem for problem in self.problems if problem.severity == "error"]
