"""Scores the analysis on the data sets of another folder, with that folder's own ``score.py``.

The folder holds ``score.py`` and ``<task>_dev.jsonl`` files; both are only read and run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.command import mujaz
from tests.contract import faults
from tests.quality.composed import Composed, compose, shares
from tests.quality.news_quotes import score_quotes
from tests.quality.styled import style_pages
from tests.repository import REPOSITORY

TASKS: Final = {
    "keywords": "keywords_dev.jsonl",
    "summaries": "summaries_dev.jsonl",
    "dates": "dates_dev.jsonl",
    "titles": "news_dev.jsonl",
}
Record = dict[str, Any]


def evaluate(folder: Path) -> list[str]:
    """Return the lines of a table: task, measure, value."""
    lines = []
    with tempfile.TemporaryDirectory() as work:
        for task, name in TASKS.items():
            data = folder / name
            if data.exists():
                lines += _table(task, _scores(folder, task, data, Path(work)))
        if (folder / TASKS["titles"]).exists():
            articles = _read((folder / TASKS["titles"]).read_text("utf-8"))
            lines += _table("composed", _shares(compose(articles)))
            lines += _table("styled", _shares(style_pages(articles), foreign=False))
    return lines


def _table(task: str, scores: Record) -> list[str]:
    return [f"{task:10} {measure:28} {value:>8}" for measure, value in scores.items()]


def _shares(pages: list[Composed], *, foreign: bool = True) -> Record:
    """Score how real articles are told from furniture and from a second article behind them."""
    found = _analyse([{"id": page.id, "text": page.text} for page in pages])
    scores = shares(pages, {record["id"]: record for record in found})
    return {name: value for name, value in scores.items() if foreign or "foreign" not in name}


def _scores(folder: Path, task: str, data: Path, work: Path) -> Record:
    records = _read(data.read_text("utf-8"))
    given = [r if "text" in r else r | {"text": f"{r['title']}\n\n{r['body']}"} for r in records]
    if task == "titles":  # the headline is to be found, not given
        given = [{"id": r["id"], "text": r["text"]} for r in given]
    analysed = _analyse(given)
    out = work / f"{task}.jsonl"
    out.write_text(_lines(analysed), "utf-8")
    scored = subprocess.run(
        [sys.executable, folder / "score.py", task, data, out],
        capture_output=True,
        text=True,
        check=False,
    )
    if scored.returncode:
        return {"not scored": scored.stderr.strip().splitlines()[-1]}
    found: Record = json.loads(scored.stdout)
    if task == "titles":
        by_id = {r["id"]: r for r in analysed}
        found |= _lost(records, by_id) | score_quotes(by_id)
    if "lead_rouge2" in found:
        found["rouge2 above the lead"] = round(found["rouge2"] - found["lead_rouge2"], 1)
    return found


def _lost(records: list[Record], found: dict[str, Record]) -> Record:
    """Return how much of the bodies was cut, in per cent of their letters."""
    lost = total = touched = 0
    for record in records:
        text, start = f"{record['title']}\n\n{record['body']}", len(record["title"]) + 2
        kept = {at for span in found[record["id"]]["body"] for at in range(*span)}
        letters = [at for at in range(start, len(text)) if not text[at].isspace()]
        missing = sum(at not in kept for at in letters)
        lost, total, touched = lost + missing, total + len(letters), touched + (missing > 0)
    return {"body letters lost %": round(100 * lost / total, 3), "articles touched": touched}


def _analyse(records: list[Record]) -> list[Record]:
    done = mujaz("analyse", "-C", REPOSITORY, "--jsonl", given=_lines(records), timeout=1800)
    found = _read(done.stdout)
    wrong = [fault for pair in zip(records, found, strict=True) for fault in faults(*pair)]
    if wrong:
        raise ValueError(f"{len(wrong)} faults in the records, such as: {wrong[0]}")
    return found


def _lines(records: list[Record]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _read(lines: str) -> list[Record]:
    return [json.loads(line) for line in lines.split("\n") if line.strip()]
