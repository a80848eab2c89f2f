"""The page of search results, which is what its address says, in a real browser."""

from __future__ import annotations

import re
from threading import Event
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


def test_the_page_of_results_is_what_its_address_says(page: Page) -> None:
    page.goto("ar/search/?q=إيران&sort=date")
    expect(page.get_by_role("searchbox")).to_have_value("إيران")
    dates = page.locator(".mz-hit--article .mz-hit__facts")
    expect(dates).to_have_count(5)
    expect(page.locator(".mz-search__status")).to_have_text("5 مقالات")
    newest = dates.first.inner_text()
    page.locator(".mz-search__bar select").select_option("")
    expect(page).not_to_have_url(re.compile("sort="))
    page.locator(".mz-search__bar select").select_option("date")
    expect(page).to_have_url(re.compile("sort=date"))
    expect(dates.first).to_have_text(newest, use_inner_text=True)


def test_filters_of_the_page_count_narrow_and_can_be_taken_back(page: Page) -> None:
    page.goto("en/search/?q=Iran")
    items = page.locator(".mz-hit--article")
    expect(items).to_have_count(5)
    source = page.locator(".mz-filters__choice", has_text="Independent Arabia")
    count = int(source.locator(".mz-filters__count").inner_text())
    source.locator("input").check()
    expect(items).to_have_count(count)
    expect(page).to_have_url(re.compile("source=independent-arabia"))
    page.reload()
    expect(items).to_have_count(count)
    source.locator("input").uncheck()
    expect(items).to_have_count(5)
    month = page.locator(".mz-filters__choice", has_text="January 2025")
    count = int(month.locator(".mz-filters__count").inner_text())
    month.locator("input").check()
    expect(items).to_have_count(count)
    expect(page).to_have_url(re.compile("from=2025-01-01&to=2025-01-31"))


def test_the_page_says_how_it_read_the_query(page: Page) -> None:
    page.goto("en/search/?q=بيزشكيان")
    understood = page.locator(".mz-search__understood")
    expect(understood).to_contain_text("Masoud Pezeshkian")
    expect(understood).to_contain_text("بزشكيان")
    understood.locator("a").click()
    expect(page).to_have_url(re.compile("/en/topics/pezeshkian/"))


def test_the_other_language_keeps_the_query(page: Page) -> None:
    page.goto("ar/search/?q=عقوبات")
    expect(page.locator(".mz-search__list li").first).to_be_visible()
    page.locator("a.mz-language").click()
    expect(page).to_have_url(re.compile("/en/search/.q="))
    expect(page.get_by_role("searchbox")).to_have_value("عقوبات")
    expect(page.locator(".mz-search__list")).to_contain_text("Sanctions")


def test_typing_on_the_page_changes_results_and_address(page: Page) -> None:
    page.goto("en/search/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Bushehr")
    expect(page.locator(".mz-search__list")).to_contain_text("Bushehr")
    expect(page).to_have_url(re.compile(r"\?q=Bushehr$"))


def test_empty_page_of_results_offers_to_remove_the_filters(page: Page) -> None:
    page.goto("en/search/?q=Bushehr&to=2001-01-01")
    page.get_by_role("button", name="Remove the filters").click()
    expect(page.locator(".mz-hit--article").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=Bushehr$"))


def test_a_phrase_that_stands_nowhere_can_be_looked_for_without_its_marks(page: Page) -> None:
    page.goto('en/search/?q="Iran sanctions Bushehr"')
    page.get_by_role("button", name="without the quotation marks").click()
    expect(page.locator(".mz-hit--article").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=Iran\+sanctions\+Bushehr"))


def test_search_works_from_the_file_system(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    tab.goto((site / "ar/search/index.html").as_uri() + "?q=Bushehr")
    expect(tab.locator(".mz-search__list")).to_contain_text("بوشهر")
    tab.close()


def test_nothing_is_seen_that_the_first_answer_takes_away(page: Page) -> None:
    held: list[Route] = []
    answered = Event()

    def answer(route: Route) -> None:
        if answered.is_set():
            route.continue_()
        else:
            held.append(route)

    page.route("**/search/t/**", answer)
    page.goto("en/search/?q=Iran", wait_until="commit")
    expect(page.locator(".mz-search__columns")).to_be_attached()
    expect(page.locator(".mz-filters")).to_be_hidden()
    expect(page.locator(".mz-search__bar")).to_be_hidden()
    answered.set()
    for route in held:
        route.continue_()
    expect(page.locator(".mz-filters")).to_be_visible()
