"""Fuzz one target: ``python -m tests.fuzz TARGET [SECONDS]``."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
FOUND = FOLDER.parents[1] / ".cache" / "fuzz"


def main(name: str, seconds: str = "300") -> None:
    """Run until the time is over or a promise is broken; inputs are kept in ``.cache/fuzz``."""
    try:
        import atheris
    except ImportError:
        sys.exit("Fuzzing needs atheris: .venv/bin/pip install atheris")
    with atheris.instrument_imports(include=["generator", "markdown_it"]):
        from tests.fuzz.targets import TARGETS
    if name not in TARGETS:
        sys.exit(f"{name}: no such target. There are {', '.join(TARGETS)}.")
    corpus = FOUND / name
    corpus.mkdir(parents=True, exist_ok=True)
    seeds = FOLDER / "seeds" / name
    options = [
        f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2000", "-max_len=4000",
        "-print_final_stats=1", f"-artifact_prefix={FOUND}/{name}-",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus), str(seeds)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
