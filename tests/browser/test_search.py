"""The quick search that every page opens, in both languages, in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

SPELLINGS = {
    "sanctions": ("عقوبات", "والعقوبات", "sanctions"),
    "pezeshkian": ("بزشكيان", "لبيزشكيان", "Pezeshkian"),
    "bushehr": ("بوشهر", "لبوشهر", "Bushehr"),
    "drones": ("المسيرات", "طائرات مسيرة", "drones"),
    "north-south-corridor": ("الممر الشمالي الجنوبي", "ممر شمال جنوب", "north-south corridor"),
    "brics": ("بريكس", "لمجموعة بريكس", "BRICS"),
}
PHONE_WIDTH, PHONE_HEIGHT = 390, 800


def _open(page: Page, language: str = "ar", key: str = "/") -> Locator:
    page.goto(f"{language}/")
    page.keyboard.press(key)
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    return field


def _ask(page: Page, field: Locator, query: str) -> None:
    """Type a query and wait for its own results."""
    field.fill(query)
    expect(page.locator("[role=listbox]:not([aria-busy])")).to_be_attached()


def _options(page: Page) -> Locator:
    return page.get_by_role("option")


# --- finding ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_spelling_finds_the_topic_and_the_same_articles(page: Page, language: str) -> None:
    field = _open(page, language)
    for topic, spellings in SPELLINGS.items():
        found = {spelling: _articles(page, field, spelling, topic) for spelling in spellings}
        assert len(set(map(frozenset, found.values()))) == 1, found


def _articles(page: Page, field: Locator, query: str, topic: str) -> list[str]:
    _ask(page, field, query)
    expect(page.locator(f'[role=option][href*="/topics/{topic}/"]')).to_be_visible()
    articles = page.locator('[role=option][href*="/articles/"]').all()
    found = [(article.get_attribute("href") or "").partition("#")[0] for article in articles]
    assert found
    assert len({address.split("/articles/")[0] for address in found}) == 1, "one language"
    return found


def test_a_result_leads_to_the_sentence_it_shows(page: Page) -> None:
    field = _open(page)
    field.fill("بوشهر")
    result = page.locator('[role=option][href*="/articles/"]').first
    shown = result.locator(".mz-hit__text").inner_text().strip("… ")
    expect(result.locator("mark").first).to_be_visible()
    result.click()
    lit = page.locator(":target")
    expect(lit).to_be_in_viewport()
    assert shown[:40] in lit.inner_text()


def test_arabic_in_an_english_result_is_marked(page: Page) -> None:
    field = _open(page, "en")
    field.fill('"سكاي نيوز عربية"')
    expect(_options(page).first).to_be_visible()
    for text in page.locator(".mz-find .mz-hit__text").all():
        if re.search("[ء-ي]", text.inner_text()):
            expect(text).to_have_attribute("lang", "ar")
            expect(text).to_have_attribute("dir", "rtl")


# --- the keys ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["/", "f", "s", "ب", "س"])
def test_a_key_opens_the_search_and_escape_gives_the_focus_back(page: Page, key: str) -> None:
    page.goto("ar/")
    link = page.locator("#content a").first
    link.focus()
    # A keyboard that writes Arabic sends Arabic letters; the browser tool has no such keys.
    page.evaluate(
        "key => document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))",
        key,
    )
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.get_by_role("combobox")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(link).to_be_focused()


def test_control_k_opens_the_search(page: Page) -> None:
    page.goto("en/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()


def test_the_home_page_of_a_phone_shows_the_search(page: Page) -> None:
    page.set_viewport_size({"width": PHONE_WIDTH, "height": PHONE_HEIGHT})
    page.goto("ar/")
    page.locator(".mz-masthead__search").click()
    expect(page.get_by_role("combobox")).to_be_focused()


def test_arrows_choose_and_enter_opens(page: Page) -> None:
    field = _open(page)
    field.fill("روسيا")
    expect(_options(page).nth(1)).to_be_visible()
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_count(1)
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(chosen).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(_options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    target = re.escape((chosen.get_attribute("href") or "").lstrip("./"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(target))


def test_enter_without_a_choice_goes_to_the_page_of_results(page: Page) -> None:
    field = _open(page, "en")
    field.fill("sanctions")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=sanctions$"))
    expect(page.locator(".mz-search__list li").first).to_be_visible()


def test_tab_reaches_the_filters_and_typing_returns_to_the_field(page: Page) -> None:
    field = _open(page)
    field.fill("إيران")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".mz-find__chips button").first).to_be_focused()
    page.keyboard.press("x")
    expect(field).to_be_focused()
    expect(field).to_have_value("إيرانx")


# --- filters, and when there is nothing -------------------------------------------------------


def test_a_chip_narrows_and_goes_along_to_the_page(page: Page) -> None:
    field = _open(page)
    field.fill("إيران")
    status = page.locator(".mz-find__status")
    expect(status).to_have_text("5 مقالات")
    chip = page.locator(".mz-find__chips button").first
    count = chip.locator(".mz-chip__count").inner_text()
    chip.click()
    expect(page.locator('.mz-find__chips button[aria-pressed="true"]')).to_have_count(1)
    expect(page.locator('[role=option][href*="/articles/"]')).to_have_count(int(count))
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("topic="))
    expect(page.locator(".mz-filters input:checked[type=checkbox]")).to_have_count(1)


def test_nothing_found_says_what_to_do(page: Page) -> None:
    field = _open(page, "en")
    field.fill("zzzyx")
    notes = page.locator(".mz-find__notes")
    expect(notes).to_contain_text("No results for")
    expect(notes).to_contain_text("Try fewer")
    field.fill("")
    expect(notes).to_contain_text("any spelling")


def test_nothing_found_offers_the_nearest_names(page: Page) -> None:
    field = _open(page, "en")
    field.fill("Pezeshkyann")
    near = page.locator(".mz-find__near a")
    expect(near.first).to_have_text("Masoud Pezeshkian")
    near.first.click()
    expect(page).to_have_url(re.compile("/en/topics/pezeshkian/"))


# --- when things go wrong ---------------------------------------------------------------------


@pytest.fixture
def tab(browser: Browser, server: str) -> Iterator[Page]:
    """Return a page that may complain: failing requests are the point."""
    context = browser.new_context(base_url=server)
    yield context.new_page()
    context.close()


def test_a_file_that_does_not_load_can_be_tried_again(tab: Page) -> None:
    tab.route("**/search/t/**", lambda route: route.abort())
    field = _open(tab, "en")
    field.fill("sanctions")
    alert = tab.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded")
    tab.unroute("**/search/t/**")
    alert.get_by_role("button").click()
    expect(_options(tab).first).to_be_visible()


def test_without_the_scripts_the_box_leads_to_the_search_page(tab: Page) -> None:
    tab.route("**/js/search/**", lambda route: route.abort())
    tab.goto("en/")
    tab.locator("[data-mujaz-search]").click()
    expect(tab).to_have_url(re.compile("/en/search/$"))


def test_without_any_script_the_search_page_leads_to_the_lists(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    plain = context.new_page()
    plain.goto("ar/")
    plain.locator("[data-mujaz-search]").click()
    expect(plain).to_have_url(re.compile("/ar/search/$"))
    expect(plain.get_by_role("search")).to_be_hidden()
    plain.locator('#content a[href$="articles/"]').click()
    expect(plain).to_have_url(re.compile("/ar/articles/$"))
    context.close()


def test_the_search_fills_a_phone_and_nothing_scrolls_sideways(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(
        viewport={"width": PHONE_WIDTH, "height": PHONE_HEIGHT},
        base_url=server,
        is_mobile=True,
        has_touch=True,
    )
    phone = context.new_page()
    phone.goto("ar/")
    phone.tap("[data-mujaz-search]")
    phone.get_by_role("combobox").fill("عقوبات")
    expect(_options(phone).first).to_be_visible()
    box = phone.locator("dialog").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (PHONE_WIDTH, PHONE_HEIGHT)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH
    phone.goto("ar/search/?q=عقوبات")
    expect(phone.locator(".mz-search__list li").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH
    expect(phone.locator(".mz-filters__groups")).to_be_hidden()
    phone.tap(".mz-filters summary")
    expect(phone.locator(".mz-filters__groups")).to_be_visible()
    context.close()
