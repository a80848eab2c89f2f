"""Article text in script files: the browser reads it back, nothing takes it for code."""

from __future__ import annotations

import json

import pytest

from generator.search.literals import compact, literal

HOSTILE = (
    "eval(atob('x'))",
    "</script><script>alert(1)</script>",
    'document.cookie \\u0065val \\" "quoted" \\',
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


def test_keys_stay_readable() -> None:
    assert literal({"titles": ["Duma"]}) == '{"titles":["\\u0044uma"]}'
