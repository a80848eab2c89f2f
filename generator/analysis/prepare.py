"""Makes an article ready for analysis: cleaned, its language told, cut into sentences and words."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.analysis.document import Document
from generator.arabic.language import language_of
from generator.arabic.sentences import split_sentences
from generator.arabic.tokens import tokenise
from generator.clean.clean import clean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.model import Sidecar, Source, SourceId


def prepare(
    text: str, sidecar: Sidecar, sources: Mapping[SourceId, Source], published: date | None
) -> Document:
    """Return what every part of the analysis reads about ``text``."""
    cleaned = clean(text, sidecar, sources)
    title = cleaned.title.span
    return Document(
        text=text,
        language=sidecar.language or language_of("".join(span.of(text) for span in cleaned.body)),
        cleaned=cleaned,
        sentences=split_sentences(text, cleaned.body),
        tokens=tuple(chain.from_iterable(tokenise(text, *span) for span in cleaned.body)),
        title_tokens=tuple(tokenise(text, *title)) if title else (),
        published=published or sidecar.published,
    )
