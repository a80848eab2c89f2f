from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from generator.analysis.suggest import Occurrence, Proposal, render_proposals, suggest_topics
from generator.analysis.suggest.lookalikes import skeleton
from generator.analysis.suggest.transliterate import slug, transliterate
from generator.arabic.fold import fold
from generator.model import ArticleId, TopicId
from tests.fixtures import Case, read_fixture
from tests.unit.documents import make_document, make_topics

PARTING = "\n--\n"
TEXT = (
    "وقال وزير الخارجية الروسي سيرغي لافروف (Sergey Lavrov) إن الموعد قريب. "
    "ووصل الرئيس الإيراني مسعود بيزشكيان إلى مدينة أستراخان."
)
TOPICS = make_topics("pezeshkian (person): مسعود بزشكيان، بزشكيان")


def _suggest(given: str) -> tuple[Proposal, ...]:
    head, _, rest = given.partition(PARTING) if given.startswith("topic: ") else ("", "", given)
    topics = make_topics(head.replace("topic: ", ""))
    documents = {
        ArticleId(f"article-{number}"): make_document(text)
        for number, text in enumerate(rest.split(PARTING))
    }
    return suggest_topics(documents, topics)


def _line(proposal: Proposal) -> str:
    others = "، ".join(proposal.aliases) or "-"
    counts = f"{proposal.count}/{len(proposal.articles)}"
    return f"{proposal.name} | {proposal.kind} | {proposal.topic or 'new'} | {others} | {counts}"


@pytest.mark.parametrize("case", read_fixture("suggest.md"), ids=str)
def test_suggest(case: Case) -> None:
    assert "\n".join(_line(proposal) for proposal in _suggest(case.given)) == case.expected


def test_the_order_tells_what_is_surest_and_never_changes() -> None:
    texts = {
        "a": TEXT,
        "b": "وقال وزير الخارجية الروسي سيرغي لافروف إن الموعد قريب.",
        "c": "وصل القطار إلى مدينة أستراخان.",
    }
    documents = {ArticleId(id_): make_document(text) for id_, text in texts.items()}
    backwards = {id_: documents[id_] for id_ in reversed(documents)}
    found = suggest_topics(documents, TOPICS)
    assert found == suggest_topics(backwards, TOPICS)
    assert [proposal.score for proposal in found] == sorted((p.score for p in found), reverse=True)
    assert found[0].name == "سيرغي لافروف"
    assert found[0].articles == ("a", "b")


def test_a_proposal_says_where_the_name_stands() -> None:
    found = {p.name: p for p in suggest_topics({ArticleId("a"): make_document(TEXT)}, TOPICS)}
    lavrov = found["سيرغي لافروف"]
    assert lavrov.english == "Sergey Lavrov"
    assert lavrov.cues == ("وزير الخارجية الروسي",)
    assert lavrov.occurrences == (Occurrence(ArticleId("a"), TEXT[: TEXT.index(" ووصل")]),)
    assert found["مسعود بيزشكيان"].resembles == "مسعود بزشكيان"
    assert found["أستراخان"].cues == ("مدينة",)


def test_nothing_from_nothing() -> None:
    assert suggest_topics({}, TOPICS) == ()
    assert suggest_topics({ArticleId("a"): make_document("كلام عادي لا أسماء فيه")}, {}) == ()
    assert render_proposals([]) == ""


def test_the_yaml_is_ready_to_paste() -> None:
    found = suggest_topics({ArticleId("a"): make_document(TEXT)}, TOPICS)
    text = render_proposals(found)
    documents = list(yaml.safe_load_all(text))
    assert {
        "kind": "person",
        "name": {"ar": "سيرغي لافروف", "en": "Sergey Lavrov"},
    } in documents
    assert {"aliases": {"ar": ["مسعود بيزشكيان"]}} not in documents
    assert {"aliases": {"ar": ["مسعود بيزشكيان", "بيزشكيان"]}} in documents
    assert "# content/topics/sergey-lavrov.yml (new): once in 1 article\n" in text
    assert "# content/topics/pezeshkian.yml (add the alias): once in 1 article\n" in text
    assert "# It stands behind: وزير الخارجية الروسي\n" in text
    assert "# [a] وقال وزير الخارجية الروسي" in text


@pytest.mark.parametrize(
    "hostile",
    [
        *("a: b #c", "- x", "no", "1", "'\"", "{a: b}", "&a *a !!b"),
        *("a\nkind: theme", "\u2028x\x85y", "\u202eabc\u2066"),
    ],
)
def test_whatever_a_name_or_sentence_holds_stays_in_its_place(hostile: str) -> None:
    proposal = Proposal(
        name=hostile,
        kind="person",
        topic=None,
        resembles=None,
        aliases=(hostile,),
        english=hostile,
        cues=(hostile,),
        count=1,
        articles=(ArticleId("a"),),
        occurrences=(Occurrence(ArticleId("a"), f"{hostile}\n{hostile}"),),
        score=1.0,
    )
    text = render_proposals([proposal])
    assert list(yaml.safe_load_all(text)) == [
        {
            "kind": "person",
            "name": {"ar": hostile, "en": hostile},
            "aliases": {"ar": [hostile]},
        }
    ]
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert len(comments) == 3
    assert all(char.isprintable() for line in comments for char in line)
    assert "\u202e" not in text
    spelling = replace(proposal, topic=TopicId("x"), resembles=hostile, aliases=())
    assert list(yaml.safe_load_all(render_proposals([spelling]))) == [
        {"aliases": {"ar": [hostile]}}
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("بزشكيان", "بيزشكيان"),
        ("ترمب", "ترامب"),
        ("عراقجي", "عراقتشي"),
        ("سيرغي", "سيرجي"),
        ("نتنياهو", "نتانياهو"),
    ],
)
def test_look_alikes(left: str, right: str) -> None:
    alike = skeleton(fold(left)) == skeleton(fold(right))
    assert alike is (right != "عراقتشي")


def test_short_words_and_other_letters_look_like_nothing() -> None:
    assert skeleton(fold("علي")) is None
    assert skeleton("putin") is None
    assert skeleton(fold("بوتين")) != skeleton(fold("بوتفليقة"))


@pytest.mark.parametrize(
    ("arabic", "latin", "name"),
    [
        ("سيرغي لافروف", "Sirghi Lafruf", "sirghi-lafruf"),
        ("المنصوري", "Al-Mansuri", "al-mansuri"),
        ("بوتين", "Butin", "butin"),
        ("", "", "topic"),
        ("مُحَمَّد", "Mahmad", "mahmad"),
    ],
)
def test_transliteration(arabic: str, latin: str, name: str) -> None:
    assert transliterate(arabic) == latin
    assert slug(latin) == name
