"""Article text in script files: the browser reads it back, nothing takes it for code."""

from __future__ import annotations

import json

import pytest

from generator.search.literals import compact, literal, literal_terms

HOSTILE = (
    "eval(atob('x'))",
    "</script><script>alert(1)</script>",
    'document.cookie \\u0065val \\" "quoted" \\',
    "xeval9 _0x3f2a s400 ab2 b2b x1 \\x41 a\\b2",
    "لا شيء \u2028 \u2029 \x7f 😀 javascript:void(0)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_read_back_as_it_was(text: str) -> None:
    data = {"texts": {"ar": [["s-1", text], ["s-2", text + text]]}, "none": None, "n": 3}
    assert json.loads(literal(data)) == json.loads(compact(data)) == data


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("code", ["eval(", "<script", "</script", "document.", "javascript:"])
def test_no_code_stands_in_the_file(text: str, code: str) -> None:
    assert code not in literal([text])


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        ("sanction", "\\u0073anction"),
        ("s400", "\\u0073400"),
        ("ab2", "a\\u00622"),
        ("xy400", "x\\u0079400"),
        ("xdocument0x3", "\\u0078documen\\u00740\\u00783"),
        ("عقوب", "عقوب"),
    ],
)
def test_what_is_escaped_of_a_term(term: str, shown: str) -> None:
    assert literal_terms("", f"{term} a4Z") == f'["","{shown} a4Z"]'
    assert json.loads(literal_terms("", f"{term} a4Z")) == ["", f"{term} a4Z"]


def test_keys_stay_readable() -> None:
    assert literal({"titles": ["Duma"]}) == '{"titles":["\\u0044uma"]}'
