"""Share images: what they say, how it is set, and that no text is too much for them."""

from __future__ import annotations

import time
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from generator.build import assemble
from generator.cards.card import SIZE, TITLE_LENGTH, Card
from generator.cards.draw import ACCENT, draw, lay_out
from generator.cards.font import can_shape, drawable, width
from generator.cards.layout import Setting, fit
from generator.cards.stage import draw_cards
from generator.config import Settings
from generator.edit import shorten
from generator.errors import UsageError
from generator.model import Bilingual
from generator.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from generator.build import Site
    from generator.model import Language

CARD = Card("ar", "موجز", "سكاي نيوز عربية · 15 يناير 2025", "روسيا وإيران توقعان «الشراكة»")
FILES = {
    "articles/meeting.txt": "لقاء في موسكو\n\nالتقى الرئيس بوتين نظيره في موسكو يوم الجمعة.\n",
    "articles/meeting.yml": "published: 2025-01-17\nsource: sky\n",
    "articles/talks.txt": "محادثات في موسكو\n\nقال بوتين إن الاتفاق جاهز للتوقيع قريبا.\n",
    "sources.yml": "sky: {name: {ar: سكاي نيوز, en: Sky News}}\n",
    "topics/putin.yml": "kind: person\nname: {ar: بوتين, en: Putin}\n",
    "overrides/en/articles/talks.md": "---\ntitle: Talks in Moscow\n---\n",
    "overrides/en/topics/putin.md": "---\ntitle: Vladimir Putin\n---\n",
}


def letters(word: str) -> float:
    return float(len(word))


def site_of(folder: Path, **settings: str) -> Site:
    for path, text in FILES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    name, about = Bilingual("موجز", "Mujaz"), Bilingual("عن كل شيء", "About everything")
    made = Settings(folder, name, about, workers=1, **settings)  # type: ignore[arg-type]
    return assemble(made, Report())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("project"), site_url="https://news.example/")


def titles(site: Site) -> set[tuple[str, str, str]]:
    return {(card.language, card.kicker, card.title) for card in site.cards.values()}


def test_each_article_topic_source_and_section_has_a_card(site: Site) -> None:
    assert titles(site) == {
        ("ar", "سكاي نيوز · 17 يناير 2025", "لقاء في موسكو"),  # not translated: one for both
        ("ar", "مقال", "محادثات في موسكو"),
        ("en", "Article", "Talks in Moscow"),
        ("ar", "شخصية", "بوتين"),
        ("en", "Person", "Vladimir Putin"),
        ("ar", "مصدر", "سكاي نيوز"),
        ("en", "Source", "Sky News"),
        *((ui.language, "", ui.t(f"nav.{section}"))
          for ui in site.renderer.interfaces.values()
          for section in ("articles", "topics", "timeline", "compare", "sources", "search")),
        ("ar", "", "موجز"),
        ("en", "", "Mujaz"),
    }  # fmt: skip


def test_a_card_says_what_its_page_says(site: Site) -> None:
    said = {title for _, _, title in titles(site)}
    for page in site.pages:
        if page.url:  # the root is in both languages, its card in one
            assert page.render().title.text in said, page.url


def test_sections_only(tmp_path: Path) -> None:
    site = site_of(tmp_path, site_url="https://news.example/", share_images="sections")
    assert {title for _, kicker, title in titles(site) if kicker} == set()
    assert ("en", "", "Topics") in titles(site)


@pytest.mark.parametrize(
    "settings", [{}, {"site_url": "https://x.example/", "share_images": "none"}]
)
def test_no_cards(tmp_path: Path, settings: dict[str, str]) -> None:
    assert site_of(tmp_path, **settings).cards == {}


def test_a_card_is_a_small_picture_and_always_the_same() -> None:
    png = draw(CARD)
    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.size, picture.mode) == ("PNG", SIZE, "P")
    assert len(png) < 30_000
    assert draw(CARD) == png


def test_the_name_of_a_card_changes_with_its_words() -> None:
    other = Card("ar", "موجز", CARD.kicker, "عنوان آخر")
    assert CARD.path != other.path
    assert CARD.path == Card("ar", CARD.site, CARD.kicker, CARD.title).path


