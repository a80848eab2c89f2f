"""Titles: found, given by an editor, or made from the lead."""

from __future__ import annotations

import pytest

from generator.analysis.prepare import prepare
from generator.arabic.words import function_words
from generator.clean.clean import clean
from generator.clean.lead_title import derive_title
from generator.model import Sidecar, Span
from tests.fixtures import FOLDER, Case, read_fixture

PORT = (FOLDER / "story_port.txt").read_text("utf-8").splitlines()
ARTICLES = FOLDER.parents[1] / "content" / "articles"


def unfold(text: str) -> str:
    for paragraph in PORT:
        text = text.replace("¶", paragraph, 1)
    return text


@pytest.mark.parametrize("case", read_fixture("titles.md"), ids=str)
def test_an_article_has_the_title_the_fixture_says(case: Case) -> None:
    text = unfold(case.given)
    title = clean(text, Sidecar(), {}).title
    assert f"{title.origin}: {title.text}" == case.expected
    assert title.span is not None
    assert title.span.of(text) == title.text


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("treaty-signed-moscow", "التوقيع على اتفاق الشراكة الاستراتيجي"),
        (
            "treaty-signing-friday",
            "ستوقع روسيا وإيران معاهدة “شراكة استراتيجية شاملة” يوم الجمعة",
        ),
        (
            "putin-pezeshkian-meet",
            "يلتقي الرئيس الإيراني مسعود بيزشكيان مع الرئيس الروسي فلاديمير بوتين في موسكو",
        ),
        (
            "almayahi-partnership-essay",
            "لا يقتصر التعاون بين إيران وروسيا على الجوانب الاقتصادية والعسكرية المشتركة",
        ),
        ("duma-ratifies-treaty", "لمدة 20 عاماً.. الدوما الروسي يقر شراكة استراتيجية مع إيران"),
    ],
)
def test_the_five_articles_have_titles_that_read_well(name: str, title: str) -> None:
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    assert clean(text, Sidecar(), {}).title.text == title


def test_the_editors_title_stands_and_the_headline_it_replaces_is_cut() -> None:
    headline = "شركات الملاحة توقع عقود الرصيف الثالث في الميناء"
    text = f"{headline}\n\n{PORT[0]}\n\n{PORT[1]}"
    given_title = "عقود الرصيف الثالث: شركات الملاحة توقع"
    cleaned = clean(text, Sidecar(title=given_title), {})
    assert (cleaned.title.text, cleaned.title.origin) == (given_title, "sidecar")
    assert cleaned.title.span is None
    assert [(cut.rule, cut.span.of(text)) for cut in cleaned.cuts] == [
        ("replaced-headline", headline)
    ]


def test_the_editors_title_knows_its_place_in_the_text() -> None:
    text = f"«شركات الملاحة توقع العقود»\n\n{PORT[0]}\n\n{PORT[1]}"
    cleaned = clean(text, Sidecar(title="شركات الملاحة توقّع العقود"), {})
    assert cleaned.title.span == Span(0, text.index("\n"))
    assert [span.of(text) for span in cleaned.body] == PORT[:2]


def test_a_subhead_below_no_headline_stays_though_the_editor_gives_a_title() -> None:
    text = f"ماذا بعد ذلك\n\n{PORT[0]}\n\n{PORT[1]}"
    cleaned = clean(text, Sidecar(title="شركات الملاحة توقع العقود"), {})
    assert [span.of(text) for span in cleaned.body] == ["ماذا بعد ذلك", *PORT[:2]]
    assert cleaned.cuts == ()


@pytest.mark.parametrize("paragraph", PORT)
def test_no_title_ends_with_a_word_that_needs_another(paragraph: str) -> None:
    title = derive_title(paragraph, [Span(0, len(paragraph))]).text
    assert title.split()[-1] not in function_words()
    assert not title.endswith(("،", ".", ":"))


def test_an_article_is_prepared_whole() -> None:
    text = f"شركات الملاحة توقع العقود\n\nالمدينة - رويترز - {PORT[0]}\n\n{PORT[1]}\n\nشاركها."
    document = prepare(text, Sidecar(), {}, None)
    assert document.language == "ar"
    assert [token.folded for token in document.title_tokens] == [
        "شركات",
        "الملاحه",
        "توقع",
        "العقود",
    ]
    body = list(document.tokens)
    assert body == sorted(body)
    assert (body[0].folded, body[-1].folded) == ("افتتح", "اخري")
    assert {sentence.paragraph for sentence in document.sentences} == {0, 1}
    assert prepare(text, Sidecar(language="en"), {}, None).language == "en"
