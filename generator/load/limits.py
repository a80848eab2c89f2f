"""What one project may cost: sizes, depths and counts, each with a safe default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; set under ``limits`` of the ``mujaz`` plugin in ``mkdocs.yml``."""

    article_bytes: int = 2_000_000
    """Largest article file, in bytes."""
    article_lines: int = 10_000
    """Most lines with words in one article: each costs its analysis some 0.1 ms, however short."""
    articles: int = 50_000
    """Most articles in one project."""
    html_depth: int = 1_000
    """Deepest nesting of tags in an HTML article; over 2,000 the parser would lose text."""
    html_tags: int = 50_000
    """Most tags in an HTML article."""
    html_seconds: float = 5.0
    """Most CPU time that one HTML article may take, in seconds."""
    html_memory: int = 1_000_000_000
    """Most memory that one HTML article may take, in bytes."""
    yaml_bytes: int = 65_536
    """Largest YAML file or front matter, in bytes."""
    yaml_depth: int = 20
    """Deepest nesting in YAML."""
    yaml_nodes: int = 10_000
    """Most keys, values and lists in one YAML file."""
    text_length: int = 1_000
    """Longest title, description or other text in YAML, in characters."""
    override_bytes: int = 200_000
    """Largest override file, in bytes: Markdown takes up to 10 µs for each, several times."""
    override_brackets: int = 2_000
    """Most opening brackets in an override or a hand-written page: each takes up to some ms."""
    memory_bytes: int = 100_000_000
    """Largest translation memory, in bytes."""
    image_bytes: int = 10_000_000
    """Largest image beside the hand-written pages, in bytes."""
    topics: int = 10_000
    """Most topics in one project."""
    topic_depth: int = 20
    """Longest chain of parents above a topic."""
    aliases: int = 2_000
    """Most aliases of one topic, both languages together."""
    alias_length: int = 200
    """Longest name or alias, in characters."""


DEFAULTS: Final = Limits()
"""The limits of a project that sets none."""


def or_raise(limit: str) -> str:
    """Return how to lift a limit, as the end of a remedy; ``limit`` is a field of Limits."""
    return f"or raise “limits.{limit}” in mkdocs.yml"
