"""The fast YAKE against the package ``yake`` itself, on prepared text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.analysis.keywords.stream import read_stream, sentences
from generator.analysis.keywords.yake_fast import keywords
from generator.arabic.words import function_words, word_list
from tests.documents import document_of
from tests.fixtures import read_fixture

ARTICLES = sorted((Path(__file__).parents[2] / "content" / "articles").glob("*.txt"))
FIXTURES = ("keywords.md", "keywords_english.md")
TEXTS = [(path.stem, path.read_text("utf-8")[:2500]) for path in ARTICLES] + [
    (case.title, case.given) for name in FIXTURES for case in read_fixture(name)
]


def stock_extractor(**options: Any) -> Any:
    """Return the package's own, which takes as long to load as a dozen of these tests."""
    import yake

    return yake.KeywordExtractor(**options)


def prepared(text: str) -> list[list[str]]:
    """Return the words of a text by sentence; what the stock tokeniser would split is joined."""
    return [
        ["".join(filter(str.isalnum, word)) for word in sentence]
        for sentence in sentences(read_stream(document_of(text), ()))
    ]


def stock_text(parts: list[list[str]]) -> str:
    """Return the text in which the stock package sees these sentences and words.

    Breaks become commas. Sentences end with an exclamation mark, behind which its splitter looks
    for no abbreviation; a comma before a small letter keeps it from joining two of them.
    """
    texts = []
    for sentence in parts:
        text = " ".join(word or "," for word in sentence).rstrip(", ") + "!"
        texts.append(f", {text}" if text[0].islower() else text)
    return " ".join(texts)


def compare(text: str, longest: int) -> None:
    arabic = document_of(text).language == "ar"
    stop_words = function_words() if arabic else word_list("english_function_words")
    parts = prepared(text)
    stock = stock_extractor(
        lan="ar" if arabic else "en", n=longest, dedup_lim=1.0, top=10**6, stopwords=stop_words
    )
    expected = {phrase: float(score) for phrase, score in stock.extract_keywords(stock_text(parts))}
    found = keywords(parts, longest, stop_words)
    assert len(found) > 20
    assert {" ".join(phrase): score for phrase, score in found} == pytest.approx(
        expected, rel=1e-12
    )
    scores = [score for _, score in found]
    assert scores == sorted(scores)


@pytest.mark.parametrize("text", [text for _, text in TEXTS], ids=[name for name, _ in TEXTS])
def test_phrases_and_scores_are_those_of_the_package(text: str) -> None:
    compare(text, 3)


@pytest.mark.parametrize("longest", [1, 4])
def test_the_length_of_phrases_is_that_of_the_package(longest: int) -> None:
    compare(TEXTS[-1][1], longest)


def test_the_stock_stop_words_give_the_stock_keywords() -> None:
    stock = stock_extractor(lan="en", n=3, dedup_lim=1.0, top=15)
    parts = prepared(read_fixture("keywords_english.md")[0].given)
    found = keywords(parts, 3, frozenset(stock.stopword_set))
    expected = stock.extract_keywords(stock_text(parts))
    assert [score for _, score in found[:15]] == pytest.approx([score for _, score in expected])


def test_a_text_of_stop_words_has_no_keywords() -> None:
    assert keywords([["في", "من", "على"]], 3, frozenset(("في", "من", "على"))) == []
    assert keywords([], 3, frozenset()) == []
