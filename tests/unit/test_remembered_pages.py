"""What a build remembers of the pages: what each has read, and what it was answered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pages.tracking import Read
from generator.pages.values import Values
from generator.shell.reuse import Published, renew
from tests.briefings import make_briefing

if TYPE_CHECKING:
    from collections.abc import Iterable

TOPIC = "iran (country): إيران"
NAMED = "== one\nوصل الوفد إلى إيران يوم الأحد.\n\n== two\nوصل الوفد إلى طهران يوم الأحد."
SILENT = "== two\nوصل الوفد إلى طهران يوم الأحد."
IRAN = Read("topics/iran", "")
PAGES = dict.fromkeys(("ar/articles/one/index.html", "ar/articles/two/index.html"), "digest")


def build(
    articles: str,
    known: Published | None = None,
    kept: Iterable[str] = (),
    rendered: Iterable[str] = (),
) -> Published:
    """Return what is known after a build whose pages all ask whether there is a topic."""
    values = Values(make_briefing(TOPIC, articles), {}, "")
    reads = dict.fromkeys(rendered, frozenset([IRAN]))
    known = replace(known or Published(), files=dict.fromkeys(PAGES, ("digest", 0, 0)))
    return renew(known, Path("site"), PAGES, frozenset(kept), reads, values)


def outdated(known: Published, articles: str) -> set[str]:
    return known.outdated(known.changed(Values(make_briefing(TOPIC, articles), {}, "")))


def test_a_page_is_outdated_when_an_answer_changes() -> None:
    known = build(NAMED, rendered=PAGES)
    assert outdated(known, NAMED) == set()
    assert outdated(known, SILENT) == set(PAGES)


def test_a_page_that_is_kept_keeps_what_it_has_read() -> None:
    one, two = PAGES
    known = build(NAMED, build(NAMED, rendered=PAGES), kept=[one], rendered=[two])
    assert set(known.reads) == set(PAGES)
    assert outdated(known, SILENT) == set(PAGES)


def test_what_was_answered_a_page_that_has_become_a_redirect_is_forgotten() -> None:
    """The article of a page is merged into another: a file of another kind takes its path.

    Found by random edits: the answer that it had been given stood for that of the other page.
    """
    _, two = PAGES
    known = build(SILENT, build(NAMED, rendered=PAGES), rendered=[two])
    assert set(known.reads) == {two}
    assert outdated(known, SILENT) == set()
    assert outdated(known, NAMED) == {two}
