"""What ``mujaz diff`` reads of a built site: its data files and its report."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.diff.shape import fits
from generator.errors import UsageError, printable
from generator.feeds.shapes import ArticlesData, BuildReport, MentionsData, TopicsData

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.feeds.shapes import ArticleData, TopicData

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
    articles = _read(folder, "data/articles.json", ArticlesData)["articles"]
    topics = _read(folder, "data/topics.json", TopicsData)["topics"]
    mentions: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for mention in _read(folder, "data/mentions.json", MentionsData)["mentions"]:
        mentions[mention["article"]][mention["topic"]] += 1
    return BuiltSite(
        {article["id"]: article for article in articles},
        {topic["id"]: topic for topic in topics},
        mentions,
        _read(folder, "build-report.json", BuildReport),
    )


def _read(folder: Path, name: str, kind: Any) -> Any:
    """Return the data of a file, which are of the TypedDict ``kind``."""
    path = folder / name
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{printable(str(path))}: It is too large to be Mujaz's.")
        data = json.loads(path.read_bytes())
        if fits(data, kind):
            return data
        why: Exception | None = None
    except (OSError, ValueError, RecursionError) as error:
        why = error
    raise UsageError(
        f"{printable(str(folder))}: This is no site that can be compared: {name} is missing "
        "or damaged. Build it with this version of Mujaz."
    ) from why
