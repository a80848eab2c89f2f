"""What a reader does with an article: check a line, cite a sentence, compare with the original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

MACHINE = "ar/articles/treaty-signed-moscow/"
"""Its summary is the machine's."""
TRANSLATED = "en/articles/treaty-signing-friday/"


# --- where a line comes from --------------------------------------------------------------------


@pytest.mark.parametrize("way", ["Backspace", "link"])
def test_from_a_summary_sentence_to_its_place_and_back(page: Page, way: str) -> None:
    page.goto(MACHINE)
    line = page.locator(".mz-summary__sentence").nth(2)
    line.click()
    lit = page.locator(".mz-s:target")
    expect(lit).to_be_in_viewport()
    assert line.inner_text().strip() in lit.inner_text()
    if way == "link":
        page.locator(".mz-back").click()
    else:
        page.keyboard.press(way)
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport()
    expect(page).to_have_url(re.compile("/$"))
    expect(page.locator(".mz-back")).to_have_count(0)


def test_backspace_leaves_a_field_alone(page: Page) -> None:
    page.goto(MACHINE)
    page.locator(".mz-summary__sentence").first.click()
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    field.fill("بوتين")
    page.keyboard.press("Backspace")
    expect(field).to_have_value("بوتي")
    expect(page).to_have_url(re.compile("#s-"))


def test_why_a_sentence_is_in_the_summary_is_said_in_words(page: Page) -> None:
    page.goto(MACHINE)
    page.locator(".mz-why summary").first.click()
    reasons = page.locator(".mz-why[open] li")
    expect(reasons.first).to_have_text("بها يبدأ المقال")
    assert not re.search(r"\d[.,]\d", " ".join(reasons.all_inner_texts())), "no bare scores"
    page.locator(".mz-why summary").nth(1).click()
    expect(page.locator(".mz-why[open]")).to_have_count(1)


# --- citing -------------------------------------------------------------------------------------


def _sign(page: Page, number: int) -> Locator:
    return page.locator(".mz-s").nth(number).locator(".mz-pilcrow")


def test_a_sentence_is_cited_by_pointer(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(MACHINE)
    sentence = page.locator(".mz-s").nth(1)
    words = sentence.inner_text().strip()
    expect(_sign(page, 1)).to_have_css("opacity", "0")
    sentence.hover()
    expect(_sign(page, 1)).to_have_css("opacity", "1")
    _sign(page, 1).click()
    page.get_by_role("button", name="انسخ الاستشهاد").click()
    expect(page.get_by_role("status").filter(has_text="نُسخ")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    anchor = sentence.get_attribute("id")
    assert words in copied
    assert "اندبندنت عربية" in copied
    assert "17 يناير 2025" in copied
    assert copied.endswith(f"{MACHINE}#{anchor}")


def test_a_citation_has_the_words_of_the_sentence_alone(page: Page) -> None:
    page.goto(MACHINE)
    line = page.locator(".mz-summary__sentence").first
    line.click()
    expect(page.locator(".mz-s:target .mz-back")).to_be_visible()
    page.locator(".mz-s:target .mz-pilcrow").click()
    quote = page.locator(".mz-cite p").first
    expect(quote).to_contain_text(f"«{line.inner_text().strip()}»")
    ends = page.evaluate(
        "() => [document.querySelector('.mz-back').getBoundingClientRect().right,"
        " document.querySelector('.mz-s:target .mz-pilcrow').getBoundingClientRect().left]"
    )
    assert ends == sorted(ends), "neither covers the other"


def test_a_sentence_is_cited_by_keyboard(page: Page) -> None:
    page.goto(MACHINE)
    _sign(page, 0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(_sign(page, 2)).to_be_focused()
    assert page.locator('.mz-pilcrow[tabindex="0"]').count() == 1, "one stop for the whole text"
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="انسخ الاستشهاد")
    expect(copy).to_be_focused()
    page.keyboard.press("Escape")
    expect(copy).to_be_hidden()
    expect(_sign(page, 2)).to_be_focused()


def test_the_sign_moves_nothing(page: Page) -> None:
    page.goto(MACHINE)
    page.evaluate("document.fonts.ready.then(() => 0)")  # else a typeface that comes moves lines
    heights = "[...document.querySelectorAll('.mz-text p')].map(p => p.offsetHeight).join()"
    before = page.evaluate(heights)
    page.evaluate("document.querySelectorAll('.mz-pilcrow').forEach(sign => sign.remove())")
    assert page.evaluate(heights) == before


# --- previews -----------------------------------------------------------------------------------


def test_a_topic_is_previewed_by_pointer_and_escape_closes_it(page: Page) -> None:
    page.goto(TRANSLATED)
    link = page.locator(".mz-block--summary a.mz-topic", has_text="Masoud Pezeshkian")
    link.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text("Masoud Pezeshkian")
    expect(preview).to_contain_text("مسعود بزشكيان")
    expect(preview).to_contain_text("Person · 5 articles")
    expect(link).to_have_attribute("aria-describedby", "mz-preview")
    preview.hover()
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)


def test_a_topic_is_previewed_by_keyboard(page: Page) -> None:
    page.goto(TRANSLATED)
    page.locator(".mz-block--summary a.mz-topic").first.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_touch_has_no_previews(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(TRANSLATED)
    tab.locator(".mz-block--summary a.mz-topic").first.tap()
    expect(tab).to_have_url(re.compile("/topics/"))
    expect(tab.get_by_role("tooltip")).to_have_count(0)
    context.close()


def test_previews_work_in_a_page_opened_as_a_file(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / TRANSLATED / "index.html").as_uri())
    tab.locator(".mz-block--summary a.mz-topic").first.hover()
    expect(tab.get_by_role("tooltip")).to_contain_text("articles")
    context.close()


# --- translation and original -------------------------------------------------------------------


def test_translation_and_original_stand_side_by_side_in_step(page: Page) -> None:
    page.goto(TRANSLATED)
    tops = page.evaluate(
        "[...document.querySelectorAll('[data-mz-pane] > div:not(.mz-cite)')].map("
        "pane => [...pane.children].map(block => Math.round(block.getBoundingClientRect().top)))"
    )
    assert len(tops[0]) == len(tops[1]) > 10
    expect(page.locator(".mz-cite")).to_be_hidden()
    # The original stands in a frame, whose border moves its first paragraph a little.
    assert all(abs(one - other) <= 25 for one, other in zip(*tops, strict=True))


def test_one_of_them_can_be_chosen_and_the_choice_is_kept(page: Page) -> None:
    page.goto(TRANSLATED)
    translation, original = page.locator("[data-mz-pane]").all()
    page.get_by_role("button", name="Original text").click()
    expect(translation).to_be_hidden()
    page.reload()
    expect(translation).to_be_hidden()
    page.get_by_role("button", name="Translation").click()
    expect(original).to_be_hidden()
    page.locator(".mz-facts a").first.click()
    expect(original).to_be_visible()
    expect(page.locator(".mz-s:target")).to_be_in_viewport()


def test_without_scripts_nothing_is_hidden_and_nothing_useless_shown(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=server)
    plain = context.new_page()
    plain.goto(TRANSLATED)
    for pane in plain.locator("[data-mz-pane]").all():
        expect(pane).to_be_visible()
    expect(plain.locator(".mz-pilcrow, .mz-switch, .mz-cite")).to_have_count(0)
    context.close()
