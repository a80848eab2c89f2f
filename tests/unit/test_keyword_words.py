from __future__ import annotations

import pytest

from generator.analysis.keywords.lexicon import Word, describe
from generator.arabic.fold import fold
from generator.arabic.frequency import UNKNOWN, _word_list, preload, zipf, zipf_table
from generator.arabic.verbs import is_verb
from generator.arabic.words import (
    function_words,
    reporting_verbs,
    spellings,
    time_words,
    with_conjunctions,
    word_list,
)
from tests.fixtures import Case, read_fixture

KINDS = (
    "article", "noun", "verb", "adjective", "accusative", "possessive", "given_name", "name_part",
    "generic", "time", "latin",
)  # fmt: skip


def described(word: Word) -> str:
    if word.function:
        return " | grammar"
    kinds = " ".join(kind.replace("_", " ") for kind in KINDS if getattr(word, kind))
    return f"{word.proclitic or '-'} | {kinds}".rstrip()


@pytest.mark.parametrize("case", read_fixture("keyword_words.md"), ids=str)
def test_words_are_told_apart(case: Case) -> None:
    words = case.given.split()
    found = [
        described(describe(fold(word), pronoun=word.endswith("ه"), hamza=word[0] in "أإ"))
        for word in words
    ]
    expected = [line.rstrip() for line in case.expected.splitlines()]
    assert dict(zip(words, found, strict=True)) == dict(zip(words, expected, strict=True))


def test_all_forms_of_a_noun_have_one_stem_and_its_adjective_another() -> None:
    assert {describe(fold(word)).stem for word in ("عقوبات", "والعقوبات", "للعقوبات")} == {"عقوب"}
    assert describe(fold("المغرب")).stem != describe(fold("المغربية")).stem
    assert describe(fold("المغربي")).stem == describe(fold("المغربية")).stem


def test_a_name_that_folds_to_a_word_of_grammar_is_described_as_a_name() -> None:
    assert describe("علي").function
    assert describe("علي", grammar=False).given_name


def test_words_too_short_or_too_long_begin_and_end_no_phrase() -> None:
    for folded in ("و", "ا" * 40, "12", "صلي الله"):
        assert not describe(folded).edge


def test_a_short_word_is_no_verb() -> None:
    assert not is_verb("لم")


# --- word lists and frequencies -------------------------------------------------------------


def test_word_lists_are_folded_and_hold_no_comment() -> None:
    assert "الي" in word_list("function_words")
    assert "إلى" in spellings("function_words")
    assert not any("#" in word for word in word_list("function_words"))


def test_closed_lists_know_words_with_their_conjunctions() -> None:
    assert with_conjunctions(frozenset({"قال"})) == {"قال", "وقال", "فقال"}
    assert {"وفي", "في"} <= function_words()
    assert {"وقال", "اكد"} <= reporting_verbs()
    assert {"الماضي", "كانون", "غشت"} <= time_words()


def test_a_missing_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        word_list("no_such_list")


def test_frequencies_are_those_of_the_language_by_folded_form() -> None:
    from wordfreq import get_frequency_list  # slow to load, and nothing else here needs it

    preload("ar", "en")
    assert zipf("في") > zipf("ايران") > zipf("اخطبوط") == UNKNOWN
    assert _word_list("ar") == get_frequency_list("ar", "small")  # its own reader's
    assert zipf("the", "en") > zipf("treaty", "en") > 3
    assert all(fold(word) == word for word in list(zipf_table("ar"))[::500])
