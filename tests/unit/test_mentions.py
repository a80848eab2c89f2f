from __future__ import annotations

import pickle
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.analysis.mentions import TopicMatcher, build_matcher, find_mentions
from generator.arabic.clitics import readings, skip_letters, with_own_article
from generator.arabic.fold import fold
from generator.model import Bilingual, Topic, TopicId
from tests.fixtures import Case, read_fixture
from tests.unit.documents import make_document, make_topics

TOPICS, *CASES = read_fixture("mentions.md")
MATCHER = build_matcher(make_topics(TOPICS.given).values())


def _marked(given: str) -> str:
    title, _, text = given.partition("\n") if given.startswith("title: ") else ("", "", given)
    document = make_document(text, title.removeprefix("title: "))
    pieces = []
    here = 0
    for mention in find_mentions(document, MATCHER):
        name = mention.span.of(document.text)
        pieces += [document.text[here : mention.span.start], f"[{name}|{mention.topic}]"]
        here = mention.span.end
    marked = "".join([*pieces, document.text[here:]])
    return f"title: {marked}" if title else marked


@pytest.mark.parametrize("case", CASES, ids=str)
def test_mentions(case: Case) -> None:
    assert _marked(case.given) == case.expected


@pytest.mark.parametrize("case", read_fixture("clitics.md"), ids=str)
def test_clitics(case: Case) -> None:
    found = [
        " ".join(f"{reading.word} ({reading.cut})" for reading in readings(fold(word))) or "-"
        for word in case.given.split()
    ]
    assert "\n".join(found) == case.expected


def test_letters_are_skipped_with_their_marks() -> None:
    assert "وَبِطهران"[skip_letters("وَبِطهران", 0, 2) :] == "طهران"


def test_mentions_come_in_text_order_and_never_overlap() -> None:
    document = make_document("حركة حماس وبوتين في طهران، فلاديمير بوتين وحماس", "بوتين في إيران")
    spans = [mention.span for mention in find_mentions(document, MATCHER)]
    assert len(spans) == 7
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_a_headline_that_is_part_of_the_body_is_read_once() -> None:
    document = make_document("بوتين في طهران اليوم")
    derived = replace(document, title_tokens=document.tokens[:2])
    assert find_mentions(derived, MATCHER) == find_mentions(document, MATCHER)


def test_a_headline_that_begins_behind_the_first_letter_of_a_word_is_read_once() -> None:
    document = make_document("وبوتين في طهران اليوم")
    first = document.tokens[0]
    title = first._replace(start=first.start + 1, folded=first.folded[1:])
    derived = replace(document, title_tokens=(title, *document.tokens[1:3]))
    assert find_mentions(derived, MATCHER) == find_mentions(document, MATCHER)


def test_a_matcher_survives_a_process_border() -> None:
    copy = pickle.loads(pickle.dumps(MATCHER))  # noqa: S301 - what we pickled ourselves
    document = make_document("لبزشكيان وفلاديمير بوتين في طهران")
    assert copy == MATCHER
    assert find_mentions(document, copy) == find_mentions(document, MATCHER)


def test_the_fingerprint_tells_what_decides_the_mentions() -> None:
    topic = Topic(TopicId("oman"), "country", Bilingual("سلطنة عمان", "Oman"), ("عمان",))
    other = Topic(TopicId("iran"), "country", Bilingual("إيران", "Iran"))
    first = build_matcher([topic, other]).fingerprint
    assert build_matcher([other, topic]).fingerprint == first
    assert build_matcher([replace(topic, wikidata="Q842"), other]).fingerprint == first
    for changed in (
        replace(topic, ambiguous=("عمان",)),
        replace(topic, kind="theme"),
        replace(topic, aliases_ar=("مسقط",)),
        replace(topic, id=TopicId("sultanate")),
    ):
        assert build_matcher([changed, other]).fingerprint != first
    event = replace(topic, kind="event")
    placed = replace(event, parents=(other.id,))
    assert build_matcher([placed, other]).fingerprint != build_matcher([event, other]).fingerprint


@pytest.mark.slow
def test_time_is_linear_and_does_not_depend_on_the_number_of_names() -> None:
    text = "وقال فلاديمير بوتين لبزشكيان إن العقوبات على طهران باقية " * 500
    names = "ابتثجحخدذرزس"
    many = [
        Topic(TopicId(f"t-{a}{b}{c}"), "person", Bilingual(f"اسم{a}{b}{c} ثان{c}{b}"))
        for a in names
        for b in names
        for c in names
    ]
    topics = make_topics(TOPICS.given).values()
    few, large = build_matcher(topics), build_matcher([*topics, *many])
    document = make_document(text)

    def seconds(matcher: TopicMatcher) -> float:
        begin = time.process_time()
        assert len(find_mentions(document, matcher)) == 4 * 500
        return time.process_time() - begin

    assert min(seconds(large) for _ in range(3)) < 3 * min(seconds(few) for _ in range(3))


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("دعم للولايات المتحدة", "ولايات المتحدة", "الولايات المتحدة"),
        ("وَلِلْكرملين رأي", "كرملين", "الكرملين"),
        ("دعم لبوتين", "بوتين", "بوتين"),
        ("بالكرملين", "الكرملين", "الكرملين"),
    ],
)
def test_a_name_is_listed_with_the_article_that_its_preposition_swallowed(
    text: str, name: str, shown: str
) -> None:
    start = text.index(name)
    assert with_own_article(text, start, start + len(name)) == shown
