"""An editor at work: `mujaz serve` beside a browser, files saved one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.served import save, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONFIG = "site_name: S\ntheme: {name: material}\nplugins: [mujaz]\n"
FIRST = "وصل الوفد الإيراني إلى موسكو\n\nقال المتحدث إن الوفد وصل إلى المدينة اليوم.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    articles = tmp_path / "project/content/articles"
    articles.mkdir(parents=True)
    (articles / "first.txt").write_text(FIRST, "utf-8")
    (articles / "second.txt").write_text(FIRST.replace("موسكو", "طهران"), "utf-8")
    (tmp_path / "project/mkdocs.yml").write_text(CONFIG, "utf-8")
    return tmp_path / "project"


@pytest.fixture
def page(browser: Browser, project: Path, tmp_path: Path) -> Iterator[Page]:
    """Return the page of the first article, as the server shows it."""
    with serving(project, tmp_path / "log") as port:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        tab = context.new_page()
        complaints: list[str] = []
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(f"http://127.0.0.1:{port}/en/articles/first/")
        yield tab
        context.close()
        assert complaints == []


def test_what_is_saved_is_on_the_screen(page: Page, project: Path) -> None:
    override = project / "content/overrides/en/articles/first.md"
    override.parent.mkdir(parents=True)
    override.write_text("---\ntitle: The delegation arrives\n---\n", "utf-8")
    expect(page.locator("h1")).to_have_text("The delegation arrives")
    save(override, "---\ntitle: It has arrived\n---\n", project)
    expect(page.locator("h1")).to_have_text("It has arrived")
    override.unlink()
    expect(page.locator("h1")).to_contain_text("موسكو")
    expect(page.locator("#mujaz-problems")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "broken", "place", "remedy"),
    [
        ("content/articles/second.yml", "published: [2025", "content/articles/second.yml:1", ""),
        ("mkdocs.yml", f"{CONFIG}no_such_option: {{", "mkdocs.yml", ""),
        ("mkdocs.yml", CONFIG.replace("[mujaz]", "[{mujaz: {limits: {articles: 0}}}]"),
         "mkdocs.yml", "Write a number."),
    ],
)  # fmt: skip
def test_an_error_is_shown_on_every_page_until_it_is_mended(
    page: Page, project: Path, tmp_path: Path, name: str, broken: str, place: str, remedy: str
) -> None:
    banner = page.locator("#mujaz-problems")
    expect(page.locator("h1")).to_be_visible()
    # In one step: a second build would load the page again while somebody searches in it.
    save(project / name, broken, project)
    expect(banner).to_contain_text(place)
    expect(banner).to_contain_text(remedy)
    assert place in (tmp_path / "log").read_text("utf-8")
    page.goto(page.url.replace("/articles/first/", "/"))
    expect(banner).to_contain_text(place)
    page.goto(f"{page.url}no-such-page/")
    expect(banner).to_contain_text(place)
    page.go_back()
    page.keyboard.press("/")
    page.locator(".mz-find__input").fill("الوفد")
    expect(page.locator(".mz-find [role=option]").first).to_be_visible()
    save(project / name, CONFIG if name == "mkdocs.yml" else "published: 2025-01-05\n", project)
    expect(banner).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def test_what_an_error_quotes_is_text(page: Page, project: Path) -> None:
    """Names of files, keys and values of YAML, links: each as it stands, and nothing runs."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    hostile = "<img src=x onerror=alert(1)>"
    articles = project / "content/articles"
    (articles / f"{hostile}.txt").write_text("", "utf-8")
    (articles / '"><svg onload=alert(2)>\n<base href=x>.txt').write_text("", "utf-8")
    (articles / "second.yml").write_text(
        f"'{hostile}': 1\nurl: javascript:alert(3)\nsource: '</script><script>alert(4)</script>'\n",
        "utf-8",
    )
    (project / "content/topics").mkdir()
    (project / "content/topics/x.yml").write_text(f"kind: '{hostile}'\nname: !!{hostile} [\n")
    banner = page.locator("#mujaz-problems")
    for words in (
        f"content/articles/{hostile}.txt",
        '"><svg onload=alert(2)>\\n<base href=x>.txt',
        "javascript:alert(3)",
        "</script><script>alert(4)</script>",
        "content/topics/x.yml",
    ):
        expect(banner).to_contain_text(words)
    # Each file may be built by itself, and load the page again.
    expect(banner.locator(":not(summary, ul, li, code, bdi, em)")).to_have_count(0)
    page.wait_for_function("document.querySelector('link[href$=\\'problems.css\\']')?.sheet")
    assert said == [], "neither a script nor a complaint of the page's policy"
