"""The page of an article and the list of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.arabic.fold import fold
from generator.briefing import Text
from generator.edit import origin_of, shorten
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page, TocEntry
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.briefing import BriefedArticle
    from generator.model import Language, Override, OverrideSection, SectionKind
    from generator.pages.renderer import Renderer

LONGEST_CUT = 1500
"""Characters of a cut that its article's page shows; a whole foreign article may be cut."""
WORDS_A_MINUTE = 180
"""Reading speed of Arabic news text; its words carry more than English ones do."""


def article_page(renderer: Renderer, article: BriefedArticle, language: Language) -> Page:
    """Return the page of one article."""
    url = f"{language}/articles/{article.id}/"
    override = article.overrides.get(language)
    context = _context(renderer, article, language, url, override)
    body = renderer.render("article", url, language, article=article, **context)
    ui = renderer.interfaces[language]
    headings = [
        ("summary", "article.summary", True),
        ("facts", "article.facts", context["has_facts"]),
        ("quotes", "article.quotes", bool(article.analysis.quotes)),
        ("translation", "article.translation", "translation" in context["sections"]),
        (
            "text",
            "article.text" if language == article.analysis.language else "article.original",
            True,
        ),
        ("related", "article.related", bool(article.related)),
        ("cuts", "article.cut", bool(article.analysis.cleaned.cuts)),
    ]
    toc = tuple(TocEntry(key, ui.t(words)) for key, words, shown in headings if shown)
    return Page(article.titles[language], article.descriptions[language].text, body, toc)


def _context(
    renderer: Renderer,
    article: BriefedArticle,
    language: Language,
    url: str,
    override: Override | None,
) -> dict[str, Any]:
    analysis, text = article.analysis, article.article.text
    linker = make_linker(renderer, url, language)
    sections: dict[SectionKind, Any] = {}
    notes: list[tuple[OverrideSection, Any]] = []
    for section in override.sections if override else ():
        html = render_markdown(section.markdown, linker)
        if section.kind == "note":
            notes.append((section, html))
        else:
            sections[section.kind] = html
    summary = [
        {
            "anchor": article.anchors[index],
            "pieces": sentence_pieces(article, index),
            "parts": chosen.parts,
        }
        for chosen in analysis.summary
        if (index := article.sentence_at(chosen.span.start)) is not None
    ]
    return {
        "sections": sections,
        "notes": notes,
        "origin": origin_of(override) if override else None,
        "stale": article.stale.get(language),
        "lines": text.split("\n"),
        "summary": summary,
        "text": renderer.text(article.id),
        "dates": _grouped(_located(article, analysis.dates), lambda date: date.iso),
        "numbers": _grouped(
            _located(article, analysis.numbers), lambda n: (n.value, n.unit and fold(n.unit))
        ),
        "quotes": _located(article, analysis.quotes),
        "has_facts": bool(analysis.numbers or any(d.iso for d in analysis.dates))
        or "key-facts" in sections,
        "minutes": max(
            1, round(sum(len(s.of(text).split()) for s in analysis.cleaned.body) / WORDS_A_MINUTE)
        ),
        "cuts": [(cut, shorten(cut.span.of(text), LONGEST_CUT)) for cut in analysis.cleaned.cuts],
        "related": [(renderer.briefing.articles[r.article], r.shared) for r in article.related],
    }


def _located(article: BriefedArticle, items: Any) -> list[dict[str, Any]]:
    """Return each found item with its text and the sentence it stands in."""
    located = []
    for item in items:
        index = article.sentence_at(item.span.start)
        located.append(
            {
                "item": item,
                "text": item.span.of(article.article.text),
                "anchor": None if index is None else article.anchors[index],
            }
        )
    return located


def _grouped(
    located: list[dict[str, Any]], key: Callable[[Any], Any]
) -> list[list[dict[str, Any]]]:
    """Group what says the same, in the order of first mention; what is not known is left out."""
    groups: dict[Any, list[dict[str, Any]]] = {}
    for found in located:
        value = key(found["item"])
        if value is not None:
            groups.setdefault(value, []).append(found)
    return list(groups.values())


def articles_page(renderer: Renderer, language: Language) -> Page:
    """Return the list of all articles, newest first."""
    ui = renderer.interfaces[language]
    body = renderer.render("articles", f"{language}/articles/", language)
    title = Text(ui.t("nav.articles"), language, "source")
    return Page(title, shorten(ui.t("lists.articles")), body)
