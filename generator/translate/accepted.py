"""What editors have accepted: their translations, matched sentence by sentence with the articles.

A translation is matched where it has as many paragraphs as the article; a paragraph is matched
sentence by sentence where both have as many, else as a whole. Figures that differ undo a match:
it is safer to know nothing than to remember one sentence as another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.arabic.sentences import split_sentences
from generator.load.text import one_line
from generator.model import Span
from generator.pages.markdown import paragraphs_of
from generator.translate.checks import why_refused
from generator.translate.memory import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.findings import Analysis
    from generator.model import Article, Override


def accepted(
    articles: Iterable[tuple[Article, Analysis, Override]],
) -> tuple[Unit, ...]:
    """Return the units of English overrides, sorted.

    Drafts give none, and neither do overrides written against another version of their article.
    """
    found: set[Unit] = set()
    for article, analysis, override in articles:
        if not override.is_draft and override.source == article.version:
            found.update(_units(article, analysis, override))
    return tuple(sorted(found))


def _units(article: Article, analysis: Analysis, override: Override) -> Iterator[Unit]:
    pairs = [(analysis.cleaned.title.text, override.title or "")]
    for section in override.sections:
        if section.kind == "translation":
            pairs += _paragraphs(article, analysis, section.markdown)
    for arabic, english in pairs:
        ar, en = one_line(arabic), one_line(english)
        if ar and why_refused(ar, en) is None:
            yield Unit(ar, en, article.id)


def _paragraphs(article: Article, analysis: Analysis, markdown: str) -> Iterator[tuple[str, str]]:
    paragraphs = paragraphs_of(markdown)
    if len(paragraphs) != len(analysis.cleaned.body):
        return
    for number, english in enumerate(paragraphs):
        arabic = [
            one_line(s.span.of(article.text)) for s in analysis.sentences if s.paragraph == number
        ]
        pairs = list(zip(arabic, _sentences(english, len(arabic)), strict=False))
        if len(pairs) == len(arabic) and all(why_refused(ar, en) is None for ar, en in pairs):
            yield from pairs
        else:
            yield " ".join(arabic), " ".join(english)


def _sentences(lines: Sequence[str], wanted: int) -> list[str]:
    """Return a paragraph's sentences if there are as many as ``wanted``, else nothing.

    Drafts have a sentence a line, and stay so where an editor corrects words only.
    """
    if len(lines) == wanted:
        return list(lines)
    text = " ".join(lines)
    found = [s.span.of(text) for s in split_sentences(text, [Span(0, len(text))])]
    return found if len(found) == wanted else []
