"""Whatever an article or an override holds: its pages show it, and can do nothing else."""

from __future__ import annotations

import json

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing import Text
from generator.load.sections import find_headings, parse_headings
from generator.metadata.head import page_head
from generator.metadata.subject import Described
from generator.pages.markdown import render_markdown
from tests.chain import empty_renderer, override_of, publish, read
from tests.inert import assert_inert, faults, shown
from tests.properties.texts import texts

SIGNS = (
    "## ", "##", "###", "#", " ", "\t", "\n", "\n\n", "a", "ب", "-", "- ", "1. ", "> ", "```",
    "~~~", "<div>", "|", "---", "[a]:", "/u", " 'x", "* ", "    ", "==", "#\n", "\\", "`",
    "\u2028", "\xa0",
)  # fmt: skip
ARTICLE = "جسر جديد في المدينة\n\nقالت بلدية المرفأ إن العمل يبدأ يوم الأحد في 3 أحياء.\n"


def test_the_judge_finds_fault() -> None:
    assert faults("<script>x</script>") == ["<script>"]
    assert faults("<p onclick=x>") == ["<p onclick='x'>"]
    assert faults("<a href='java\tscript:x'>") != []
    assert faults("<a href='data:text/html,x'>") != []
    assert faults("<a href='../x/#y'>x</a>") == []
    assert faults("a</body><body onload=x>") == ["<body onload>"]
    assert faults("<template><img></template>") == ["<template>"]
    assert faults("<svg><use href='#x'/></svg>") == ["<svg>", "<use>"]
    assert faults("<p title='<!--'><!-- x -->") == ["<-comment>"]
    assert shown("<p>a <b>b</b></p> c") == "abc"


@given(texts)
def test_text_to_page(text: str) -> None:
    kept = read(text.encode())
    made = publish(kept) if kept is not None else None
    if made is None:
        return
    assert_inert(made)
    words = shown(str(made.pages["ar"].body))
    for span in made.article.analysis.cleaned.body:
        assert "".join(span.of(made.article.article.text).split()) in words


@given(st.binary(max_size=300) | texts.map(lambda text: text.encode("utf-16")))
def test_bytes_to_page(data: bytes) -> None:
    kept = read(data)
    made = publish(kept) if kept is not None else None
    if made is not None:
        assert_inert(made)


@given(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
def test_headings_are_found_as_markdown_has_them(body: str) -> None:
    assert list(find_headings(body)) == list(parse_headings(body))


@given(texts, st.sampled_from(["Summary", "Key facts", "Translation", "Background", "Odd <b>"]))
def test_override_to_page(text: str, heading: str) -> None:
    override = override_of(f"---\ntitle: Bridge\n---\n## {heading}\n{text}\n")
    if override is not None:
        made = publish(ARTICLE, override)
        assert made is not None
        assert_inert(made)


@given(texts, texts)
def test_front_matter_to_page(title: str, description: str) -> None:
    given_title, given_description = json.dumps(title), json.dumps(description)
    override = override_of(
        f"---\ntitle: {given_title}\ndescription: {given_description}\n---\n## Summary\nA bridge.\n"
    )
    if override is not None:
        made = publish(ARTICLE, override)
        assert made is not None
        assert_inert(made)


def test_links_of_editors_lead_somewhere_or_nowhere() -> None:
    """Found by fuzzing: a scheme that is nearly ``javascript:`` passed, as any unknown one did."""
    for address in ("javascrirt:go()", "search-ms:x", "file:///x", "data:text/html,x", "a&#58;b"):
        html = str(render_markdown(f"[x]({address}) <{address}>\n\n[y]\n\n[y]: {address}"))
        assert "<a" not in html
    for address in ("https://a.invalid/", "mailto:a@b.invalid", "../x/#y", "/ar/", "tel:+1"):
        assert f'<a href="{address}">x</a>' in str(render_markdown(f"[x]({address})"))


@given(texts)
def test_markdown_to_html(text: str) -> None:
    assert faults(str(render_markdown(text))) == []


@given(texts, texts)
def test_title_and_description_to_head(title: str, description: str) -> None:
    page = Described("ar/x/", "ar", "en/x/", "x/", Text(title, "ar", "source"), description)
    html = f"<!doctype html><head>{page_head(empty_renderer(), page)}</head><body>"
    document = html5lib.parse(html, namespaceHTMLElements=False)
    head, body = document
    assert (body.tag, body.text, len(body)) == ("body", None, 0)
    assert {element.tag for element in head} <= {"meta", "link", "script"}
    (script,) = head.iter("script")
    assert script.attrib == {"type": "application/ld+json"}
    (found,) = (n for n in json.loads(script.text or "")["@graph"] if n["@type"] == "WebPage")
    assert found["name"] == title
