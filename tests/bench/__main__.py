"""``python -m tests.bench``: what Mujaz costs, as ratios against something in the same run."""

from __future__ import annotations

import argparse
import gc
import re
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from generator.parallel.pool import run_all
from tests.bench.corpus import change_article, make_project, records, write_override
from tests.bench.measure import run
from tests.bench.plain import prepare
from tests.bench.search_cost import measure_search
from tests.bench.serve_cost import measure_saving
from tests.repository import REPOSITORY, copy_project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.analysis.knowledge import Knowledge
    from generator.findings import Analysis

_LONG = 100_000
"""Words of the longest text."""
PARTS: dict[str, Callable[[argparse.Namespace, Path], None]] = {}


def main() -> None:
    """Run the parts asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="default: all")
    parser.add_argument("--articles", type=Path, help="JSON Lines of real articles: title, body")
    parser.add_argument("-n", type=int, default=500, help="articles (default: 500)")
    options = parser.parse_args()
    for name in options.part or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](options, Path(folder))


def _part(function: Callable[[argparse.Namespace, Path], None]) -> None:
    PARTS[function.__name__] = function


def _say(what: str, value: float, unit: str, bound: str = "") -> None:
    print(f"{what:64} {value:10.3g} {unit:6} {bound}", flush=True)


@_part
def site(options: argparse.Namespace, folder: Path) -> None:
    """Whole builds against the plain way to the same pages; rebuilds; search in the browser."""
    project = make_project(folder / "project", options.articles, options.n)
    cold = run("generator", "build", "-C", project)
    _say(f"cold build of {options.n} articles: wall", cold.wall, "s")
    _say("  processor time of all processes", cold.cpu, "s")
    _say("  memory of all processes together", cold.memory, "MB", "< 400")
    again = run("generator", "build", "-C", project)
    _say("nothing changed: processor time / cold", again.cpu / cold.cpu, "")
    _say_rebuilds(project, cold.cpu, "<= 0.15")
    plain = prepare(project / "site", folder / "plain")
    keywords = run("tests.bench.plain", project / "content/articles")
    pages = run("mkdocs", "build", "-q", "-f", plain / "mkdocs.yml")
    _say("the plain way: stock YAKE, wall", keywords.wall, "s")
    _say("  MkDocs with Material and its search, wall", pages.wall, "s")
    _say("cold build / the plain way, wall", cold.wall / (keywords.wall + pages.wall), "", "<= 0.4")
    found = measure_search(project / "site")
    _say("search, cold query: download, compressed", found.cold_bytes / 1000, "KB", "<= 80")
    _say("  until the first result is there", found.cold_ms, "ms")
    _say("search, warm query", found.warm_ms, "ms", "<= 5")


@_part
def thousand(options: argparse.Namespace, folder: Path) -> None:
    """What a change costs in a large project."""
    project = make_project(folder / "project", options.articles, 1000)
    cold = run("generator", "build", "-C", project)
    _say("cold build of 1000 articles: processor time", cold.cpu, "s")
    _say_rebuilds(project, cold.cpu, "<= 0.05")


@_part
def edited(options: argparse.Namespace, folder: Path) -> None:
    """The same where each article has a sidecar and a translation."""
    project = make_project(folder / "project", options.articles, 1000, edited=True)
    cold = run("generator", "build", "-C", project)
    _say("cold build of 1000 edited articles: processor time", cold.cpu, "s")
    _say_rebuilds(project, cold.cpu, "<= 0.05")


def _say_rebuilds(project: Path, cold: float, bound: str) -> None:
    edits: dict[str, Callable[[int], None]] = {
        "override": lambda turn: write_override(project, turn, f"Changed for the {turn}th time."),
        "article": lambda turn: change_article(project, turn, turn),
    }
    for what, edit in edits.items():
        costs = []
        for turn in range(3):
            edit(turn)
            costs.append(run("generator", "build", "-C", project).cpu)
        share = statistics.median(costs) / cold
        _say(f"one {what} changed: processor time / cold", share, "", bound)


@_part
def serve(options: argparse.Namespace, folder: Path) -> None:
    """From saving an override to its words on the screen, in Chromium."""
    for count, bound in ((50, "<= 1"), (1000, "<= 2")):
        project = make_project(folder / str(count), options.articles, count)
        _say(f"saved to shown, {count} articles", measure_saving(project), "s", bound)


@_part
def seeds(options: argparse.Namespace, folder: Path) -> None:
    """The five articles: a cold build, and the size of a page."""
    start = run("generator", "--help")
    times = []
    for number in range(3):
        project = folder / str(number)
        copy_project(project)
        times.append(run("generator", "build", "-C", project).wall)
    _say(
        "five articles, cold, beyond Python start-up",
        statistics.median(times) - start.wall,
        "s",
        "< 3",
    )
    largest = max(path.stat().st_size for path in (folder / "0/site").rglob("*.html"))
    _say("largest page, HTML", largest / 1000, "KB", "< 60")
    found = measure_search(folder / "0/site")
    _say("search, until the first result of a cold query is there", found.cold_ms, "ms", "<= 200")


@_part
def analysis(options: argparse.Namespace, folder: Path) -> None:
    """The analysis alone: processor time an article, growth, workers, against stock YAKE."""
    import yake

    from generator.analysis.analyse import Input, analyse
    from generator.commands.analyse import load_knowledge

    knowledge = load_knowledge(REPOSITORY)
    texts = [f"{title}\n\n{body}" for title, body in records(options.articles, min(options.n, 200))]
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    analyse(Input(texts[0], "warm-up"), knowledge)
    gc.disable()  # as the command does
    ours = _cpu(lambda: [analyse(Input(text, "text"), knowledge) for text in texts])
    extractor = yake.KeywordExtractor(lan="ar", n=3, top=20)
    stock = _cpu(lambda: [extractor.extract_keywords(text) for text in texts])
    _say("analysis of 500 words, all parts, processor time", 500_000 * ours / words, "ms", "<= 20")
    _say("  stock YAKE alone", 500_000 * stock / words, "ms")
    _say("  all parts / stock YAKE alone", ours / stock, "")
    _say_growth(texts, knowledge)
    _say_workers(texts, knowledge)


def _say_growth(texts: Sequence[str], knowledge: Knowledge) -> None:
    """How time and memory grow: with one text's length, and with the number of texts."""
    words = " ".join(texts[:20]).split()
    words *= _LONG // len(words) + 1
    short, long = (" ".join(words[:size]) for size in (_LONG // 10, _LONG))
    costs = [
        min(_cpu(partial(analyse_text, t, knowledge)) for _ in range(2)) for t in (short, long)
    ]
    _say(f"{_LONG} words / a tenth of them, time for a word", costs[1] / costs[0] / 10, "", "~ 1")
    _say("  processor time for 100 KB of it", costs[1] / len(long.encode()) * 1e5, "s", "<= 2")
    process = psutil.Process()
    for text in texts:
        analyse_text(text, knowledge)
    before = process.memory_info().rss
    for text in texts:
        analyse_text(text, knowledge)
    grown = (process.memory_info().rss - before) / 1e6
    _say(f"memory gained by {len(texts)} articles more", grown, "MB", "~ 0")


def _say_workers(texts: Sequence[str], knowledge: Knowledge) -> None:
    """How much faster two workers are than one, on the clock."""
    walls = []
    for workers in (1, 2):
        start = time.perf_counter()
        for outcome in run_all(partial(analyse_text, knowledge=knowledge), texts, workers):
            if outcome.error is not None:
                sys.exit(f"an analysis failed: {outcome.error}")
        walls.append(time.perf_counter() - start)
    _say("two workers against one, on the clock", walls[0] / walls[1], "times", ">= 1.7")


def analyse_text(text: str, knowledge: Knowledge) -> Analysis:
    """Analyse one text; a function that worker processes can find."""
    from generator.analysis.analyse import Input, analyse

    return analyse(Input(text, "text"), knowledge)


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
