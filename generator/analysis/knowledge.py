"""What an analysis depends on besides its article, as values and as digests.

Apart from the analysis itself: a build in which no article has changed never loads that.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.analysis.mentions import TopicMatcher
    from generator.model import Source, SourceId, Topic, TopicId

ANALYSING = ("analysis", "arabic", "clean")
"""Packages whose code decides what an analysis says."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a project knows beforehand: its topics, ready to be matched, and its sources."""

    topics: Mapping[TopicId, Topic]
    sources: Mapping[SourceId, Source]
    matcher: TopicMatcher


def knowledge_digest(knowledge: Knowledge) -> str:
    """Return a digest of everything besides the article that its analysis depends on."""
    sources = repr(sorted(map(repr, knowledge.sources.values())))
    parts = (code_digest(), knowledge.matcher.fingerprint, sources)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def code_digest(*folders: str) -> str:
    """Return a digest of Mujaz's own code: a result of other code is never taken for ours.

    ``folders`` are packages of ``generator``; without them it is all that analyses.
    """
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for folder in folders or ANALYSING:
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in (".py", ".txt"):
                digest.update(path.read_bytes())
    digest.update((package / "model.py").read_bytes())
    return digest.hexdigest()
