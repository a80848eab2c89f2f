"""What an analysis knows beforehand is in the key it is kept under: else an old one is believed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from generator.analysis.knowledge import Knowledge, knowledge_digest
from generator.analysis.mentions import build_matcher
from generator.model import Bilingual, Source, SourceId, Topic, TopicId

TOPIC = Topic(
    TopicId("tehran"), "place", Bilingual("طهران", "Tehran"), ("العاصمة طهران",), ("Teheran",),
    (TopicId("iran"),), ("طهران",), "Q3616",
)  # fmt: skip
SOURCE = Source(SourceId("paper"), Bilingual("الصحيفة", "Paper"), "https://a.example", ("صحيفتنا",))
OTHER: dict[str, Any] = {
    "id": "teheran", "kind": "theme", "name": Bilingual("العاصمة طهران", "Tehran"),
    "aliases_ar": (), "aliases_en": ("Tahran",), "parents": (), "ambiguous": (),
    "url": None, "signatures": (),
}  # fmt: skip


def digest(topic: Topic = TOPIC, source: Source = SOURCE) -> str:
    topics = {topic.id: topic}
    return knowledge_digest(Knowledge(topics, {source.id: source}, build_matcher(topics.values())))


@pytest.mark.parametrize("name", [f.name for f in fields(Topic) if f.name != "wikidata"])
def test_whatever_an_editor_changes_about_a_topic_counts(name: str) -> None:
    assert digest(topic=replace(TOPIC, **{name: OTHER[name]})) != digest()


@pytest.mark.parametrize("name", [f.name for f in fields(Source)])
def test_whatever_an_editor_changes_about_a_source_counts(name: str) -> None:
    assert digest(source=replace(SOURCE, **{name: OTHER[name]})) != digest()


def test_a_name_and_an_alias_that_change_places_count() -> None:
    """Keywords are called by the name, not by an alias."""
    swapped = replace(TOPIC, name=Bilingual("العاصمة طهران", "Tehran"), aliases_ar=("طهران",))
    assert set(swapped.names()) == set(TOPIC.names())
    assert digest(topic=swapped) != digest()


def test_what_no_analysis_reads_does_not_count() -> None:
    assert digest(topic=replace(TOPIC, wikidata=None)) == digest()
