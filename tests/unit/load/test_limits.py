"""Sizes, depths and counts are bounded; each message names its limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.load.project import load_content
from tests.unit.load.projects import ARTICLE, TOPIC, ids, limited, said, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load.limits import Limits


@pytest.mark.parametrize(
    ("limits", "path", "text", "message"),
    [
        (
            limited(article_bytes=9),
            "articles/treaty.txt",
            "0123456789",
            "The file is larger than 9 bytes. Shorten it, or raise “limits.article_bytes”",
        ),
        (
            limited(article_lines=2),
            "articles/treaty.txt",
            "one\n\n\ntwo\n---\n3",
            "The article has more than 2 lines. Shorten it, or raise “limits.article_lines”",
        ),
        (
            limited(article_lines=2),
            "articles/page.html",
            "<p>One<p>Two<p>Three",
            "The article has more than 2 lines. Shorten it, or raise “limits.article_lines”",
        ),
        (
            limited(override_bytes=20),
            "overrides/en/home.md",
            "## Summary\n\nMuch to say.",
            "The file is larger than 20 bytes. Shorten it, or raise “limits.override_bytes”",
        ),
        (
            limited(override_brackets=2),
            "overrides/en/home.md",
            "## Summary\n\n[a [b \\\\[c",
            (
                "The override has more than 2 opening brackets. Remove some, or raise"
                " “limits.override_brackets”"
            ),
        ),
        (
            limited(yaml_bytes=9),
            "sources.yml",
            "# 3456789\n",
            "The file is larger than 9 bytes. Shorten it, or raise “limits.yaml_bytes”",
        ),
        (
            limited(text_length=9),
            "articles/treaty.yml",
            "title: 0123456789a",
            "“title” is 11 characters long, over 9. Shorten it, or raise “limits.text_length”",
        ),
        (
            limited(aliases=2),
            "topics/x.yml",
            TOPIC.format(kind="place", ar="بوشهر", en="X1") + "aliases: {ar: [ab, cd], en: [ef]}",
            "“aliases” holds 3 names, over 2. Remove some, or raise “limits.aliases”",
        ),
        (
            limited(alias_length=4),
            "topics/x.yml",
            TOPIC.format(kind="place", ar="بوشهر", en="X1"),
            (
                "The name “بوشهر” is 5 characters long, over 4. Shorten it, or raise"
                " “limits.alias_length”"
            ),
        ),
        (
            limited(articles=1),
            "articles/zebra.txt",
            ARTICLE,
            (
                "There are more than 1 articles; the last are left out. Remove some, or raise"
                " “limits.articles”"
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value else "",
)
def test_limits_name_their_key(
    project: Path, limits: Limits, path: str, text: str, message: str
) -> None:
    write(project, path, text)
    assert any(f"{message} in mkdocs.yml." in line for line in said(load_content(project, limits)))


def test_escaped_brackets_do_not_count(project: Path) -> None:
    write(project, "overrides/en/home.md", "## Summary\n\n" + "\\[a\\] " * 9 + "[b](/x)")
    assert said(load_content(project, limited(override_brackets=1))) == []


def test_as_many_lines_as_may_be_and_a_hundred_thousand_words_on_one_line(project: Path) -> None:
    write(project, "articles/words.txt", "كلمة " * 100_000)
    write(project, "articles/lines.txt", "ن\n" * 10_000 + "\n" * 500_000)
    content = load_content(project)
    assert (ids(content), said(content)) == (["lines", "treaty", "words"], [])


def test_one_line_more_is_too_much(project: Path) -> None:
    write(project, "articles/lines.txt", "ن\n" * 10_001)
    assert said(load_content(project)) == [
        (
            "content/articles/lines.txt: The article has more than 10,000 lines."
            " Shorten it, or raise “limits.article_lines” in mkdocs.yml."
        )
    ]


@pytest.mark.slow
def test_ten_thousand_aliases(project: Path) -> None:
    aliases = ", ".join(f"اسم{number}" for number in range(10_000))
    topic = TOPIC.format(kind="place", ar="بوشهر", en="Bushehr") + f"aliases: {{ar: [{aliases}]}}\n"
    path = "content/topics/bushehr.yml"
    write(project, "topics/bushehr.yml", topic)
    assert said(load_content(project)) == [
        (
            f"{path}: The file is larger than 65,536 bytes."
            " Shorten it, or raise “limits.yaml_bytes” in mkdocs.yml."
        )
    ]
    assert said(load_content(project, limited(yaml_bytes=10**6))) == [
        (
            f"{path}:3: There are more than 10,000 keys and values."
            " Shorten the file, or raise “limits.yaml_nodes” in mkdocs.yml."
        )
    ]
    assert said(load_content(project, limited(yaml_bytes=10**6, yaml_nodes=10**5))) == [
        (
            f"{path}:3: “aliases” holds 10,000 names, over 2,000."
            " Remove some, or raise “limits.aliases” in mkdocs.yml."
        )
    ]
