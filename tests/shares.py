"""What must hold of every text that the furniture of its page has been cut from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.clean.page import BLANK

if TYPE_CHECKING:
    from generator.findings import Cleaned


def check_shares(text: str, cleaned: Cleaned) -> None:
    """Headline, body and cuts share the text; byline and source are pieces of cuts."""
    headline = cleaned.title.span if cleaned.title.origin == "source" else None
    spans = [*cleaned.body, *(cut.span for cut in cleaned.cuts), *([headline] if headline else [])]
    covered = [0] * len(text)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert not BLANK.match(text[span.start])
        assert not BLANK.match(text[span.end - 1])
        for i in range(*span):
            covered[i] += 1
    visible = [i for i, char in enumerate(text) if not BLANK.match(char)]
    if cleaned.title.origin == "sidecar" and cleaned.title.span:
        for i in range(*cleaned.title.span):
            covered[i] = 1
    assert all(covered[i] == 1 for i in visible)
    assert list(cleaned.body) == sorted(cleaned.body)
    assert [cut.span for cut in cleaned.cuts] == sorted(cut.span for cut in cleaned.cuts)
    named = [piece.span for piece in (cleaned.byline, cleaned.source) if piece and piece.span]
    for span in named:
        assert any(c.span.start <= span.start and span.end <= c.span.end for c in cleaned.cuts)
