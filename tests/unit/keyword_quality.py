"""Measures the keywords of the project's own annotated texts (``fixtures/keywords.md``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.analysis.keywords import extract_keywords
from generator.analysis.keywords.labels import stems
from generator.analysis.prepare import prepare
from generator.model import Sidecar
from tests.fixtures import Case, read_fixture

if TYPE_CHECKING:
    from generator.findings import Keyword


class Quality(NamedTuple):
    """Shares of all texts together, 0 to 1."""

    found: float
    """Of the phrases that must be keywords, those that are."""
    precise: float
    """Of the first keywords, as many as a text has phrases that must be found, those that must."""
    unwanted: float
    """Of the phrases that must not be keywords, those that are."""


def keywords_of(case: Case) -> tuple[Keyword, ...]:
    """Return the keywords of one text, which has no topics."""
    return extract_keywords(prepare(case.given, Sidecar(), {}, None), (), {})


def marked(case: Case, mark: str) -> list[str]:
    """Return the expected phrases of a text that begin with ``mark``."""
    return [line[2:] for line in case.expected.splitlines() if line.startswith(mark)]


def keyword_quality() -> Quality:
    """Return how well the keywords of the annotated texts are found."""
    wanted = hits = first_hits = unwanted = shown = 0
    for case in read_fixture("keywords.md"):
        texts = [keyword.text for keyword in keywords_of(case)]
        good = {stems(phrase) for phrase in marked(case, "+")}
        bad = marked(case, "-")
        wanted += len(good)
        hits += len(good & {stems(text) for text in texts})
        first_hits += len(good & {stems(text) for text in texts[: len(good)]})
        unwanted += len(bad)
        shown += len(set(bad) & set(texts))
    return Quality(hits / wanted, first_hits / wanted, shown / unwanted)
