"""Runs a command and tells what it cost, all of its processes together."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time, user and system, of the whole process tree."""
    memory: float
    """MB: highest sum over the process tree; pages that processes share count once (PSS)."""


def run(*arguments: str | Path) -> Cost:
    """Run ``python -m`` with ``arguments``; a run that fails ends the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    memory = 0.0
    root = psutil.Process(process.pid)
    while process.poll() is None:
        memory = max(memory, _tree_memory(root))
        time.sleep(0.05)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        sys.exit(process.stderr.read().decode() if process.stderr else "failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, memory)


def _tree_memory(root: psutil.Process) -> float:
    total = 0
    try:
        for process in [root, *root.children(recursive=True)]:
            info = process.memory_full_info()
            total += getattr(info, "pss", info.rss)
    except psutil.Error:
        return 0.0  # a process ended while we looked
    return total / 1e6
