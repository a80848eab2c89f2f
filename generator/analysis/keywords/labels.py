"""How a keyword is shown, and where it stands in the article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.analysis.keywords.filters import fit_places
from generator.analysis.keywords.lexicon import ARTICLE, SWALLOWED, bare_stem
from generator.arabic.tokens import tokenise
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.keywords.candidates import Key
    from generator.analysis.keywords.stream import Stream
    from generator.model import Language, Topic, TopicId

_MOST_WORDS: Final = 4
_QUOTES: Final = re.compile('["“”„«»‘’()]')


def label(stream: Stream, key: Key, places: Sequence[int]) -> str:
    """Return the form to show, without proclitics: the commonest.

    Of these one that has none in the text, then the shortest.

    Where the article is hidden in ``لل``, it is spelt out: ``للعقوبات`` gives ``العقوبات``.
    """
    size = len(key)
    shown = fit_places(stream, places, size) or places
    counts = Counter(_text(stream, place, size) for place in shown)
    whole = {_text(stream, place, size) for place in shown if not stream.words[place].proclitic}
    return min(counts, key=lambda text: (-counts[text], text not in whole, len(text)))


def _text(stream: Stream, place: int, size: int) -> str:
    text = stream.text[stream.starts[place] : stream.ends[place + size - 1]].replace("ـ", "")
    article = ARTICLE if stream.words[place].proclitic in SWALLOWED else ""
    return article + " ".join(text.split())


def topic_label(
    topic: TopicId, topics: Mapping[TopicId, Topic], language: Language, fallback: str
) -> str:
    """Return the name of a topic in the language of the article, or what the article calls it."""
    return (topics[topic].name.get(language) if topic in topics else "") or fallback


def longest_call(stream: Stream, places: Sequence[int]) -> str:
    """Return the fullest name of at most four words by which the article calls a topic."""
    names = {_QUOTES.sub("", _text(stream, place, 1)) for place in places}
    sizes = {name: len(name.split()) for name in names}
    return min(names, key=lambda name: (sizes[name] > _MOST_WORDS, -sizes[name], len(name), name))


def stems(text: str) -> Key:
    """Return the light stems of a text, proclitics and articles left out."""
    return tuple(bare_stem(token.folded) for token in tokenise(text))


def spans(stream: Stream, key: Key, places: Sequence[int]) -> tuple[Span, ...]:
    """Return where a keyword stands, proclitics left out."""
    return tuple(Span(stream.starts[place], stream.ends[place + len(key) - 1]) for place in places)
