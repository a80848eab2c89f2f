"""Fuzz one target: ``python -m tests.fuzz TARGET [SECONDS]``."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
FIXTURES = FOLDER.parent / "fixtures"
FOUND = FOLDER.parents[1] / ".cache" / "fuzz"
SEEDS = {
    "text": [FIXTURES / "hostile/content/articles", FIXTURES / "clean"],
    "html": [FIXTURES / "hostile/content/articles"],
    "override": [FIXTURES / "hostile/content/overrides/en/articles"],
    "topics": [FIXTURES / "hostile/content/topics"],
    "query": [FOLDER / "seeds/text"],
}
"""Folders of seeds beside each target's own in ``seeds/``."""
LONGEST = {"text": 1_500, "override": 1_500}
"""Bytes of an input where it is not 4,000. These targets go through the whole program, 1,000 bytes
in some 20 ms: a short article can have every part of a long one, and is tried more often. What
long ones cost is measured in ``tests/integration/test_one_article.py``."""


def main(name: str, seconds: str = "300") -> None:
    """Run until the time is over or a promise is broken; inputs are kept in ``.cache/fuzz``."""
    try:
        import atheris
    except ImportError:
        sys.exit("Fuzzing needs atheris: .venv/bin/pip install atheris")
    with atheris.instrument_imports(include=["generator", "markdown_it"]):
        from tests.fuzz.targets import TARGETS, in_time
    if name not in TARGETS:
        sys.exit(f"{name}: no such target. There are {', '.join(TARGETS)}.")
    corpus = FOUND / name
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = [corpus, FOLDER / "seeds" / name, *SEEDS.get(name, [])]
    options = [
        f"-max_total_time={seconds}", "-rss_limit_mb=2000",
        f"-max_len={LONGEST.get(name, 4_000)}",
        "-timeout=120",  # on the clock, for what never ends; ``in_time`` counts what it costs
        "-print_final_stats=1", f"-artifact_prefix={FOUND}/{name}-",
    ]  # fmt: skip
    target = in_time(TARGETS[name])
    target(b"")  # what is loaded and compiled once is no input's fault
    atheris.Setup([sys.argv[0], *options, *map(str, seeds)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
