"""What a reader does with topics and lists: spellings, sources and silence, filters, paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TOPIC = "en/topics/pezeshkian/"


def test_a_spelling_says_who_uses_it_and_leads_to_the_sentence(page: Page) -> None:
    page.goto(TOPIC)
    spelling = page.locator(".mz-spellings li", has_text="مسعود بيزشكيان").first
    name = spelling.locator("bdi").inner_text()
    spelling.locator("a").first.click()
    lit = page.locator(".mz-s:target")
    expect(lit).to_be_in_viewport()
    assert name in lit.inner_text()


def test_mentions_are_grouped_by_source(page: Page) -> None:
    page.goto(TOPIC)
    groups = page.locator("h3.mz-group")
    expect(groups.first).to_contain_text("Independent Arabia")
    expect(groups.last).to_contain_text("Source unknown")


def test_a_source_that_does_not_name_the_topic_is_listed_as_silent(page: Page) -> None:
    page.goto("en/topics/bushehr/")
    side = page.locator(".mz-side")
    expect(side.locator("section", has_text="Covered by")).to_contain_text("Independent Arabia")
    expect(side.locator("section", has_text="Silent about it")).to_contain_text("Sky News Arabia")


def test_what_others_say_of_a_topic_names_the_speaker(page: Page) -> None:
    page.goto("en/topics/iran/")
    said = page.locator("section:has(#said-of) li").first
    expect(said.locator(".mz-hint")).to_contain_text(re.compile("[A-Z]"))
    said.locator("a").first.click()
    expect(page.locator(".mz-s:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("typed", "left"), [("pezeshk", "Masoud Pezeshkian"), ("بزشكيان", "Masoud Pezeshkian")]
)
def test_the_filter_of_topics_finds_names_of_both_languages(
    page: Page, typed: str, left: str
) -> None:
    page.goto("en/topics/")
    page.get_by_role("searchbox").fill(typed)
    shown = page.locator(".mz-grid li:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(left)
    expect(page.get_by_role("status")).to_have_text("1")
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".mz-grid li:visible")).not_to_have_count(1)


def test_articles_are_listed_by_month(page: Page) -> None:
    page.goto("en/articles/")
    expect(page.locator(".mz-month")).to_have_text(
        ["April 2025 2 articles", "January 2025 3 articles"]
    )


def test_the_legend_is_one_click_from_a_mark(page: Page) -> None:
    page.goto("en/articles/treaty-signing-friday/")
    page.locator(".mz-kicker .mz-more summary").click()
    page.get_by_role("link", name="What the marks mean").click()
    expect(page.locator("#legend dl")).to_be_in_viewport()


def test_a_printed_article_is_a_briefing_of_one_to_three_pages(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(base_url=server)
    tab = context.new_page()
    for path in ("ar/articles/treaty-signed-moscow/", "en/articles/putin-pezeshkian-meet/", TOPIC):
        tab.goto(path)
        pages = len(re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4")))
        assert 1 <= pages <= 3, path
        tab.emulate_media(media="print")
        for gone in (
            ".md-header",
            ".md-sidebar--secondary",
            ".md-footer",
            ".mz-pilcrow",
            ".mz-switch",
        ):
            expect(tab.locator(gone).locator("visible=true")).to_have_count(0)
        expect(tab.locator("h1")).to_be_visible()
        tab.emulate_media(media="null")
    context.close()