def test_arabic_is_joined_and_begins_at_the_right() -> None:
    assert can_shape()
    word = "السلام"
    assert width(word, 60, "ar") < 0.8 * sum(width(letter, 60, "ar") for letter in word)
    picture = Image.open(BytesIO(draw(Card("ar", "م", "", "سلام")))).convert("L")
    words = picture.crop((0, 0, SIZE[0], SIZE[1] - 30)).point([255 * (v < 200) for v in range(256)])
    left, _, right, _ = words.getbbox() or (0, 0, 0, 0)
    assert left > SIZE[0] / 2
    assert SIZE[0] - 100 < right < SIZE[0] - 80


def test_lines_stay_on_the_card_and_apart() -> None:
    texts: list[tuple[Language, str]] = [
        ("ar", "كلمة"), ("ar", "كلمة " * 12), ("ar", "كلمة " * 36), ("en", "word " * 36),
    ]  # fmt: skip
    for language, title in texts:
        lines = lay_out(Card(language, "موجز", "مصدر", shorten(title, TITLE_LENGTH), "تحته " * 20))
        assert all(a.y + b.size * 0.9 < b.y + 1 for a, b in pairwise(lines))
        assert lines[0].ink == ACCENT
        assert lines[-1].y < SIZE[1] - 30
        for line in lines:
            assert width(line.text, line.size, language) <= SIZE[0] - 2 * 80


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قمة 🙂 موسكو", "قمة موسكو"),
        ("漢字漢字 ab", ""),
        ("a\u0378\U0001fffeb", ""),
        ("ab\u0378c", "abc"),
        ("x\u2028y", "x y"),
        ("", ""),
    ],
)
def test_what_the_font_lacks_is_left_out(text: str, shown: str) -> None:
    assert drawable(text) == shown


@pytest.mark.parametrize(
    "title",
    [
        "س" * 10_000,
        "a" * 10_000,
        "a\u0301\u0302" * 3_000,
        "ﷺ" * 500,
        "\u202e\u2066\u202b" * 200 + "x",
        "\u0378" * 300,
        "\x00\ufffe\U000e0001",
        "\ud800",
        "<b>&amp;</b>{{ x }}",
        "ش\u0651\u064e" * 2_000,
        "ab اب " * 2_000,
        "🙂👩\u200d👩\u200d👧\ufe0f🇵🇸" * 2_000,
        "خبر 🙂 " * 2_000,
    ],
    ids=range(13),
)
def test_no_title_is_too_much(title: str) -> None:
    began = time.process_time()
    png = draw(Card("ar", "موجز", shorten(title, 90), shorten(title, TITLE_LENGTH), title[:180]))
    assert time.process_time() - began < 1.0
    assert Image.open(BytesIO(png)).size == SIZE
    assert len(png) < 100_000


def test_what_was_drawn_once_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path, workers=1)
    cards = {CARD.path: CARD}
    first = draw_cards(cards, list(cards), settings)
    monkeypatch.setattr("generator.cards.draw.draw", None)
    assert draw_cards(cards, list(cards), settings) == first
    assert draw_cards(cards, [], settings) == {}


def test_a_card_that_can_not_be_drawn_has_the_name_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(card: Card) -> bytes:
        if card.title:
            raise ValueError
        return card.site.encode()

    monkeypatch.setattr("generator.cards.draw.draw", fail)
    drawn = draw_cards({CARD.path: CARD}, [CARD.path], Settings(tmp_path, workers=1))
    assert drawn == {CARD.path: "موجز".encode()}


def test_without_raqm_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cards.font.can_shape", lambda: False)
    with pytest.raises(UsageError, match="Install Pillow from PyPI, or set `share_images: none`"):
        draw_cards({CARD.path: CARD}, [CARD.path], Settings(tmp_path, workers=1))


@pytest.mark.parametrize(
    ("text", "widest", "most", "lines"),
    [
        ("one two three", 20, 3, ["one two three"]),
        ("one two three four", 15, 3, ["one two", "three four"]),  # not “one two three / four”
        ("abcdefgh", 4, 2, ["abcd", "efgh"]),
        ("aa bb cc dd", 4, 2, ["aa", "bb …"]),
        ("aa bb cc dd ee", 5, 1, ["aa …"]),
        ("", 10, 1, []),
    ],
)
def test_lines_of_about_equal_length(text: str, widest: int, most: int, lines: list[str]) -> None:
    assert fit(text, [Setting(letters, most)], widest) == (0, lines)


def test_the_largest_type_that_fits() -> None:
    large = Setting(lambda word: 2 * letters(word), 1)
    small = Setting(letters, 2)
    assert fit("abc", [large, small], 6) == (0, ["abc"])
    assert fit("abc def", [large, small], 6) == (1, ["abc", "def"])
