"""What is proposed to the editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.model import ArticleId, TopicId, TopicKind


class Occurrence(NamedTuple):
    """A sentence that holds a proposed name."""

    article: ArticleId
    sentence: str
    """As it stands in the article."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that no topic has: of a new topic, or another spelling for one that is there."""

    name: str
    """As the articles write it most often, without vowel marks."""
    kind: TopicKind
    """Of the topic it would make, or of the one it belongs to."""
    topic: TopicId | None
    """The topic whose spelling it may be; None for a new topic."""
    resembles: str | None
    """The known spelling that it looks like; None where it was found otherwise."""
    aliases: tuple[str, ...]
    """Shorter names and other spellings that go with it."""
    english: str | None
    """Its name in Latin letters, where an article sets one in brackets behind it."""
    cues: tuple[str, ...]
    """Titles and nouns that it stands behind, most frequent first."""
    count: int
    """Occurrences in all articles, aliases included."""
    articles: tuple[ArticleId, ...]
    """Where it occurs, by id."""
    occurrences: tuple[Occurrence, ...]
    """The first few."""
    score: float
