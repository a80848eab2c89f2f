"""Articles and overrides that try to run, in a real browser: on every page, in every search.

The texts are in ``tests/fixtures/hostile``. Each calls ``canary`` with a word that says where it
stood; nobody ever may. The fixture ``page`` sees to foreign requests and complaints in the console.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import expect

from generator.cards.card import SIZE
from tests.command import mujaz
from tests.inert import faults, strict_json
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parent.parent / "fixtures" / "hostile"
WATCH = """
window.found = [];
window.canary = (where) => window.found.push("ran: " + where);
document.addEventListener("securitypolicyviolation", (event) =>
  window.found.push("policy: " + event.violatedDirective + " " + event.blockedURI));
"""
LINKS = """[...document.querySelectorAll("[href], [src], [action], [formaction]")]
  .flatMap((e) => ["href", "src", "action", "formaction"].map((name) => e.getAttribute(name) || ""))
  .filter((url) => /^[\\0-\\x20]*(javascript|vbscript|data|file|blob):/i.test(url))"""
HANDLERS = """[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
  .map((a) => a.name).filter((name) => name.startsWith("on"))"""
CLICK = """async () => {
  const address = (link) => new URL(link.href.baseVal ?? link.href, document.baseURI);
  const leaves = (link) => /^(https?|mailto|tel):$/.test(address(link).protocol);
  const stay = (event) => {
    const link = event.target.closest("a");
    if (link && leaves(link)) event.preventDefault();
  };
  addEventListener("click", stay);
  for (const element of document.querySelectorAll("a, button, summary, [onclick]")) {
    element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    if (element.matches("a") && !leaves(element))
      await new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)));
  }
  removeEventListener("click", stay);
}"""
"""Clicks on everything and stays on the page: where links to other pages lead, each page of the
site is looked at by itself. What another address runs, it runs before the next frame."""
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
POLICY = '<meta http-equiv="Content-Security-Policy" content="'
ANSWERED = ".mz-search__status:not(:empty), .mz-search__notes:not(:empty)"
QUERIES = ("canary", "script", "onerror", "constructor", "__proto__", "toString", '"canary', "جسر",
           "<img src=x onerror=canary('query')>", "المرفأ", "elsewhere.invalid", "ﷺ")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the hostile project."""
    folder = tmp_path_factory.mktemp("hostile") / "project"
    shutil.copytree(PROJECT, folder)
    (folder / "secret.txt").write_text("outside-of-the-site")
    done = mujaz("build", "-C", folder)
    assert "Traceback" not in done.stderr
    published: Path = folder / "site"
    assert published.is_dir(), done.stderr
    return published


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """Serve it on this machine."""
    with serve(site) as address:
        yield address


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """Return a page on which whatever runs is noticed."""
    dialogs: list[str] = []

    def refuse(dialog: object) -> None:
        dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", refuse)
    page.add_init_script(WATCH)
    yield page
    assert dialogs == []


def assert_inert(page: Page) -> None:
    assert page.evaluate("window.found") == []
    assert page.evaluate(HANDLERS) == []
    foreign = [url for url in page.evaluate(LINKS) if not url.startswith("data:image/svg+xml")]
    assert foreign == []


def test_the_watch_would_notice(page: Page) -> None:
    """A test that can't fail proves nothing: here is what the others look for."""
    page.add_init_script(WATCH)
    page.goto("about:blank")  # a page without a policy
    page.set_content(
        "<a href='javascript:canary(3)' onclick='canary(2)'>x</a><script>canary(1)</script>"
        "<a href='https://elsewhere.invalid/'>x</a><a href='javascript:void canary(4)'>x</a>"
    )
    assert page.evaluate("window.found") == ["ran: 1"]
    assert page.evaluate(LINKS) == ["javascript:canary(3)", "javascript:void canary(4)"]
    assert page.evaluate(HANDLERS) == ["onclick"]
    page.evaluate(CLICK)
    assert page.evaluate("window.found") == ["ran: 1", "ran: 2", "ran: 3", "ran: 4"]


def test_every_article_is_published(site: Path) -> None:
    files = (PROJECT / "content/articles").iterdir()
    names = {path.stem for path in files if path.suffix != ".yml"}
    assert {path.parent.name for path in site.glob("ar/articles/*/index.html")} == names


def test_nothing_runs_on_any_page_whatever_is_clicked(watched: Page, site: Path) -> None:
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        watched.goto(path.removesuffix("index.html"))
        assert watched.title().strip()
        watched.evaluate(CLICK)
        assert_inert(watched)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_runs_while_searching(watched: Page, language: str) -> None:
    watched.goto(f"{language}/")
    watched.keyboard.press("/")
    field = watched.get_by_role("combobox")
    expect(field).to_be_focused()
    for query in QUERIES:
        field.fill(query)
        expect(watched.locator("[role=listbox]:not([aria-busy])")).to_be_attached()
        assert_inert(watched)
    for query in QUERIES:
        watched.goto(f"{language}/search/?q={quote(query)}")
        expect(watched.locator(ANSWERED).first).to_be_attached()
        assert_inert(watched)


