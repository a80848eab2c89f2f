"""What a briefing answers to everything that pages have read of it, as short digests."""

from __future__ import annotations

from functools import cached_property, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from generator.moments import days, pages_of
from generator.pages.tracking import DAYS, NAMES, PERIODS, Read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.briefing import BriefedArticle, BriefedTopic, Briefing
    from generator.moments import Said

EDITED: Final = frozenset(
    (
        "descriptions",
        "digest",
        "keywords",
        "overrides",
        "published",
        "source",
        "stale",
        "titles",
        "topics",
    )
)
"""Attributes of an article that are what they were as long as its :attr:`digest` is."""


class Values:
    """The answers of one briefing; equal answers have equal digests."""

    def __init__(self, briefing: Briefing, said: Said, names: str) -> None:
        """``said`` is what the articles say of days; ``names`` stands for all topics' names."""
        self._briefing = briefing
        self._said = said
        self._names = names

    def of(self, read: Read) -> str:
        """Return the digest of one answer; empty where the thing does not exist."""
        section, _, key = read.of.partition("/")
        if section == NAMES:
            return self._names
        if section == PERIODS:
            return self._periods.get(key, "")
        things: Any = getattr(self._briefing, section)
        if not key and section != "home":
            return digest("\0".join(things))
        attribute, _, entry = read.what.partition(" ")
        if section == "home":
            return digest(repr(things.get(entry) if entry else dict(things)))
        thing = things.get(key)
        if thing is None:
            return ""
        if not attribute:
            return "1"
        quick = self._quick.get((section, read.what))
        if quick:
            return quick(thing)
        value = getattr(thing, attribute)
        return digest(repr(value.get(entry) if entry else value))

    def changed(
        self, known: Iterable[tuple[tuple[str, str], str]], digests: Mapping[str, str]
    ) -> set[Read]:
        """Return those of the reads ``known`` with their answers that have another now.

        ``digests`` are those that the articles had, by id.
        """
        same = {
            f"articles/{key}"
            for key, article in self._briefing.articles.items()
            if digests.get(key) == article.digest
        }
        asked = (
            (Read(of, what), value)
            for (of, what), value in known
            if not (of in same and what.partition(" ")[0] in EDITED)
        )
        return {read for read, value in asked if self.of(read) != value}

    def article_digests(self) -> dict[str, str]:
        """Return the digest of each article by id, which makes :meth:`changed` quick."""
        return {str(key): article.digest for key, article in self._briefing.articles.items()}

    @cached_property
    def _periods(self) -> Mapping[str, str]:
        """What is said of the days of each period; and all days, with how often each is named."""
        pages = pages_of(self._said)
        answers = {
            period: digest(
                repr([(iso, m.article.id, m.quoted()) for iso in said for m in said[iso]])
            )
            for period, said in pages.items()
        }
        return answers | {DAYS: digest(repr((days(self._said), [*pages])))}

    @cached_property
    def _quick(self) -> Mapping[tuple[str, str], Callable[[Any], str]]:
        """What stands for values whose text would take long to write."""
        return {
            ("articles", "analysis"): lambda article: article.analysis_key,
            ("articles", "article"): _raw,
            ("topics", "mentions"): partial(mentions_digest, briefing=self._briefing),
        }


def mentions_digest(topic: BriefedTopic, briefing: Briefing) -> str:
    """Return what changes when a topic's mentions do."""
    # An article's mentions of a topic are read out of its analysis.
    keys = (f"{m.article} {briefing.articles[m.article].analysis_key}" for m in topic.mentions)
    return digest(" ".join(keys))


def _raw(article: BriefedArticle) -> str:
    raw = article.article
    return digest(f"{raw.path} {raw.version} {raw.sidecar!r}")


def digest(text: str) -> str:
    """Return a digest of ``text``, short enough to keep thousands of."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
