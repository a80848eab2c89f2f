"""``mujaz diff``: what has changed between two builds, by which input, and how it is said."""

from __future__ import annotations

import copy
import json
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from generator.commands.diff import run_diff
from generator.diff.changes import Difference, compare_sites
from generator.diff.markdown import MOST, to_markdown
from generator.diff.site import BuiltSite, read_site
from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DUMA: dict[str, Any] = {
    "id": "duma",
    "version": "1" * 16,
    "language": "ar",
    "urls": {"ar": "ar/articles/duma/", "en": "en/articles/duma/"},
    "titles": {
        "ar": {"text": "الدوما يقر المعاهدة", "language": "ar", "origin": "source"},
        "en": {"text": "الدوما يقر المعاهدة", "language": "ar", "origin": "source"},
    },
    "published": "2025-04-08",
    "source": "sky",
    "url": None,
    "summary": [{"text": "أقر المجلس المعاهدة.", "span": [0, 20], "anchor": "s-1"}],
    "edited": {"en": {"summary": "a"}},
    "facts": {
        "dates": [{"text": "الثلاثاء", "iso": "2025-04-08"}],
        "numbers": [{"text": "20 عاما", "value": 20}],
    },
    "keywords": [{"text": "معاهدة", "topic": None}],
    "topics": [{"id": "iran", "mentions": 2}],
    "related": [],
}
IRAN: dict[str, Any] = {
    "id": "iran",
    "kind": "country",
    "names": {"ar": "إيران", "en": "Iran"},
    "parents": [],
    "wikidata": None,
    "urls": {"ar": "", "en": ""},
    "spellings": [{"text": "إيران", "count": 2}],
    "articles": ["duma"],
}


def site() -> BuiltSite:
    return copy.deepcopy(
        BuiltSite(
            articles={"duma": DUMA},  # type: ignore[dict-item]
            topics={"iran": IRAN},  # type: ignore[dict-item]
            mentions={"duma": {"iran": 2}},
            report={
                "generator": "Mujaz",
                "counts": {
                    "articles": 1,
                    "topics": 1,
                    "sources": 1,
                    "pages": 1,
                    "errors": 0,
                    "warnings": 0,
                },
                "problems": [],
                "inputs": {
                    "content/articles/duma.txt": "1",
                    "content/topics/iran.yml": "1",
                    "content/overrides/en/articles/duma.md": "1",
                    "mujaz": "1",
                },
                "pages": {"en/articles/duma/": "1", "en/topics/iran/": "1"},
            },
        )
    )


def changed(change: Callable[[Any], None], *inputs: str) -> Difference:
    """Return what is found after ``change`` to a site, with ``inputs`` changed."""
    new = site()
    change(new)
    for path in inputs:
        new.report["inputs"][path] = "2"
    return compare_sites(site(), new)


def said_of_article(difference: Difference) -> list[str]:
    (article,) = difference.articles
    return [f"{part.name} +{list(part.added)} -{list(part.removed)}" for part in article.parts]


def test_equal_builds_differ_in_nothing() -> None:
    assert to_markdown(compare_sites(site(), site())) == "The briefing is unchanged.\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda a: a.update(version="2" * 16), "text +['2222222222222222'] -['1111111111111111']"),
        (lambda a: a["summary"].clear(), "summary +[] -['أقر المجلس المعاهدة.']"),
        (
            lambda a: a["titles"]["en"].update(text="Duma"),
            "title +['en: Duma'] -['en: الدوما يقر المعاهدة']",
        ),
        (lambda a: a["keywords"].append({"text": "نووي", "topic": None}), "keywords +['نووي'] -[]"),
        (lambda a: a["facts"]["numbers"].clear(), "numbers +[] -['20 عاما']"),
        (
            lambda a: a["facts"]["dates"][0].update(iso="2025"),
            "dates +['الثلاثاء → 2025'] -['الثلاثاء → 2025-04-08']",
        ),
        (
            lambda a: a["edited"]["en"].update(summary="b"),
            "edited +['en: summary (rewritten)'] -[]",
        ),
        (
            lambda a: a["edited"].update(en={"translation": "c"}),
            "edited +['en: translation'] -['en: summary']",
        ),
        (lambda a: a.update(published=None), "published +[] -['2025-04-08']"),
    ],
)
def test_each_part_of_an_article_is_compared(change: Callable[[Any], None], said: str) -> None:
    difference = changed(lambda s: change(s.articles["duma"]), "content/articles/duma.txt")
    assert said_of_article(difference) == [said]
    assert difference.articles[0].causes == ("content/articles/duma.txt",)


def test_a_link_is_laid_to_the_topic_that_makes_it() -> None:
    difference = changed(
        lambda s: s.mentions["duma"].update(iran=3), "content/topics/iran.yml", "mujaz"
    )
    assert said_of_article(difference) == ["links +['iran ×3'] -['iran ×2']"]
    assert difference.articles[0].causes == ("content/topics/iran.yml",)


def test_what_no_content_explains_is_laid_to_the_program() -> None:
    difference = changed(lambda s: s.articles["duma"]["keywords"].clear(), "mujaz")
    assert difference.articles[0].causes == ("mujaz",)


def test_a_related_article_that_is_gone_is_laid_to_its_own_files() -> None:
    """What came to the other article at the same time has nothing to do with it."""
    old, new = site(), site()
    old.articles["essay"] = DUMA | {"id": "essay"}  # type: ignore[index]
    old.articles["duma"]["related"].append("essay")  # type: ignore[arg-type]
    hidden = "content/overrides/ar/articles/essay.md"
    for path in (hidden, "content/topics/iran.yml"):
        new.report["inputs"][path] = "2"
    found = {article.id: article.causes for article in compare_sites(old, new).articles}
    assert found == {"duma": (hidden,), "essay": (hidden,)}


