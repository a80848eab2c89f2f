"""Real articles with furniture around them and a second article behind, as pages are copied.

What is put around them is of our own words, in the manner of many sites; the articles come from
the folder of ``--eval`` and stay there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Record = dict[str, Any]
_TOPS: Final = (
    ("الرئيسية > أخبار", "شارك على فيسبوك"),
    ("12 مارس 2024 | 10:45",),
    ("مشاركة عبر واتساب", "حجم الخط"),
    (),
)
_MIDDLES: Final = ("اقرأ أيضا: {}", "إقرأ المزيد: {}", "مواضيع ذات صلة\n• {}", "شاهد أيضًا: {}")
_ENDS: Final = ("إقرأ أيضاً:", "مواضيع ذات صلة:", "اقرأ المزيد:", "أخبار ذات صلة")
_LASTS: Final = ("مقالات مشابهة", "الأكثر قراءة", "قد يعجبك أيضا", "المزيد من الأخبار")


class Composed(NamedTuple):
    """A page made of two articles, and which letters are whose."""

    id: str
    text: str
    owner: str
    """For each letter of the text: ``b`` body, ``f`` foreign article, ``x`` furniture, space."""


def compose(articles: Sequence[Record], every: int = 3) -> list[Composed]:
    """Return pages of every third article, each with the article behind the next as foreign."""
    return [
        _page(at // every, articles[at], articles[(at + 7) % len(articles)], articles)
        for at in range(0, len(articles), every)
    ]


def _page(number: int, own: Record, foreign: Record, articles: Sequence[Record]) -> Composed:
    def title(offset: int) -> str:
        return str(articles[(number * 5 + offset) % len(articles)]["title"])

    parts: list[tuple[str, str]] = [("t", own["title"])]
    parts += [("x", line) for line in _TOPS[number % 4]]
    paragraphs = own["body"].split("\n")
    half = len(paragraphs) // 2
    parts += [("b", p) for p in paragraphs[:half]]
    if half:
        parts.append(("x", _MIDDLES[number % 4].format(title(1))))
    parts += [("b", p) for p in paragraphs[half:]]
    parts += [("x", "كلمات دلالية: أخبار، تقارير، العالم"), ("x", _ENDS[number // 4 % 4])]
    parts.append(("f", foreign["title"]))
    parts += [("f", p) for p in foreign["body"].split("\n")]
    parts.append(("x", _LASTS[number // 2 % 4]))
    parts += [("x", f"• {title(offset)}") for offset in (2, 3, 4)]
    text = "\n\n".join(words for _, words in parts)
    owner = "  ".join(
        "".join(" " if letter.isspace() else kind for letter in words) for kind, words in parts
    )
    return Composed(str(own["id"]), text, owner)


def shares(pages: Sequence[Composed], found: dict[str, Record]) -> Record:
    """Return how much of the bodies was lost, and how much of the rest was cut, in per cent."""
    cut: dict[str, int] = dict.fromkeys("bfx", 0)
    total: dict[str, int] = dict.fromkeys("bfx", 0)
    for page in pages:
        kept = {at for span in found[page.id]["body"] for at in range(*span)}
        for at, kind in enumerate(page.owner):
            if kind in total:
                total[kind] += 1
                cut[kind] += at not in kept
    part = {kind: round(100 * cut[kind] / max(total[kind], 1), 2) for kind in total}
    return {
        "articles": len(pages),
        "body letters lost %": part["b"],
        "foreign letters cut %": part["f"],
        "furniture letters cut %": part["x"],
    }
