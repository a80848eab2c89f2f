"""Parents of topics: chains that are too long, circles, and circles that share topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.load.hierarchy import settle
from generator.load.limits import DEFAULTS
from generator.load.project import load_content
from generator.load.refused import Located
from generator.load.topics import TopicFile
from generator.model import Bilingual, Topic, TopicId
from tests.unit.load.projects import TOPIC, limited, said, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_chain_of_parents_that_is_too_long(project: Path) -> None:
    for n in range(4):
        parents = f"parents: [t{n - 1}]\n" if n else ""
        topic = TOPIC.format(kind="theme", ar=f"موضوع {n}", en=f"Topic {n}")
        write(project, f"topics/t{n}.yml", topic + parents)
    content = load_content(project, limited(topic_depth=1))
    assert list(content.topics) == ["t0", "t1"]
    assert said(content) == [
        (
            "content/topics/t2.yml:3: More than 1 topics lie above this one; it and all below go."
            " Make the hierarchy flatter, or raise “limits.topic_depth” in mkdocs.yml."
        )
    ]


def linked(parents: dict[str, tuple[str, ...]]) -> dict[TopicId, TopicFile]:
    return {
        TopicId(key): TopicFile(
            Topic(TopicId(key), "theme", Bilingual(key, key), parents=tuple(map(TopicId, above))),
            f"content/topics/{key}.yml",
            (Located(key, 2),),
            tuple(Located(parent, 3) for parent in above),
        )
        for key, above in parents.items()
    }


@pytest.mark.parametrize("closed", [False, True], ids=["chain", "circle"])
def test_thousands_of_parents_in_a_row(closed: bool) -> None:
    names = [f"t{n:05}" for n in range(3_000)]
    above = [names[-1:] if closed else [], *([name] for name in names)]
    files = linked({name: tuple(parents) for name, parents in zip(names, above, strict=False)})
    topics, problems = settle(files, files.keys(), DEFAULTS)
    assert len(topics) == 21
    assert len(problems) == (2 if closed else 1)
    assert str(problems[-1]).endswith(
        ":3: More than 20 topics lie above this one; it and all below go."
        " Make the hierarchy flatter, or raise “limits.topic_depth” in mkdocs.yml."
    )


def test_circles_that_share_topics(project: Path) -> None:
    parents = {"a": "b, d", "b": "c", "c": "a", "d": "a", "e": "a"}
    for key, above in parents.items():
        topic = TOPIC.format(kind="theme", ar=f"موضوع {key}", en=f"Topic {key}")
        write(project, f"topics/{key}.yml", f"{topic}parents: [{above}]\n")
    content = load_content(project)
    assert list(content.topics) == ["b", "c", "d", "e"]
    assert [problem.path for problem in content.problems] == ["content/topics/a.yml"]
    assert content.topics[next(iter(content.topics))].parents == ("c",)
