"""Keeps results between builds, and never trusts what it has kept."""

from generator.cache.folder import AnalysisCache

__all__ = ["AnalysisCache"]
