"""Any name that a file system holds gives an article, under an id that harms nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.load.project import load_content
from tests.unit.load.projects import ARTICLE, SECRET, TOPIC, ids, said, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("a b.txt", "a-b-c8687a08"),
        ("معاهدة.txt", "article-7b8861a9"),
        ('"it\'s" <b>.txt', "it-s-b-"),
        ("a\nb.txt", "a-b-"),
        ("\u202etxt.exe.txt", "txt-exe-"),
        ("..%2f..%2fx.txt", "2f-2fx-"),
        ("a#b?c=d.txt", "a-b-c-d-"),
        ("--help.md", "help-"),
        ("x" * 251 + ".txt", "x" * 80 + "-"),
        ("a\udcff\udcfe.txt", "a-"),
    ],
)
def test_any_file_name_gives_an_article(project: Path, name: str, slug: str) -> None:
    try:
        write(project, f"articles/{name}", ARTICLE)
    except OSError:
        pytest.skip("the file system does not hold this name")
    content = load_content(project)
    article = next(article for article in content.articles if article.id != "treaty")
    assert said(content) == []
    assert article.id.startswith(slug)
    assert article.path.isprintable()


def test_names_that_differ_only_in_case(project: Path) -> None:
    write(project, "articles/News.txt", ARTICLE)
    write(project, "articles/news.txt", ARTICLE)
    if len(list((project / "content/articles").iterdir())) < 3:
        pytest.skip("the file system does not tell them apart")
    content = load_content(project)
    assert ids(content) == ["news", "treaty"]
    assert said(content) == [
        (
            "content/articles/News.txt: Its id “news” is also that of content/articles/news.txt."
            " Rename one of the files."
        )
    ]


def test_hidden_files_are_ignored(project: Path) -> None:
    for name in (".hidden.txt", "treaty.txt~", ".#treaty.txt"):
        write(project, f"articles/{name}", SECRET)
    write(project, ".git/config", SECRET)
    content = load_content(project)
    assert (ids(content), said(content)) == (["treaty"], [])


def test_ids_of_topics_that_differ_only_in_case(project: Path) -> None:
    for name in ("iran", "Iran", "IRAN"):
        write(project, f"topics/{name}.yml", TOPIC.format(kind="country", ar="إيران", en="Iran"))
    if len(list((project / "content/topics").iterdir())) < 3:
        pytest.skip("the file system does not tell them apart")
    content = load_content(project)
    assert list(content.topics) == ["iran"]
    rule = "Use up to 100 small letters a to z, digits and single hyphens, such as “iran”."
    assert said(content) == [
        f"content/topics/{name}.yml: “{name}” can't be an id. {rule}" for name in ("IRAN", "Iran")
    ]
