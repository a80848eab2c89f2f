"""A whole project: what comes out of it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from generator.cache import Cache
from generator.errors import UsageError
from generator.load import strict_yaml
from generator.load.html_scan import Page
from generator.load.project import load_content
from generator.load.strict_yaml import ParsedYaml
from generator.model import Bilingual, Content
from tests.unit.load.projects import ARTICLE, TOPIC, said, write


def test_this_repository_is_sound() -> None:
    content = load_content(Path(__file__).parents[3])
    assert said(content) == []
    assert len(content.articles) >= 5
    assert len(content.topics) >= 60


def test_articles_with_sidecars(project: Path) -> None:
    write(project, "sources.yml", "sky-news:\n  name: {ar: سكاي نيوز, en: Sky News}\n")
    write(
        project,
        "articles/treaty.yml",
        "title: اتفاق موسكو\nsource: sky-news\nurl: https://example.org/1\npublished: 2025-01-17\n"
        "published_reason: {ar: يوم التوقيع, en: day of signing}\nbyline: فلان\nlanguage: ar\n",
    )
    content = load_content(project)
    (article,) = content.articles
    assert said(content) == []
    assert (article.id, article.path) == ("treaty", "content/articles/treaty.txt")
    assert article.text == ARTICLE
    assert article.version == hashlib.sha256(ARTICLE.encode()).hexdigest()[:16]
    assert article.sidecar.source == "sky-news"
    assert article.sidecar.title == "اتفاق موسكو"
    assert article.sidecar.url == "https://example.org/1"
    assert article.sidecar.published == date(2025, 1, 17)
    assert article.sidecar.published_reason == Bilingual("يوم التوقيع", "day of signing")
    assert (article.sidecar.byline, article.sidecar.language) == ("فلان", "ar")


def test_topics_and_sources(project: Path) -> None:
    write(project, "sources.yml", "tass:\n  name: {ar: تاس, en: TASS}\n  signatures: [وكالة تاس]\n")
    write(project, "topics/iran.yml", TOPIC.format(kind="country", ar="إيران", en="Iran"))
    write(
        project,
        "topics/bushehr.yml",
        TOPIC.format(kind="place", ar="بوشهر", en="Bushehr")
        + "aliases: {ar: [محطة  بوشهر], en: [Busher]}\nparents: [iran]\nambiguous: [بُوشهر]\n"
        "wikidata: Q11\n",
    )
    content = load_content(project)
    topic = content.topics[next(key for key in content.topics if key == "bushehr")]
    assert said(content) == []
    assert list(content.topics) == ["bushehr", "iran"]
    assert topic.names() == ("بوشهر", "Bushehr", "محطة بوشهر", "Busher")
    assert (topic.kind, topic.parents, topic.wikidata) == ("place", ("iran",), "Q11")
    assert topic.ambiguous == ("بوشهر",)
    assert [source.signatures for source in content.sources.values()] == [("وكالة تاس",)]


def test_overrides(project: Path) -> None:
    write(project, "topics/iran.yml", TOPIC.format(kind="country", ar="إيران", en="Iran"))
    front = (
        "---\ntitle: The treaty\ndescription: What was signed\npublished: 2025-01-17\n"
        "topics: {add: [iran]}\nkeywords: {add: [شراكة], remove: [موسكو]}\n"
        "origin: {machine: Argos}\nsource: 0123456789012345\nhidden: true\n---\n"
    )
    write(project, "overrides/en/articles/treaty.md", front + "\r\n## Summary\r\n\r\nOne.\r\n")
    write(project, "overrides/ar/topics/iran.md", "## خلفية\n\nنص\0 \u202eمقلوب.\n")
    write(project, "overrides/ar/home.md", "---\ntitle: الرئيسية\norigin: 'machine: X'\n---\n")
    content = load_content(project)
    home, topic, article = content.overrides
    assert said(content) == []
    assert (article.language, article.section, article.id) == ("en", "articles", "treaty")
    assert (article.title, article.description) == ("The treaty", "What was signed")
    assert (article.published, article.topics_add) == (date(2025, 1, 17), ("iran",))
    assert (article.keywords_add, article.keywords_remove) == (("شراكة",), ("موسكو",))
    assert (article.origin, article.source) == ("machine: Argos", "0123456789012345")
    assert article.is_draft
    assert article.hidden
    assert [(s.kind, s.line, s.markdown) for s in article.sections] == [("summary", 12, "One.")]
    assert topic.sections[0].markdown == "نص مقلوب."
    assert (home.section, home.id, home.title) == ("home", "home", "الرئيسية")
    assert home.origin == "machine: X"


@pytest.mark.slow
def test_html_pages_are_read_once(project: Path) -> None:
    pages: dict[str, Page] = {}
    source = '<meta name="date" content="2025-01-17"><p>وقع الرئيسان اتفاق شراكة.</p>'
    write(project, "articles/page.htm", source)
    write(project, "articles/bare.html", "<body><script>var text = 1;</script></body>")
    content = load_content(project, pages=pages)
    article = content.articles[0]
    assert said(content) == [
        (
            "content/articles/bare.html: The HTML holds no text."
            " Remove the file, or save the article as text."
        )
    ]
    (project / "content/articles/bare.html").unlink()
    assert article.text == "وقع الرئيسان اتفاق شراكة."
    assert article.sidecar.published == date(2025, 1, 17)
    (key,) = pages
    pages[key] = Page("من الذاكرة", None)
    assert load_content(project, pages=pages).articles[0].text == "من الذاكرة"
    write(project, "articles/page.yml", "published: 2024-12-31\n")
    assert load_content(project, pages=pages).articles[0].sidecar.published == date(2024, 12, 31)


def test_a_folder_where_a_file_belongs(project: Path) -> None:
    write(project, "sources.yml/x.yml", "")
    write(project, "articles/treaty.yml", "source: sky-news\n")
    content = load_content(project)
    assert said(content) == [
        "content/sources.yml: This is a folder, not a file. Put a file in its place."
    ]
    assert content.articles[0].sidecar.source is None


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="This is no project folder: No such file or directory"):
        load_content(tmp_path / "nowhere")


def test_yaml_is_parsed_once(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "topics/iran.yml", TOPIC.format(kind="country", ar="إيران", en="Iran"))
    write(project, "topics/broken.yml", "kind: nothing\n")
    write(project, "topics/no-yaml.yml", "a: [\n")
    write(project, "articles/treaty.yml", "published: 2025-01-17\n")
    write(project, "overrides/en/articles/treaty.md", "---\ntitle: Treaty\n---\n")
    parse = Mock(side_effect=strict_yaml._parse)
    monkeypatch.setattr(strict_yaml, "_parse", parse)

    def load() -> tuple[Content, list[str]]:
        """Load as a new process does; return also the first line of what was parsed."""
        parse.reset_mock()
        content = load_content(project, parsed=Cache(tmp_path / "cache", "yaml", ParsedYaml))
        return content, sorted(call.args[0].split("\n")[0] for call in parse.call_args_list)

    first, parsed = load()
    assert parsed == [
        "a: [", "kind: country", "kind: nothing", "published: 2025-01-17", "title: Treaty"
    ]  # fmt: skip
    assert load() == (first, ["a: ["])  # what is no YAML is said every time
    write(project, "topics/iran.yml", TOPIC.format(kind="country", ar="إيران", en="Persia"))
    changed, parsed = load()
    assert parsed == ["a: [", "kind: country"]
    assert changed == load_content(project)
    (entry,) = (tmp_path / "cache/yaml").iterdir()
    entry.write_bytes(entry.read_bytes()[:-9])
    assert load()[0] == changed
    assert parse.call_count == 5
