"""Runs a pure function over many items in processes that may die."""

from generator.parallel.outcome import Done, Failed, Outcome
from generator.parallel.pool import run_all

__all__ = ["Done", "Failed", "Outcome", "run_all"]
