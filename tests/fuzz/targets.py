"""What is fuzzed: each target takes bytes, and raises where a promise is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.tokens import tokenise
from generator.load.decode import decode
from generator.load.limits import DEFAULTS
from generator.load.refused import Refused, Report
from generator.load.topics import read_topic
from generator.pages.markdown import blocks, render_markdown
from generator.search.words import search_words
from tests.chain import override_of, publish, read
from tests.inert import faults

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE: Final = "جسر جديد في المدينة\n\nقالت بلدية المرفأ إن العمل يبدأ يوم الأحد.\n"


def text(data: bytes) -> None:
    """An article's file: refused with a message, or published on inert pages."""
    kept = read(data)
    made = publish(kept) if kept is not None else None
    for page in made.pages.values() if made else ():
        assert faults(str(page.body)) == []


def markdown(data: bytes) -> None:
    """An editor's Markdown."""
    source = data.decode("utf-8", "ignore")
    assert faults(str(render_markdown(source, language="en"))) == []
    blocks(source)


def override(data: bytes) -> None:
    """An override's file, front matter and sections."""
    found = override_of(data.decode("utf-8", "ignore"))
    made = publish(ARTICLE, found) if found else None
    for page in made.pages.values() if made else ():
        assert faults(str(page.body)) == []


def topics(data: bytes) -> None:
    """A topic's file: read, or refused with a message."""
    report = Report("content/topics/one.yml")
    try:
        read_topic("one", decode(data), report, DEFAULTS)
    except Refused:
        return


def query(data: bytes) -> None:
    """What somebody searches for, or what an index is made of."""
    for token in tokenise(data.decode("utf-8", "ignore")):
        assert fold(token.folded) == token.folded
        for word in search_words(token.folded):
            assert word.stem
            assert " " not in word.stem


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    function.__name__: function for function in (text, markdown, override, topics, query)
}
