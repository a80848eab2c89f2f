"""The floors: what the analysis reached, on which data. A floor rises freely and falls never so."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final, NotRequired, TypedDict

from tests.fixtures import FOLDER as FIXTURES
from tests.fixtures import read_fixture
from tests.quality.annotated import FOLDER, data_digest, read_articles, read_knowledge
from tests.quality.measures import Measure, measure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE: Final = FOLDER / "floors.json"
_UPDATE: Final = "python -m tests.quality --update"


class Floor(TypedDict):
    """What a measure must reach."""

    floor: float
    data: NotRequired[str]
    """SHA-256 of the data; a measure of the data itself has none."""
    lowered: NotRequired[str]
    """Why it is lower than it once was."""


def take_measures() -> dict[str, Measure]:
    """Return every measure: of the articles in per cent, of each fixture file its cases."""
    return {**measure(read_articles(), read_knowledge()), **_cases()}


def _cases() -> dict[str, Measure]:
    """Count the cases of each fixture file, or folder of them.

    All of them hold, each by its own test; so what could fall is their number.
    """
    counts: Counter[str] = Counter()
    for path in sorted([*FIXTURES.glob("*.md"), *FIXTURES.glob("*/*.md")]):
        name = path.relative_to(FIXTURES)
        counts[name.parts[0]] += len(read_fixture(str(name)))
    return {f"cases of fixtures/{name}": _Count(number) for name, number in counts.items()}


class _Count(Measure):
    """A measure that is a plain number."""

    @property
    def value(self) -> float:
        return self.right


def read_floors(file: Path = FILE) -> dict[str, Floor]:
    """Return the floors of a file, none where there is no file."""
    floors: dict[str, Floor] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return floors


def new_floors(measures: Mapping[str, Measure], digest: str) -> dict[str, Floor]:
    """Return the floors that these measures reach."""
    return {
        name: {"floor": found.value}
        if isinstance(found, _Count)
        else {"floor": found.value, "data": digest}
        for name, found in sorted(measures.items())
    }


def shortfalls(floors: Mapping[str, Floor], now: Mapping[str, Floor]) -> list[str]:
    """Return what is below its floor, of other data than its floor, or without either.

    A new fixture file may wait for its floor until the floors are raised next.
    """
    new = sorted(now.keys() - floors.keys())
    said = [f"{name} has no floor yet: {_UPDATE}" for name in new if "data" in now[name]]
    for name, floor in floors.items():
        if name not in now:
            said.append(f"{name} is measured no more")
        elif now[name]["floor"] < floor["floor"]:
            said.append(f"{name} fell from {floor['floor']:g} to {now[name]['floor']:g}")
        elif now[name].get("data") != floor.get("data"):
            said.append(f"{name}: its floor was measured on other data: {_UPDATE}")
    return sorted(said)


def raised(
    floors: Mapping[str, Floor], now: Mapping[str, Floor], reason: str | None
) -> tuple[dict[str, Floor], list[str]]:
    """Return the new floors, and which of them may not fall for want of a reason."""
    result: dict[str, Floor] = {}
    refused = [] if reason else [f"{n} is measured no more" for n in sorted(floors.keys() - now)]
    for name, found in now.items():
        before = floors.get(name)
        result[name] = {**found}
        if before and found["floor"] < before["floor"]:
            if not reason:
                refused.append(f"{name} would fall from {before['floor']:g} to {found['floor']:g}")
            else:
                result[name]["lowered"] = reason
        elif before and found["floor"] == before["floor"] and "lowered" in before:
            result[name]["lowered"] = before["lowered"]
    return result, refused


def write_floors(floors: Mapping[str, Floor], file: Path = FILE) -> None:
    """Write the floors, one a line."""
    lines = [f"  {json.dumps(n)}: {json.dumps(f, ensure_ascii=False)}" for n, f in floors.items()]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


__all__ = [
    "FILE", "Floor", "data_digest", "new_floors", "raised", "read_floors", "shortfalls",
    "take_measures", "write_floors",
]  # fmt: skip
