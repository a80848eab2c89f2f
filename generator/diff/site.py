"""What ``mujaz diff`` reads of a built site: its data files and its report."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.errors import UsageError, printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.feeds.shapes import ArticleData, BuildReport, TopicData

_LARGEST = 500_000_000


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The published data of one build."""

    articles: Mapping[str, ArticleData]
    topics: Mapping[str, TopicData]
    mentions: Mapping[str, Mapping[str, int]]
    """By article, how often it names each topic."""
    report: BuildReport


def read_site(folder: Path) -> BuiltSite:
    """Read the data of a site.

    Raises UsageError where ``folder`` is no site, or one that an older Mujaz built.
    """
    articles = _read(folder, "data/articles.json")["articles"]
    topics = _read(folder, "data/topics.json")["topics"]
    mentions: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for mention in _read(folder, "data/mentions.json")["mentions"]:
        mentions[mention["article"]][mention["topic"]] += 1
    return BuiltSite(
        {article["id"]: article for article in articles},
        {topic["id"]: topic for topic in topics},
        mentions,
        _read(folder, "build-report.json"),
    )


def _read(folder: Path, name: str) -> Any:
    path = folder / name
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{printable(str(path))}: It is too large to be Mujaz's.")
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{printable(str(folder))}: This is no site that can be compared: {name} is missing "
            "or damaged. Build it with this version of Mujaz."
        ) from error
