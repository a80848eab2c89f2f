"""A whole project: what comes out of it, and what no file system trick gets out of it."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import UsageError
from generator.load import files
from generator.load.hierarchy import settle
from generator.load.html_scan import Page
from generator.load.limits import DEFAULTS, Limits
from generator.load.project import load_content
from generator.load.refused import Located
from generator.load.topics import TopicFile
from generator.model import Bilingual, Topic, TopicId

if TYPE_CHECKING:
    from generator.model import Content

ARTICLE = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة.\n"
SECRET = "كلمة السر هي سمسم"  # noqa: S105 - what must not be read
TOPIC = "kind: {kind}\nname: {{ar: {ar}, en: {en}}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, "articles/treaty.txt", ARTICLE)
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    return tmp_path


def write(root: Path, path: str, text: str | bytes) -> Path:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return file


def said(content: Content) -> list[str]:
    return [str(problem) for problem in content.problems]


def ids(content: Content) -> list[str]:
    return [article.id for article in content.articles]


# --- what comes out -------------------------------------------------------------------------


def test_this_repository_is_sound() -> None:
    content = load_content(Path(__file__).parents[2])
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


def test_hidden_files_are_ignored(project: Path) -> None:
    for name in (".hidden.txt", "treaty.txt~", ".#treaty.txt"):
        write(project, f"articles/{name}", SECRET)
    write(project, ".git/config", SECRET)
    content = load_content(project)
    assert (ids(content), said(content)) == (["treaty"], [])


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


# --- what git can't hold --------------------------------------------------------------------


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


LINK = "This is a symbolic link, and links are not followed. Put the real one here."
SPECIAL = "This is neither a file nor a folder. Remove it."


@pytest.mark.parametrize(
    "path",
    ["articles/link.txt", "articles/treaty.yml", "topics/x.yml", "overrides/en/home.md",
     "overrides/en/articles/treaty.md", "sources.yml", "link.txt", "pages/en/about.md"],
)  # fmt: skip
def test_links_to_files_are_not_followed(project: Path, path: str) -> None:
    link = project / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(project / "secret.txt")
    content = load_content(project)
    assert f"content/{path}: {LINK}" in said(content)
    assert SECRET not in repr(content)


@pytest.mark.parametrize(
    "path", ["articles/more", "topics", "overrides", "overrides/en", "overrides/en/topics", "pages"]
)
def test_links_to_folders_are_not_followed(project: Path, tmp_path: Path, path: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("iran.yml", "treaty.md", "secret.txt"):
        (outside / name).write_text(SECRET, "utf-8")
    link = project / "content" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside)
    content = load_content(project)
    assert said(content) == [f"content/{path}: {LINK}"]
    assert ids(content) == ["treaty"]


@pytest.mark.parametrize("path", ["content", "content/articles"])
def test_the_content_itself_is_no_link(project: Path, path: str) -> None:
    folder = project / path
    folder.rename(project / "elsewhere")
    folder.symlink_to(project / "elsewhere")
    content = load_content(project)
    assert (ids(content), said(content)) == ([], [f"{path}: {LINK}"])


def test_the_project_folder_may_be_reached_by_a_link(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    assert ids(load_content(tmp_path / "link")) == ["treaty"]


def test_an_article_with_a_link_for_a_sidecar_is_left_out(project: Path) -> None:
    (project / "content/articles/treaty.yml").symlink_to(project / "secret.txt")
    content = load_content(project)
    assert ids(content) == []
    assert said(content) == [
        (
            "content/articles/treaty.txt: The article is left out because its sidecar is broken."
            " Mend content/articles/treaty.yml."
        ),
        f"content/articles/treaty.yml: {LINK}",
    ]


def test_a_fifo_is_not_opened(project: Path) -> None:
    os.mkfifo(project / "content/articles/pipe.txt")
    content = load_content(project)
    assert said(content) == [f"content/articles/pipe.txt: {SPECIAL}"]
    assert ids(content) == ["treaty"]


@pytest.mark.parametrize("kind", ["link", "fifo"])
def test_a_file_swapped_after_listing_is_not_followed(
    project: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    treaty = project / "content/articles/treaty.txt"
    read_file = files.read_file

    def swap_and_read(*args: object) -> bytes:
        treaty.unlink()
        if kind == "link":
            treaty.symlink_to(project / "secret.txt")
        else:
            os.mkfifo(treaty)
        return read_file(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.load.articles.read_file", swap_and_read)
    message = LINK if kind == "link" else SPECIAL
    assert said(load_content(project)) == [f"content/articles/treaty.txt: {message}"]


def test_a_folder_swapped_for_a_link_while_it_is_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "treaty.txt").write_text(SECRET, "utf-8")
    articles = project / "content/articles"
    read_file = files.read_file

    def swap_and_read(*args: object) -> bytes:
        articles.rename(project / "away")
        articles.symlink_to(outside)
        return read_file(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("generator.load.articles.read_file", swap_and_read)
    (article,) = load_content(project).articles
    assert article.text == ARTICLE


def test_files_that_vanish_change_or_may_not_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(error: OSError) -> list[str]:
        def opened(*_args: object, **_keywords: object) -> int:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr("generator.load.files._open_file", opened)
            return said(load_content(project))

    path = "content/articles/treaty.txt"
    assert fail(FileNotFoundError(2, "gone")) == [
        f"{path}: It is gone since the build began. Build again."
    ]
    assert fail(PermissionError(13, "no")) == [
        f"{path}: It can't be read: permission denied. Give yourself the right to read it."
    ]
    assert fail(OSError(5, "Input/output\nerror")) == [
        f"{path}: It can't be read: Input/output\\nerror. Check the disk."
    ]


def test_a_file_that_keeps_changing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.load.files._read_once", lambda *_: (b"", True))
    assert said(load_content(project)) == [
        (
            "content/articles/treaty.txt: The file changes while it is read."
            " Build again when it is written."
        )
    ]


# --- limits ---------------------------------------------------------------------------------


def limited(**limits: int) -> Limits:
    return dataclasses.replace(DEFAULTS, **limits)


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
            limited(override_bytes=20),
            "overrides/en/home.md",
            "## Summary\n\nMuch to say.",
            "The file is larger than 20 bytes. Shorten it, or raise “limits.override_bytes”",
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


def test_a_million_lines_and_a_hundred_thousand_words_on_one_line(project: Path) -> None:
    write(project, "articles/words.txt", "كلمة " * 100_000)
    write(project, "articles/lines.txt", "ن\n" * 500_000)
    content = load_content(project)
    assert (ids(content), said(content)) == (["lines", "treaty", "words"], [])


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


def test_circles_that_share_topics(project: Path) -> None:
    parents = {"a": "b, d", "b": "c", "c": "a", "d": "a", "e": "a"}
    for key, above in parents.items():
        topic = TOPIC.format(kind="theme", ar=f"موضوع {key}", en=f"Topic {key}")
        write(project, f"topics/{key}.yml", f"{topic}parents: [{above}]\n")
    content = load_content(project)
    assert list(content.topics) == ["b", "c", "d", "e"]
    assert [problem.path for problem in content.problems] == ["content/topics/a.yml"]
    assert content.topics[next(iter(content.topics))].parents == ("c",)
