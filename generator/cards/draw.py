"""Draws a card: 1200 × 630 pixels of sixteen colours, some 15 KB as PNG.

Equal words give equal bytes with the same release of Pillow; another release, with another
FreeType, HarfBuzz or zlib, may set a pixel or pack the file differently.
"""

from __future__ import annotations

from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image, ImageChops, ImageDraw

from generator.cards.card import SIZE
from generator.cards.font import direction, drawable, font, width
from generator.cards.layout import Setting, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.cards.card import Card
    from generator.model import Language

_MARGIN: Final = 88
_PAPER: Final = (251, 250, 247)
_BAR: Final = 18
_RUNS: Final = 3
"""zlib's strategy ``Z_RLE``: packs flat areas as well as any other, in a third of the time."""


class Ink(NamedTuple):
    """A colour and its place in the palette: entry ``first`` is its faintest edge."""

    colour: tuple[int, int, int]
    first: int
    steps: int


INK: Final = Ink((29, 28, 26), 1, 7)
SOFT: Final = Ink((92, 88, 80), 8, 4)
ACCENT: Final = Ink((11, 92, 93), 12, 4)
_INKS: Final = (INK, SOFT, ACCENT)


class Type(NamedTuple):
    """A size of type with the distance of its lines, both in pixels."""

    size: int
    leading: int


class Line(NamedTuple):
    """A line of text and the height of its baseline."""

    text: str
    size: int
    y: int
    ink: Ink


# Arabic needs more room above and below than Latin does.
_TITLES: Final[dict[Language, tuple[Type, ...]]] = {
    "ar": (Type(80, 124), Type(68, 106), Type(58, 92), Type(50, 80)),
    "en": (Type(80, 96), Type(68, 84), Type(58, 72), Type(50, 64)),
}
_BELOW: Final[dict[Language, Type]] = {"ar": Type(34, 56), "en": Type(34, 46)}
_KICKER: Final = Type(32, 76)
_GAP: Final = 14
"""Pixels between the title and what is below it."""
_SITE: Final = 40
_SITE_Y: Final = 104
_TOP, _BOTTOM = 150, 592
"""Heights between which the title stands, with what is above and below it."""


def draw(card: Card) -> bytes:
    """Return the card as a PNG file."""
    picture = Image.new("L", SIZE, 0)
    for line in lay_out(card):
        _set(picture, line, card.language)
    last = ACCENT.first + ACCENT.steps - 1
    picture.paste(last, (0, SIZE[1] - _BAR, *SIZE))
    picture.putpalette(_palette())
    file = BytesIO()
    picture.save(file, "PNG", bits=4, compress_type=_RUNS)
    return file.getvalue()


def _set(picture: Image.Image, line: Line, language: Language) -> None:
    """Draw ``line`` into ``picture``, whose pixels are places in the palette."""
    top = line.y - int(line.size * 1.3)
    strip = Image.new("L", (SIZE[0], int(line.size * 2.1)), 0)
    x, anchor = (SIZE[0] - _MARGIN, "rs") if language == "ar" else (_MARGIN, "ls")
    ImageDraw.Draw(strip).text(
        (x, line.y - top),
        line.text,
        fill=255,
        font=font(line.size),
        anchor=anchor,
        direction=direction(language),
        language=language,
    )
    box = (0, top, SIZE[0], top + strip.height)
    # Marks of one line may reach into the next: the darker of the two stays.
    picture.paste(ImageChops.lighter(picture.crop(box), strip.point(_steps(line.ink))), box)


def lay_out(card: Card) -> list[Line]:
    """Return the lines of a card from top to bottom."""
    kicker, small = drawable(card.kicker), _BELOW[card.language]
    _, below = _fit(drawable(card.below), card.language, [small], 2 * small.leading)
    around = (_KICKER.leading if kicker else 0) + (small.leading * len(below) + _GAP) * bool(below)
    title = drawable(card.title) or drawable(card.site)
    kind, titles = _fit(title, card.language, _TITLES[card.language], _BOTTOM - _TOP - around)
    y = _TOP + (_BOTTOM - _TOP - around - kind.leading * len(titles)) // 2
    site = "" if card.title == card.site else drawable(card.site)
    lines = [Line(site, _SITE, _SITE_Y, ACCENT)]
    if kicker:
        lines.append(Line(kicker, _KICKER.size, y + _KICKER.size, SOFT))
        y += _KICKER.leading
    for text in titles:
        lines.append(Line(text, kind.size, y + kind.size, INK))
        y += kind.leading
    for text in below:
        lines.append(Line(text, small.size, y + _GAP + small.size, SOFT))
        y += small.leading
    return [line for line in lines if line.text]


def _fit(
    text: str, language: Language, types: Sequence[Type], height: int
) -> tuple[Type, list[str]]:
    """Return the largest type in which ``text`` fits into ``height`` pixels, and its lines."""
    settings = [
        Setting(partial(width, size=kind.size, language=language), height // kind.leading)
        for kind in types
    ]
    index, lines = fit(text, settings, SIZE[0] - 2 * _MARGIN)
    return types[index], lines


@cache
def _steps(ink: Ink) -> list[int]:
    """Return the place in the palette of each grey: an edge gets the nearest step of its ink."""
    steps = [(grey * ink.steps + 127) // 255 for grey in range(256)]
    return [step and ink.first + step - 1 for step in steps]


@cache
def _palette() -> list[int]:
    """Return the colours, red, green and blue one after the other: paper, then each ink."""
    return list(_PAPER) + [
        paper + (full - paper) * step // ink.steps
        for ink in _INKS
        for step in range(1, ink.steps + 1)
        for paper, full in zip(_PAPER, ink.colour, strict=True)
    ]
