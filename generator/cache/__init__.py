"""Keeps results between builds, and never trusts what it has kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cache.folder import Cache
from generator.findings import Analysis

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from pathlib import Path

__all__ = ["AnalysisCache", "Cache"]


class AnalysisCache(Cache[Analysis]):
    """Analyses of articles, by key."""

    def __init__(
        self, folder: Path, namespace: str, memory: MutableMapping[str, Analysis] | None = None
    ) -> None:
        super().__init__(folder, namespace, Analysis, memory)
