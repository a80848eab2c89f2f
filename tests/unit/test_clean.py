"""Cleaning: each rule by its fixture, the five articles line by line, and what always holds."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest

from generator.clean.clean import clean
from generator.clean.rules import PART_RULES, RULES
from generator.model import Bilingual, Sidecar, Source, SourceId
from tests.fixtures import FOLDER, Case, read_fixture
from tests.shares import check_shares

if TYPE_CHECKING:
    from generator.findings import Cleaned

PORT = (FOLDER / "story_port.txt").read_text("utf-8").splitlines()
HEADLINE, *OLIVES = (FOLDER / "story_olives.txt").read_text("utf-8").splitlines()
BY_RULE = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case.title}")
    for path in sorted((FOLDER / "clean").glob("*.md"))
    for case in read_fixture(f"clean/{path.name}")
]


def unfold(text: str) -> str:
    """Return the text with stories for their signs, and line breaks for theirs."""
    port, olives = count(), count()
    text = re.sub("¶", lambda _: PORT[next(port)], text)
    text = re.sub("§", lambda _: OLIVES[next(olives)], text)
    return text.replace("¤", HEADLINE).replace("⏎", "\n")


def cuts_of(text: str, cleaned: Cleaned) -> list[str]:
    return [f"{cut.rule}: {' '.join(cut.span.of(text).split())}" for cut in cleaned.cuts]


@pytest.mark.parametrize(("rule", "case"), BY_RULE)
def test_each_rule_cuts_and_leaves_what_its_fixture_says(rule: str, case: Case) -> None:
    text = unfold(case.given)
    expected = [] if case.expected == "nothing" else case.expected.splitlines()
    cuts = cuts_of(text, clean(text, Sidecar(), {}))
    assert cuts == [" ".join(unfold(line).split()) for line in expected]


def test_every_rule_has_a_fixture_with_something_to_cut_and_something_to_leave() -> None:
    for rule in (*RULES, *PART_RULES):
        cases = read_fixture(f"clean/{rule.name}.md")
        assert any(f"{rule.name}: " in case.expected for case in cases), rule.name
        assert any("must not cut" in case.title for case in cases), rule.name


ARTICLES = FOLDER.parents[1] / "content" / "articles"
FURNITURE = {
    "treaty-signed-moscow": [
        "related-link: اقرأ المزيد",
        "cms-placeholder: يحتوي هذا القسم على المقلات ذات صلة, الموضوعة في (Related Nodes field)",
        "source-line: نقلاً عن : اندبندنت عربية",
    ],
    "treaty-signing-friday": ["share: شاركها."],
    "putin-pezeshkian-meet": [
        "source-line: المصدر: سكاي نيوز عربية",
        "tag-line: كلمات دلالية: …",
        "related-link: إقرأ أيضاً:",
        "embedded-article: واشنطن وموسكو تعتزمان …",
        "related-link: مقالات مشابهة",
        "related-links: • اتفاقية شراكة استراتيجية …",
    ],
    "almayahi-partnership-essay": [
        "titled-name: د. احمد المياحي",
        "pull-quote: (يؤكد ترامب أنه لن يلجأ إلى الخيار العسكري …",
    ],
    "duma-ratifies-treaty": [],
}
"""Everything in the five articles that is not the article; ``…`` stands for the rest of a cut."""


@pytest.mark.parametrize("name", FURNITURE)
def test_of_the_five_articles_all_furniture_is_cut_and_every_line_kept(name: str) -> None:
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    cleaned = clean(text, Sidecar(), {})
    found = cuts_of(text, cleaned)
    assert len(found) == len(FURNITURE[name])
    for cut, expected in zip(found, FURNITURE[name], strict=True):
        assert cut == expected or (expected.endswith("…") and cut.startswith(expected[:-1]))
    rest = [line.strip() for line in text.splitlines() if line.strip()]
    kept = [span.of(text) for span in cleaned.body]
    title = [cleaned.title.text] if cleaned.title.origin == "source" else []
    cut_lines = [line.strip() for cut in cleaned.cuts for line in cut.span.of(text).splitlines()]
    assert [line for line in rest if line not in cut_lines] == title + kept


def test_of_the_five_articles_the_foreign_one_ends_where_it_ends() -> None:
    text = (ARTICLES / "putin-pezeshkian-meet.txt").read_text("utf-8")
    (foreign,) = (
        cut.span.of(text)
        for cut in clean(text, Sidecar(), {}).cuts
        if cut.kind == "embedded-article"
    )
    assert foreign.endswith("بحوالى 500 مليار يورو على مدى عشر سنوات.")


def test_the_editor_has_the_last_word_on_byline_and_source() -> None:
    text = unfold(
        "عنوان الخبر كما نشر في الصحيفة\n\nبقلم: سامي الخطيب\n\n¶\n\n¶\n\nالمصدر: الميناء"
    )
    sources = {SourceId("port"): Source(SourceId("port"), Bilingual("صحيفة الميناء", "Harbour"))}
    sidecar = Sidecar(byline="ليلى حسن", source=SourceId("port"))
    cleaned = clean(text, sidecar, sources)
    assert cleaned.byline is not None
    assert cleaned.source is not None
    assert (cleaned.byline.text, cleaned.byline.span) == ("ليلى حسن", None)
    assert (cleaned.source.id, cleaned.source.text) == ("port", "الميناء")
    found = clean(text, Sidecar(), sources)
    assert found.byline is not None
    assert found.byline.text == "سامي الخطيب"


@pytest.mark.parametrize(
    ("line", "id_", "text"),
    [
        ("المصدر: سكاى نيوز عربيه", "sky", "سكاى نيوز عربيه"),
        ("نقلاً عن : موقع «سكاي نيوز عربية» الإخباري", "sky", "موقع «سكاي نيوز عربية» الإخباري"),
        ("Source: SKY NEWS ARABIA", "sky", "SKY NEWS ARABIA"),
        ("المصدر: سكاي", None, "سكاي"),
        ("(وكالات)", None, "وكالات"),
        ("المصدر\nقناة الخبر", "sky", "قناة الخبر"),
    ],
)
def test_a_source_is_known_by_its_names_and_signatures(
    line: str, id_: str | None, text: str
) -> None:
    sky = Source(
        SourceId("sky"), Bilingual("سكاي نيوز عربية", "Sky News Arabia"), None, ("قناة الخبر",)
    )
    given_text = unfold(f"¶\n\n¶\n\n{line}")
    source = clean(given_text, Sidecar(), {sky.id: sky}).source
    assert source is not None
    assert (source.id, source.text) == (id_, text)
    assert source.span is not None
    assert source.span.of(given_text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\x00",
        "!!!",
        "x",
        "(" * 5000,
        "اقرأ أيضا\n" * 500,
        "كلمة " * 20_000,
        "\u202e؟" * 3000,
    ],
)
def test_nothing_makes_it_fail(text: str) -> None:
    check_shares(text, clean(text, Sidecar(), {}))
