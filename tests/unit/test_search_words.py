"""Words and their matching forms. The browser's side of the same is in tests/browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.arabic import fold as folding
from generator.arabic import letters, stem
from generator.arabic.fold import fold
from generator.arabic.stem import light_stem
from generator.arabic.tokens import tokenise
from generator.search.words import Word, search_words
from tests.fixtures import Case, read_fixture

SCRIPT = Path(__file__).parents[2] / "templates/assets/js/search/fold.js"


@pytest.mark.parametrize("case", read_fixture("fold.md"), ids=str)
def test_fold(case: Case) -> None:
    assert fold(case.given) == case.expected
    assert fold(case.expected) == case.expected


@pytest.mark.parametrize("case", read_fixture("stem.md"), ids=str)
def test_light_stem(case: Case) -> None:
    assert [light_stem(word) for word in case.given.split()] == case.expected.split()


@pytest.mark.parametrize("case", read_fixture("search_words.md"), ids=str)
def test_search_words(case: Case) -> None:
    found = [word for token in tokenise(case.given) for word in search_words(token.folded)]
    assert [_shown(word) for word in found] == case.expected.split("\n")


def _shown(word: Word) -> str:
    return word.stem if word.variant is None else f"{word.stem}/{word.variant}"


@pytest.mark.parametrize("characters", [letters.LETTER, letters.MARK, letters.DIGIT])
def test_browser_knows_the_same_characters(characters: str) -> None:
    """A class that changed on one side only would make words of the index impossible to find."""
    escaped = "".join(c if c.isascii() else f"\\\\u{ord(c):04x}" for c in characters)
    assert escaped in SCRIPT.read_text("utf-8").replace('" +\n    "', "")


def test_browser_knows_the_same_spellings_and_affixes() -> None:
    script = SCRIPT.read_text("utf-8")
    for spellings in folding._LETTERS:
        assert f'"{spellings}"' in script
    for affixes in (stem._PREFIXES, stem._SUFFIXES):
        assert ", ".join(f'"{affix}"' for affix in affixes) in script
