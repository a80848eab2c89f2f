"""Python and the browser read the same words out of any text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from generator.arabic.fold import fold
from generator.arabic.tokens import tokenise
from generator.search.words import own_first_letters, search_words
from tests.properties.texts import assigned_texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).resolve().parents[2] / "templates/assets/js/search/fold.js"
READ = """text => Mujaz.text.tokenise(text).map((token) => [
    [...text.slice(0, token.start)].length, [...text.slice(0, token.end)].length, token.folded,
    Mujaz.text.searchWords(token.folded).map(({stem, variant}) => [stem, variant])])"""


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """Return an empty page with the script that reads queries."""
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    page.evaluate("words => Mujaz.text.setOwnFirstLetters(words)", " ".join(own_first_letters()))
    yield page
    page.close()


def words(text: str) -> list[Any]:
    return [
        [*token, [list(word) for word in search_words(token.folded)]] for token in tokenise(text)
    ]


@given(texts)
def test_a_word_is_whole_and_folded_once_for_all(text: str) -> None:
    for start, end, folded in tokenise(text):
        assert fold(text[start:end]) == folded == fold(folded)
        for word in search_words(folded):
            assert word.stem
            assert " " not in word.stem + (word.variant or "")


@pytest.mark.browser
@given(assigned_texts)
def test_browser_and_python_read_any_text_alike(script: Page, text: str) -> None:
    assert script.evaluate(READ, text) == words(text)
