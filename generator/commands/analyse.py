"""``mujaz analyse``: the analysis of files or of JSON Lines as JSON Lines (DESIGN section 10)."""

from __future__ import annotations

import gc
import json
import math
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.analysis.analyse import Input, analyse, warm_up
from generator.analysis.knowledge import Knowledge
from generator.analysis.mentions import build_matcher
from generator.analysis.record import to_record
from generator.clean.sources import find_source_id
from generator.errors import MujazError, UsageError, printable
from generator.load.articles import text_of
from generator.load.limits import Limits
from generator.load.project import load_content
from generator.model import Sidecar, SourceId
from generator.parallel.engine import choose_engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.findings import Record
    from generator.parallel.engine import Engine


class Unread(dict[str, Any]):
    """The ``error`` record of an input that could not be read."""


def run_analyse(
    folder: Path, files: Sequence[Path], *, jsonl: bool, workers: int | None, engine: str = "local"
) -> int:
    """Write one record a line to standard output; return 1 where one could not be analysed."""
    if jsonl and files:
        raise UsageError("--jsonl reads standard input: give files or --jsonl, not both.")
    if not jsonl and not files:
        raise UsageError(
            "Nothing to analyse: give files, or --jsonl with records on standard input."
        )
    # An analysis makes many values and no cycle: looking for cycles is a tenth of its time.
    gc.disable()
    given = read_jsonl(sys.stdin.buffer) if jsonl else map(read_file, files)
    failed = False
    out = sys.stdout.buffer
    for record in analyse_records(given, load_knowledge(folder), choose_engine(engine, workers)):
        failed |= "error" in record
        out.write(json_line(record))
    return 1 if failed else 0


def json_line(record: Record) -> bytes:
    """Return a record as a line of JSON; half a character, which UTF-8 has not, as an escape."""
    try:
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        line = json.dumps(record, separators=(",", ":")).encode()
    return line + b"\n"


def load_knowledge(folder: Path) -> Knowledge:
    """Return the topics and sources of the project, none where ``folder`` is not one."""
    if not (folder / "content").is_dir():
        return Knowledge({}, {}, build_matcher(()))
    content = load_content(folder, Limits())
    return Knowledge(content.topics, content.sources, build_matcher(content.topics.values()))


def analyse_records(
    given: Iterable[Record], knowledge: Knowledge, engine: Engine
) -> Iterator[Record]:
    """Yield a record for each input, in order; one that fails is an ``error`` record."""
    items = list(given)
    warm_up(knowledge)
    outcomes = engine(partial(analyse_one, knowledge), items)
    for item, outcome in zip(items, outcomes, strict=True):
        if outcome.error is not None:
            yield {"id": item.get("id"), "error": outcome.error}
        else:
            yield outcome.value


def analyse_one(knowledge: Knowledge, item: Record) -> Record:
    """Return the record of one input; what is wrong with the input is said in ``error``."""
    identifier = item.get("id")
    if isinstance(item, Unread):
        return item
    try:
        text, given = as_input(item, knowledge)
        return to_record(identifier, text, analyse(given, knowledge))
    except MujazError as error:
        return {"id": identifier, "error": str(error)}


def as_input(item: Record, knowledge: Knowledge) -> tuple[str, Input]:
    """Check one input record.

    Raises UsageError naming the field that is wrong.
    """
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UsageError("the record has no text: give a string in `text`")
    title, published, source = item.get("title"), item.get("published"), item.get("source")
    count = item.get("summary_sentences")
    if not (title is None or isinstance(title, str)):
        raise UsageError("`title` is not a string")
    if not (count is None or (isinstance(count, int) and count > 0)):
        raise UsageError("`summary_sentences` is not a whole number from 1 up")
    try:
        day = None if published is None else date.fromisoformat(published)
    except (TypeError, ValueError) as error:
        raise UsageError("`published` is not a date like 2025-01-17") from error
    if not (source is None or isinstance(source, str)):
        raise UsageError("`source` is not a string")
    known = find_source_id(source, knowledge.sources) if source else None
    sidecar = Sidecar(
        title=title or None, source=known or (SourceId(source) if source else None), published=day
    )
    return text, Input(text, printable(str(item.get("id", ""))), sidecar, day, count)


def read_jsonl(stream: Iterable[bytes]) -> Iterator[Record]:
    """Yield the records of a JSON Lines stream; a broken line becomes an ``error`` record."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            found: Any = json.loads(line, parse_float=_number, parse_constant=_number)
        except (ValueError, RecursionError) as error:
            yield Unread(id=None, error=f"line {number} is not JSON: {error}")
            continue
        if isinstance(found, dict):
            yield found
        else:
            yield Unread(id=None, error=f"line {number} is not a JSON object")


def _number(text: str) -> float:
    """Return a number that JSON has: Python reads ``NaN``, and ``1e999`` as infinite."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is not a finite number")
    return number


def read_file(path: Path) -> Record:
    """Return the input record of a file, or an ``error`` record."""
    try:
        text = text_of(path.read_bytes(), path.suffix)
    except OSError as error:
        return Unread(id=path.stem, error=f"{printable(str(path))}: {error.strerror}")
    except MujazError as error:
        return Unread(id=path.stem, error=str(error))
    return {"id": path.stem, "text": text}
