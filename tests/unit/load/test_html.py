"""HTML pages: what is taken out of them, and that a bad one costs only itself."""

from __future__ import annotations

import dataclasses
import time

import pytest

from generator.load.articles import text_of
from generator.load.html_scan import check_html
from generator.load.html_text import read_page
from generator.load.html_worker import html_reader
from generator.load.limits import DEFAULTS
from generator.load.refused import Refused
from tests.fixtures import Case, read_fixture

PARAGRAPH = "<p>وقع الرئيسان في موسكو يوم الجمعة اتفاق شراكة بين البلدين.</p>"


@pytest.mark.parametrize("case", read_fixture("load_html.md"), ids=str)
def test_what_a_page_says(case: Case) -> None:
    page = read_page(case.given, DEFAULTS.html_depth)
    said = page.text + (f"\ndate: {page.published}" if page.published else "")
    assert said == case.expected


@pytest.mark.slow
def test_deep_pages_lose_nothing() -> None:
    depth = 600  # libxml2 by itself stops at 256
    page = read_page("<div>" * depth + PARAGRAPH + "</div>" * depth, DEFAULTS.html_depth)
    assert "اتفاق شراكة" in page.text


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<div>" * 100_000, "The HTML is nested deeper than 1,000 tags"),
        ("<div><x></y>" * 2_000, "The HTML is nested deeper than 1,000 tags"),
        ("<br>" * 60_000, "The HTML has more than 50,000 tags"),
    ],
)
def test_pages_that_are_refused_unparsed(source: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        check_html(source, DEFAULTS)


def test_depth_that_the_scan_does_not_see_is_measured_in_the_tree() -> None:
    source = "<li><td>" * 900 + PARAGRAPH
    check_html(source, DEFAULTS)
    with pytest.raises(Refused, match="The HTML is nested deeper than 1,000 tags"):
        read_page(source, DEFAULTS.html_depth)


@pytest.mark.parametrize(
    "source",
    ["<" * 300_000, "<!--" * 100_000, "<script>" * 900 + "x" * 300_000, "</p" * 100_000,
     "<script>x</script>" * 20_000, "<p title='<b>" * 30_000],
)  # fmt: skip
def test_the_scan_is_linear(source: str) -> None:
    started = time.process_time()
    check_html(source, dataclasses.replace(DEFAULTS, html_tags=10**9, html_depth=10**9))
    assert time.process_time() - started < 1


@pytest.mark.parametrize("source", ["", "<!-- تعليق -->", "<script>var a = 1</script>", "<p>…</p>"])
def test_pages_without_text(source: str) -> None:
    with pytest.raises(Refused, match="The HTML holds no text"):
        read_page(source, DEFAULTS.html_depth)


@pytest.mark.slow
def test_a_page_that_takes_too_long_costs_only_itself() -> None:
    slow = "<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">" + PARAGRAPH
    limits = dataclasses.replace(DEFAULTS, html_seconds=2)
    with html_reader(limits) as read:
        assert "اتفاق شراكة" in read(PARAGRAPH).text
        with pytest.raises(Refused) as caught:
            read(slow)
        assert "اتفاق شراكة" in read(PARAGRAPH).text
    assert str(caught.value) == (
        "Reading the HTML takes more than 2 seconds."
        " Save the article as plain text, or raise “limits.html_seconds” in mkdocs.yml."
    )


MISBEHAVING = (
    "import sys; sys.path[:] = sys.argv[1:]\n"
    "from generator.load import html_text, html_worker\n"
    "from generator.load.html_scan import Page\n"
    "from tests.misbehaviour import work\n"
    "html_text.read_page = lambda source, _depth: Page(work(source), None)\n"
    "html_worker.serve()"
)
"""A worker whose parser does what the page says."""

CRASHES = "Reading the HTML crashes its parser. Save the article as plain text."
SLOW = "Reading the HTML takes more than 0.2 seconds."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "message"),
    [("crash", CRASHES), ("vanish", CRASHES), ("exit", CRASHES), ("raise", CRASHES),
     ("dig", CRASHES), ("spin", SLOW), ("sleep", SLOW),
     ("grow", "Reading the HTML takes more than 300,000,000 bytes of memory.")],
)  # fmt: skip
def test_a_parser_that_misbehaves_costs_one_page(
    page: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.load.html_worker._START", MISBEHAVING)
    seconds = 5 if page == "grow" else 0.2
    limits = dataclasses.replace(DEFAULTS, html_seconds=seconds, html_memory=300_000_000)
    with html_reader(limits) as read:
        assert read("before").text == "BEFORE"
        with pytest.raises(Refused) as caught:
            read(page)
        assert str(caught.value).startswith(message)
        assert read("after").text == "AFTER"


def test_a_file_outside_of_a_project_is_read_alike() -> None:
    assert text_of("\ufeffوقع الرئيسان\r\nالاتفاق".encode(), ".txt") == "وقع الرئيسان\nالاتفاق"
    assert text_of(b"---\ntitle: x\n---\n# y", ".md") == "---\ntitle: x\n---\n# y"
    with pytest.raises(Refused, match=r"^The article is empty. Write it, or remove the file.$"):
        text_of(b" ", ".txt")


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x01", "\x0b", "\x0c", "\x1c", "\x1f", "\x7f", "\x85", "\ufffe", "\u202e", "&#0;",
     "&#11;", "&#12;", "&#28;", "&#x1f;", "&#xD800;", "&#xFFFE;", "&#x2028;", "&#x110000;"],
)  # fmt: skip
def test_a_sign_that_xml_can_not_hold_is_no_reason_to_fail(sign: str) -> None:
    source = (
        f"<html><head><title>{sign}</title></head><body><article><h1>جسر{sign}<p>جديد{sign}</p></h1>"
        f"<p>قالت البلدية إن العمل يبدأ {sign} يوم الأحد{sign}.</p>{sign}</article></body></html>"
    )
    text = read_page(source, DEFAULTS.html_depth).text
    assert text.startswith("جسر")
    assert "قالت البلدية إن العمل يبدأ" in text
    assert text.replace("\n", "").isprintable()
