"""Links the names of topics in editors' text to the topics' pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.analysis.document import Document
from generator.analysis.mentions import find_mentions
from generator.arabic.tokens import tokenise
from generator.findings import Cleaned, Title
from generator.pages.links import Links

if TYPE_CHECKING:
    from generator.model import Language, TopicId
    from generator.pages.markdown import Linker
    from generator.pages.renderer import Renderer


def make_linker(renderer: Renderer, url: str, language: Language) -> Linker:
    """Return a function that cuts a text at the topics it names; each is linked once a page."""
    to = Links(url, language)
    linked: set[TopicId] = set()

    def linker(text: str) -> list[tuple[str, str | None]]:
        pieces: list[tuple[str, str | None]] = []
        here = 0
        for mention in find_mentions(_document(text, language), renderer.matcher):
            known = mention.topic in renderer.briefing.topics
            if mention.span.start < here or mention.topic in linked or not known:
                continue
            linked.add(mention.topic)
            pieces.append((text[here : mention.span.start], None))
            pieces.append((mention.span.of(text), to.topic(mention.topic)))
            here = mention.span.end
        pieces.append((text[here:], None))
        return [piece for piece in pieces if piece[0]]

    return linker


def _document(text: str, language: Language) -> Document:
    """Return an editor's text as a document: all of it is body."""
    nothing = Cleaned(Title("", "derived", None), None, None, (), ())
    return Document(text, language, nothing, (), tuple(tokenise(text)), (), None)
