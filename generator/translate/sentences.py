"""Puts an article's sentences into English: from memory where it knows them, else by a machine.

Sentences go out in batches and come back as many. Where they do not, each goes out alone: then
there is no doubt which answer is whose. What fails its checks stays Arabic, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from generator.translate.checks import clean, why_refused
from generator.translate.provider import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.translate.memory import Memory
    from generator.translate.provider import Provider

MOST_SENTENCES: Final = 20
MOST_CHARACTERS: Final = 4_000
"""What one request may hold; a longer sentence is not sent at all."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One sentence of an article and what became of it."""

    arabic: str
    english: str = ""
    """Empty where it stays Arabic."""
    origin: Literal["memory", "machine", "none"] = "none"
    why: str = ""
    """Why it stays Arabic."""


def render(
    sentences: Sequence[str], provider: Provider, memory: Memory, names: Mapping[str, str]
) -> dict[str, Rendered]:
    """Return what became of each sentence, by the sentence on one line.

    Raises ProviderError where the provider can't be used.
    """
    wanted = list(dict.fromkeys(clean(sentence) for sentence in sentences))
    rendered = {}
    for arabic in wanted:
        known = memory.find(arabic)
        if known is not None and why_refused(arabic, known) is None:
            rendered[arabic] = Rendered(arabic, known, "memory")
        elif len(arabic) > MOST_CHARACTERS:
            rendered[arabic] = Rendered(arabic, why="it is too long for one request")
    for batch in _batches(arabic for arabic in wanted if arabic not in rendered):
        for arabic, english, why in _ask(batch, provider, names):
            rendered[arabic] = _checked(arabic, english, why)
    return rendered


def _checked(arabic: str, english: str, why: str) -> Rendered:
    english = clean(english)
    why = why or why_refused(arabic, english) or ""
    return Rendered(arabic, why=why) if why else Rendered(arabic, english, "machine")


def _ask(
    batch: Sequence[str], provider: Provider, names: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield each sentence of a batch with its translation, or with why there is none."""
    try:
        yield from zip(batch, _answers(batch, provider, names), [""] * len(batch), strict=True)
    except AnswerError as error:
        if len(batch) == 1:
            yield batch[0], "", str(error)
            return
        for sentence in batch:
            yield from _ask([sentence], provider, names)


def _answers(batch: Sequence[str], provider: Provider, names: Mapping[str, str]) -> Sequence[str]:
    answers = provider.translate(batch, names)
    if len(answers) != len(batch):
        raise AnswerError(f"{len(batch)} sent, {len(answers)} came back")
    return answers


def _batches(sentences: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for sentence in sentences:
        full = len(batch) == MOST_SENTENCES
        if batch and (full or sum(map(len, batch)) + len(sentence) > MOST_CHARACTERS):
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch
