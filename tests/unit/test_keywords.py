from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.analysis.keywords import extract_keywords
from generator.analysis.keywords.labels import stems
from generator.analysis.keywords.lexicon import describe
from generator.analysis.mentions import build_matcher, find_mentions
from generator.analysis.prepare import prepare
from generator.arabic.fold import fold
from generator.arabic.words import reporting_verbs, time_words, word_list
from generator.model import Sidecar, TopicId
from tests.documents import document_of
from tests.fixtures import Case, read_fixture
from tests.quality.annotated import read_articles
from tests.unit.documents import make_topics
from tests.unit.keyword_quality import keyword_quality, keywords_of, marked

if TYPE_CHECKING:
    from generator.findings import Keyword

ARABIC = read_fixture("keywords.md")
ENGLISH = read_fixture("keywords_english.md")
ARTICLES = sorted((Path(__file__).parents[2] / "content" / "articles").glob("*.txt"))
TOPICS = """\
pezeshkian (person): مسعود بزشكيان، مسعود بيزشكيان، بزشكيان، بيزشكيان، Masoud Pezeshkian
bushehr (place): بوشهر، محطة بوشهر النووية، Bushehr
iran (country): إيران، Iran
"""


def keywords_in(text: str, topics: str = "", limit: int = 10) -> tuple[Keyword, ...]:
    known = make_topics(topics)
    document = document_of(text)
    mentions = find_mentions(document, build_matcher(known.values()))
    return extract_keywords(document, mentions, known, limit)


def texts_of(keywords: tuple[Keyword, ...]) -> list[str]:
    return [keyword.text for keyword in keywords]


# --- annotated texts ------------------------------------------------------------------------


@pytest.mark.parametrize("case", [*ARABIC, *ENGLISH], ids=str)
def test_what_must_not_be_a_keyword_is_none(case: Case) -> None:
    shown = texts_of(keywords_of(case))
    assert not set(shown) & set(marked(case, "-"))


@pytest.mark.parametrize("case", ENGLISH, ids=str)
def test_what_must_be_a_keyword_of_an_english_text_is_one(case: Case) -> None:
    assert set(marked(case, "+")) <= set(texts_of(keywords_of(case)))


def test_what_must_be_keywords_of_the_arabic_texts_is_found() -> None:
    quality = keyword_quality()
    assert quality.found >= 0.88
    assert quality.precise >= 0.64
    assert quality.unwanted == 0


# --- whatever the text ----------------------------------------------------------------------


@cache
def article_keywords() -> list[tuple[str, tuple[Keyword, ...]]]:
    texts = [path.read_text("utf-8") for path in ARTICLES] + [case.given for case in ARABIC]
    texts += [article.text for article in read_articles()]
    return [(text, extract_keywords(prepare(text, Sidecar(), {}, None), (), {})) for text in texts]


def test_no_keyword_stands_inside_another() -> None:
    for _, keywords in article_keywords():
        for one, other in permutations(texts_of(keywords), 2):
            assert fold(one) not in fold(other)
            assert f" {' '.join(stems(one))} " not in f" {' '.join(stems(other))} "


def test_no_keyword_carries_punctuation_a_conjunction_a_reporting_verb_or_only_a_time() -> None:
    for _, keywords in article_keywords():
        for text in texts_of(keywords):
            words = fold(text).split()
            assert all(char.isalpha() or char in " -'" for char in fold(text))
            assert words[0] not in reporting_verbs()
            assert words[-1] not in reporting_verbs()
            assert not set(words) <= time_words()


def test_no_keyword_is_a_bare_adjective_or_half_a_name() -> None:
    for text, keywords in article_keywords():
        names = set(re.findall(r"\w+ \w+", fold(text)))
        firsts = word_list("first_names") | word_list("given_names")
        for keyword in keywords:
            words = [describe(word) for word in fold(keyword.text).split()]
            once = len(keyword.spans) == 1
            assert not (len(words) == 1 and once and words[0].article and words[0].adjective)
            assert not all(word.adjective and not word.feminine for word in words)
            assert not words[-1].name_part
            alone = len(words) == 1 and fold(keyword.text) in firsts and not words[0].noun
            assert not (alone and any(name.startswith(f"{fold(keyword.text)} ") for name in names))


def test_spans_are_where_the_keyword_or_another_form_of_it_stands() -> None:
    for text, keywords in article_keywords():
        for keyword in keywords:
            assert list(keyword.spans) == sorted(set(keyword.spans))
            last = stems(keyword.text)[-1]
            assert {stems(span.of(text))[-1] for span in keyword.spans} == {last}


def test_keywords_come_best_first_and_no_more_than_asked() -> None:
    text = ARTICLES[0].read_text("utf-8")
    scores = [keyword.score for keyword in keywords_in(text, limit=6)]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)


def test_an_article_without_words_has_no_keywords() -> None:
    assert keywords_in("") == ()
    assert keywords_in("12 34.5 — !؟") == ()
    assert keywords_in("في من على") == ()


def test_signs_that_stand_for_several_words_do_no_harm() -> None:
    assert "محمد ﷺ" not in texts_of(keywords_in("ولد النبي محمد ﷺ في مكة المكرمة. ﹰ\nمكة المكرمة"))


# --- topics ---------------------------------------------------------------------------------


def test_spellings_of_a_topic_are_one_keyword_with_all_its_mentions() -> None:
    text = "زار بيزشكيان موسكو. وقال بزشكيان إن مسعود بزشكيان لبيزشكيان صديق."
    keyword = keywords_in(text, TOPICS)[0]
    assert keyword.text == "مسعود بزشكيان"
    assert keyword.topic == "pezeshkian"
    assert [span.of(text) for span in keyword.spans] == [
        "بيزشكيان", "بزشكيان", "مسعود بزشكيان", "بيزشكيان",
    ]  # fmt: skip


def test_no_keyword_is_half_the_name_of_a_topic() -> None:
    text = "وصل الرئيس مسعود بزشكيان إلى محطة بوشهر النووية. وتفقد بزشكيان محطة بوشهر النووية."
    shown = texts_of(keywords_in(text, TOPICS))
    assert {"مسعود بزشكيان", "بوشهر"} <= set(shown)
    assert not {"محطة", "مسعود", "النووية", "محطة بوشهر", "الرئيس مسعود"} & set(shown)


def test_a_topic_is_named_in_the_language_of_the_article() -> None:
    text = "Pezeshkian met engineers. Masoud Pezeshkian said that Masoud Pezeshkian was pleased."
    assert "Masoud Pezeshkian" in texts_of(keywords_in(text, TOPICS))
    arabic = "استقبل بزشكيان الوفد، ورحب بزشكيان بالضيوف."
    assert "مسعود بزشكيان" in texts_of(keywords_in(arabic, TOPICS))


def test_a_topic_without_a_name_in_the_language_is_called_what_the_article_calls_it() -> None:
    text = "افتتح المتحف الجديد أبوابه. وزار آلاف المتحف الجديد."
    keywords = keywords_in(text, "museum (place): New Museum, متحف*، المتحف الجديد")
    assert texts_of(keywords)[0] == "متحف"


# --- forms ----------------------------------------------------------------------------------


def test_a_surname_is_shown_as_the_full_name() -> None:
    text = "قال فولوديمير زيلينسكي كلمته. وغادر زيلينسكي القاعة. ثم عاد زيلينسكي إلى القاعة."
    keyword = next(k for k in keywords_in(text) if k.text == "فولوديمير زيلينسكي")
    assert [span.of(text) for span in keyword.spans] == [
        "فولوديمير زيلينسكي", "زيلينسكي", "زيلينسكي",
    ]  # fmt: skip


def test_proclitics_are_left_out_and_the_article_hidden_in_one_is_spelt_out() -> None:
    text = "احتج التجار على الرسوم الجمركية. وبالرسوم الجمركية تمول الدولة الموازنة."
    keyword = next(k for k in keywords_in(text) if "الجمركية" in k.text)
    assert keyword.text == "الرسوم الجمركية"
    assert [span.of(text) for span in keyword.spans] == ["الرسوم الجمركية"] * 2
    hidden = keywords_in("خضعت الشحنة للرسوم الجمركية. وخضع المستورد للرسوم الجمركية.")
    assert "الرسوم الجمركية" in texts_of(hidden)


def test_an_unknown_word_loses_its_conjunction() -> None:
    text = "اجتمعت تقنيات الزراعة وتكشينات الري في المعرض. وعرضت تكشينات الري."
    assert not [k for k in texts_of(keywords_in(text)) if k.startswith("وتكشينات")]


def test_the_title_counts_and_a_title_made_from_the_lead_counts_once() -> None:
    text = "سد الصخرة يمتلئ\nارتفع منسوب المياه في البحيرة هذا الأسبوع."
    with_title = extract_keywords(document_of(text, title=True), (), {})
    assert "سد الصخرة" in texts_of(with_title)
    document = prepare("ارتفع منسوب بحيرة الزمرد هذا الأسبوع بعد أمطار غزيرة.", Sidecar(), {}, None)
    assert all(len(k.spans) == 1 for k in extract_keywords(document, (), {}))


def test_the_same_text_has_the_same_keywords_every_time() -> None:
    text = ARTICLES[1].read_text("utf-8")
    assert keywords_in(text) == keywords_in(text)


PARTNERS = """\
iran (country): إيران
tehran (place): طهران
treaty (agreement): معاهدة الشراكة الروسية الإيرانية، معاهدة الشراكة، المعاهدة
"""


def test_a_topic_whose_name_holds_another_is_shown_as_the_article_calls_it() -> None:
    text = (
        "إيران تقر معاهدة الشراكة\n\nأقر البرلمان في إيران معاهدة الشراكة مع روسيا. وقالت إيران إن "
        "المعاهدة تسري بعد شهر. وتنص معاهدة الشراكة على تبادل الخبرات، وتلتزم إيران بتنفيذها."
    )
    shown = texts_of(keywords_in(text, PARTNERS))
    assert "إيران" in shown
    assert "معاهدة الشراكة" in shown
    assert not any("الإيرانية" in keyword for keyword in shown)


def test_a_capital_and_its_country_take_one_place() -> None:
    text = (
        "طهران ترد على العقوبات\n\nقالت طهران إنها سترد على العقوبات. وأكدت إيران أن العقوبات لن "
        "تغير موقفها. وتبحث طهران مع جيرانها سبل الرد، وتعول إيران على تجارة الحدود."
    )
    topics = make_topics(PARTNERS)
    topics[TopicId("tehran")] = replace(topics[TopicId("tehran")], parents=(TopicId("iran"),))
    document = document_of(text)
    mentions = find_mentions(document, build_matcher(topics.values()))
    shown = texts_of(extract_keywords(document, mentions, topics))
    assert len({"إيران", "طهران"} & set(shown)) == 1