def test_hostile_words_are_found_and_shown_as_they_stand(watched: Page) -> None:
    watched.goto("ar/")
    watched.keyboard.press("/")
    watched.get_by_role("combobox").fill("canary title script")
    result = watched.locator('[role=option][href*="/articles/script-title/"]').first
    expect(result).to_contain_text("<script>canary('title')</script>")


@pytest.mark.parametrize(
    ("address", "topic", "shown"),
    [
        ("en/topics/", "harbour", ["canary('topic title')</script>", "<svg onload=canary("]),
        ("en/topics/", "mountain", ["Mountain's Government #1 %7B7"]),
        ("ar/topics/", "mountain", ["حكومة الجبل", "Mountain's Government #1 %7B7"]),
    ],
)
def test_a_preview_shows_words_as_they_stand(
    watched: Page, address: str, topic: str, shown: list[str]
) -> None:
    watched.goto(address)
    watched.locator(f"main a[href$='topics/{topic}/'], main a[href='{topic}/']").first.hover()
    for words in shown:
        expect(watched.get_by_role("tooltip")).to_contain_text(words)
    assert_inert(watched)


@pytest.mark.parametrize("article", ["script-title", "markdown", "mutation", "macros"])
def test_a_citation_shows_and_copies_words_as_they_stand(watched: Page, article: str) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched.goto(f"ar/articles/{article}/")
    sentence = watched.locator(".mz-s").first
    words = (sentence.text_content() or "").strip()
    sentence.locator(".mz-pilcrow").dispatch_event("click")
    card = watched.locator(".mz-cite")
    expect(card).to_contain_text(words)
    assert card.evaluate("card => [...card.querySelectorAll('p *')].every(e => e.matches('bdi'))")
    card.get_by_role("button").click()
    expect(card.get_by_role("status")).not_to_be_empty()
    copied = watched.evaluate("navigator.clipboard.readText()")
    assert copied == card.locator("p").text_content()
    kinds = watched.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    assert kinds == ["text/plain"], "nothing that an editor would take for markup"
    assert_inert(watched)


# --- what machines read ---------------------------------------------------------------------


def test_feeds_and_pictures_are_well_formed_and_active_in_nothing(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".xml", ".svg")]
    assert any(path.name == "feed.xml" for path in files)
    for path in files:
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
        names = [etree.QName(e).localname for e in tree.iter() if isinstance(e.tag, str)]
        assert not {"script", "iframe", "foreignObject"} & set(names), path
        attributes = [name for e in tree.iter() for name in e.attrib]
        assert not [name for name in attributes if str(name).startswith("on")], path


def test_html_in_feeds_is_inert(site: Path) -> None:
    """Readers of feeds show it in a place of their own, which no policy of ours protects."""
    found: list[str] = []
    for path in site.rglob("feed.xml"):
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
        found += [str(e.text) for e in tree.iter("{*}*") if e.get("type") in ("html", "xhtml")]
    for path in site.rglob("feed.json"):
        items = json.loads(path.read_bytes())["items"]
        found += [item["content_html"] for item in items if "content_html" in item]
    assert [fault for html in found for fault in faults(html)] == []


def test_what_machines_are_told_ends_no_script(site: Path) -> None:
    """Behind ``<!--<script>`` a browser reads on past the end tag of a script."""
    for path in site.rglob("*.html"):
        for block in SCRIPT.findall(path.read_text("utf-8")):
            assert "<" not in block, path


def test_each_article_has_a_share_image(site: Path) -> None:
    pictures = {path.name for path in site.glob("assets/cards/*.png")}
    named = set()
    for path in site.glob("*/articles/*/index.html"):
        address = re.search(r'<meta property="og:image" content="([^"]*)"', path.read_text("utf-8"))
        assert address, path
        named.add(address[1].removeprefix("https://hostile.example/assets/cards/"))
    assert named <= pictures
    for name in pictures:
        with Image.open(site / "assets/cards" / name) as picture:
            assert (picture.format, picture.size) == ("PNG", SIZE)


def test_data_is_json(site: Path) -> None:
    files = list(site.rglob("*.json"))
    assert files
    for path in files:
        strict_json(path.read_bytes())


def test_no_page_holds_a_script_but_data(site: Path) -> None:
    for path in site.rglob("*.html"):
        for block in SCRIPT.findall(path.read_text("utf-8")):
            strict_json(block)


def test_scripts_hold_no_word_of_an_article(site: Path) -> None:
    for path in site.rglob("*.js"):
        assert "canary" not in path.read_text("utf-8"), path


def test_every_page_has_its_policy_before_anything_that_it_forbids(site: Path) -> None:
    for path in site.rglob("*.html"):
        head, found, rest = path.read_text("utf-8").partition(POLICY)
        assert found, path
        assert not re.search("<(?:script|link|style|body)", head), path
        rules = dict(rule.split(" ", 1) for rule in rest[: rest.index('">')].split("; "))
        assert rules.pop("default-src") == "'none'"
        assert {"base-uri", "script-src"} <= rules.keys() or not rules
        allowed = {source for sources in rules.values() for source in sources.split()}
        assert allowed <= {"'self'", "'none'", "data:"}
        assert "data:" not in rules.get("script-src", "")


def test_no_template_macro_or_include_is_carried_out(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"1337" not in content or path.suffix in (".woff2", ".png", ".css"), path
            assert b"outside-of-the-site" not in content
            assert b"docs_dir" not in content
