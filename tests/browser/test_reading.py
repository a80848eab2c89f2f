"""What a reader does on the site, in both languages, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ARTICLE = "articles/duma-ratifies-treaty/"
TOPIC = "topics/pezeshkian/"


@pytest.mark.parametrize("path", ["", "articles/", "topics/", "sources/", "about/", ARTICLE, TOPIC])
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_language_and_direction(page: Page, language: str, direction: str, path: str) -> None:
    page.goto(f"{language}/{path}")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("body").get_attribute("dir") == direction
    assert page.title()
    expect(page.locator("h1")).to_have_count(1)


def test_root_offers_both_languages(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name=re.compile("English")).first.click()
    expect(page).to_have_url(re.compile("/en/$"))


@pytest.mark.parametrize("path", [ARTICLE, TOPIC, "sources/", "about/"])
def test_switch_language_on_a_deep_page(page: Page, path: str) -> None:
    page.goto(f"ar/{path}")
    page.locator("a.mz-language").click()
    expect(page).to_have_url(re.compile(f"/en/{path}$"))
    page.locator("a.mz-language").click()
    expect(page).to_have_url(re.compile(f"/ar/{path}$"))


def test_summary_sentence_leads_to_its_place(page: Page) -> None:
    page.goto(f"ar/{ARTICLE}")
    sentence = page.locator(".mz-summary__sentence").first
    words = sentence.inner_text().strip()
    sentence.click()
    lit = page.locator(".mz-s:target")
    expect(lit).to_be_in_viewport()
    assert lit.inner_text().strip().startswith(words), "and a link back"


def test_follow_a_topic_from_the_text_and_back_to_the_sentence(page: Page) -> None:
    page.goto(f"ar/{ARTICLE}")
    page.locator(".mz-text a.mz-topic").first.click()
    expect(page).to_have_url(re.compile("/ar/topics/"))
    page.locator(f'.mz-context a[href*="{ARTICLE}#"]').first.click()
    expect(page.locator(".mz-s:target")).to_be_in_viewport()


def test_arabic_on_an_english_page_is_marked(page: Page) -> None:
    page.goto(f"en/{ARTICLE}")
    original = page.locator(".mz-text--foreign [lang=ar][dir=rtl]")
    expect(original).to_have_count(1)
    expect(page.locator("h1")).to_have_text(re.compile("[A-Za-z]"))


def test_furniture_is_cut_and_shown_as_cut(page: Page) -> None:
    page.goto("ar/articles/putin-pezeshkian-meet/")
    text = page.locator(".mz-text").inner_text()
    assert "كلمات دلالية" not in text
    assert "زيلينسكي" not in text, "the foreign article must be cut"
    cuts = page.locator(".mz-cuts")
    cuts.locator("summary").click()
    expect(cuts).to_contain_text("كلمات دلالية", use_inner_text=True)


def test_everything_can_be_read_without_scripts(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    plain = context.new_page()
    plain.goto(f"en/{ARTICLE}")
    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator(".mz-text--foreign p").first).to_be_visible()
    plain.locator(".mz-nav a").nth(2).click()
    expect(plain.locator(".mz-grid a").first).to_be_visible()
    context.close()
