"""Makes a title out of the lead of an article that has no headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Span, Title

if TYPE_CHECKING:
    from collections.abc import Sequence


def derive_title(text: str, body: Sequence[Span]) -> Title:
    """Return a piece of the lead as title."""
    lead = body[0]
    return Title(
        text[lead.start : lead.start + 80],
        "derived",
        Span(lead.start, min(lead.end, lead.start + 80)),
    )