def test_a_topic_is_laid_to_the_articles_that_name_it_otherwise() -> None:
    """An article that names it as often as before is none of them."""
    old, new = site(), site()
    for one in (old, new):
        one.mentions["vote"] = {"iran": 1}  # type: ignore[index]
        one.topics["iran"]["articles"].append("vote")  # type: ignore[arg-type]
    new.mentions["duma"]["iran"] = 5  # type: ignore[index]
    new.topics["iran"]["spellings"][0]["count"] = 5
    for path in ("content/articles/duma.txt", "content/overrides/en/articles/vote.md"):
        new.report["inputs"][path] = "2"
    (topic,) = compare_sites(old, new).topics
    assert topic.causes == ("content/articles/duma.txt",)


def test_a_topic_with_another_name_is_laid_to_its_own_file() -> None:
    difference = changed(
        lambda s: s.topics["iran"]["names"].update(en="Persia"),
        "content/topics/iran.yml",
        "content/articles/duma.txt",
    )
    assert difference.topics[0].causes == ("content/topics/iran.yml",)


def test_two_long_texts_are_shown_where_they_differ() -> None:
    words = "كلمة " * 60
    old, new = site(), site()
    old.articles["duma"]["summary"][0]["text"] = f"{words}لمدة 20 عاما."
    new.articles["duma"]["summary"][0]["text"] = f"{words}لمدة 30 عاما."
    text = to_markdown(compare_sites(old, new))
    (line,) = (line for line in text.splitlines() if "summary:" in line)
    assert "20 عاما" in line
    assert "30 عاما" in line
    assert len(line) < 250


def test_a_hidden_article_is_gone_by_its_override() -> None:
    path = "content/overrides/en/articles/duma.md"

    def hide(new: Any) -> None:
        new.articles.clear()
        new.topics.clear()
        new.report["pages"].clear()

    difference = changed(hide, path)
    assert [(a.fate, a.causes) for a in difference.articles] == [("removed", (path,))]
    assert [(t.fate, t.causes) for t in difference.topics] == [("removed", (path,))]
    assert dict(difference.pages) == {
        "en/articles/duma/": "removed",
        "en/topics/iran/": "removed",
    }


def test_new_problems_come_first_and_mended_ones_are_counted() -> None:
    problem = {
        "path": "content/x.yml",
        "line": 3,
        "message": "bad",
        "remedy": "",
        "severity": "error",
    }
    broken = site()
    broken.report["problems"].append(problem)  # type: ignore[arg-type]
    text = to_markdown(compare_sites(site(), broken))
    assert "### New problems\n\n- content/x.yml:3: bad\n" in text
    assert "1 problem is mended." in to_markdown(compare_sites(broken, site()))


def test_text_of_articles_stays_text() -> None:
    hostile = "<img src=x> [a](https://x.example) **b** @user #12 `c` www.x.example | d"
    text = to_markdown(changed(lambda s: s.articles["duma"]["titles"]["ar"].update(text=hostile)))
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    assert "<img" not in html
    assert "<a " not in html
    assert "@user" not in text
    assert "#12" not in text
    assert "://" not in text


@pytest.mark.parametrize("reference", ["GH-1", "!1", "$1", "%1", "&1", "~1", "^alert", '~"a b"'])
def test_what_hosts_take_for_a_reference_is_kept_apart(reference: str) -> None:
    """Of GitHub and GitLab, which look for them in the text that Markdown has become."""
    hostile = f"see {reference} $x^2$"
    text = to_markdown(changed(lambda s: s.articles["duma"]["titles"]["ar"].update(text=hostile)))
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert reference not in unescape(shown)
    assert reference in unescape(shown).replace("\u200b", "")
    assert "$x" not in shown


def test_it_fits_a_comment() -> None:
    def add(new: Any) -> None:
        for number in range(500):
            new.articles[f"a{number}"] = DUMA | {"id": f"a{number}"}
            new.report["pages"][f"ar/articles/a{number}/{'x' * 3000}"] = "1"

    text = to_markdown(changed(add))
    assert len(text) <= MOST + 100
    assert "… and 460 more" in text


def test_it_reads_what_a_build_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built = site()
    (tmp_path / "data").mkdir()
    mention = {"topic": "iran", "article": "duma", "text": "إيران", "span": [0, 5], "anchor": None}
    for name, data in (
        ("data/articles.json", {"articles": [DUMA]}),
        ("data/topics.json", {"topics": [IRAN]}),
        ("data/mentions.json", {"mentions": [mention, mention]}),
        ("build-report.json", built.report),
    ):
        (tmp_path / name).write_text(json.dumps(data), "utf-8")
    assert read_site(tmp_path) == built
    assert run_diff(tmp_path, tmp_path) == 0
    assert capsys.readouterr().out == "The briefing is unchanged.\n"


@pytest.mark.parametrize(
    "content",
    [None, "{", "{}", "[]", '{"articles": [{}]}', '{"articles": {"a": 1}}', "[" * 100_000, "\0"],
)
def test_what_is_no_site_is_refused(tmp_path: Path, content: str | None) -> None:
    (tmp_path / "data").mkdir()
    if content is not None:
        (tmp_path / "data/articles.json").write_text(content)
    with pytest.raises(UsageError, match=r"data/articles.json is missing or damaged"):
        read_site(tmp_path)
