"""What every provider of translations is to Mujaz: Arabic sentences in, English ones out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from generator.errors import MujazError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Provider(Protocol):
    """A machine that translates. What it answers is not trusted; see :mod:`.checks`."""

    @property
    def name(self) -> str:
        """Return how drafts name it: ``origin: "machine: NAME"``; one line."""

    def translate(self, sentences: Sequence[str], names: Mapping[str, str]) -> Sequence[str]:
        """Return the English of each Arabic sentence, in order; empty where it has none.

        ``names`` is what the briefing calls those that the sentences may mention, Arabic to
        English; a provider may pass over it. Raises AnswerError where nothing of this answer can
        be used, ProviderError where it would be no use to ask again.
        """


class AnswerError(MujazError):
    """One answer can't be used; the next one may be. The message has no full stop."""


class ProviderError(MujazError):
    """The provider can't be used at all, now; exit code 1."""
