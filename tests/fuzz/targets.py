"""What is fuzzed: each target takes bytes, and raises where a promise is broken."""

from __future__ import annotations

import time
from functools import wraps
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.tokens import tokenise
from generator.load.decode import decode
from generator.load.html_scan import check_html
from generator.load.html_text import read_page
from generator.load.limits import DEFAULTS
from generator.load.refused import Refused, Report
from generator.load.topics import read_topic
from generator.pages.markdown import blocks, render_markdown
from generator.search.words import search_words
from tests.chain import override_of, publish, read
from tests.inert import assert_inert, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Override

ARTICLE: Final = "جسر جديد في المدينة\n\nقالت بلدية المرفأ إن العمل يبدأ يوم الأحد.\n"


MOST_SECONDS: Final = 2
"""CPU time for one input of 4,000 bytes."""


def text(data: bytes) -> None:
    """An article's file: refused with a message, or published on inert pages."""
    kept = read(data)
    if kept is not None:
        _is_inert(kept)


def html(data: bytes) -> None:
    """A web page, read in this very process."""
    source = data.decode("utf-8", "ignore")
    try:
        check_html(source, DEFAULTS)
        kept = read_page(source, DEFAULTS.html_depth).text
    except Refused:
        return
    _is_inert(kept)


def _is_inert(article: str, override: Override | None = None) -> None:
    made = publish(article, override)
    if made is not None:
        assert_inert(made)


def markdown(data: bytes) -> None:
    """An editor's Markdown."""
    source = data.decode("utf-8", "ignore")
    assert faults(str(render_markdown(source, language="en"))) == []
    blocks(source)


def override(data: bytes) -> None:
    """An override's file, front matter and sections."""
    found = override_of(data.decode("utf-8", "ignore"))
    if found is not None:
        _is_inert(ARTICLE, found)


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


def in_time(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Return ``target``, which now takes an input that costs too much time for a finding."""

    @wraps(target)
    def timed(data: bytes) -> None:
        begin = time.process_time()
        target(data)
        seconds = time.process_time() - begin
        assert seconds < MOST_SECONDS, f"{len(data)} bytes cost {seconds:.1f} s"

    return timed


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    function.__name__: function for function in (text, html, markdown, override, topics, query)
}
