"""The page of an article and the list of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.briefing import Text
from generator.edit import origin_of, shorten
from generator.pages.facts import facts_of, voices_of
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.months import by_month
from generator.pages.page import Page, TocEntry
from generator.pages.reasons import reasons_for
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle
    from generator.model import Draft, Language, Override, OverrideSection, SectionKind
    from generator.pages.renderer import Renderer
    from generator.pages.strings import Interface

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
        ("quotes", "article.quotes", bool(context["voices"])),
        ("keywords", "article.keywords", bool(article.keywords)),
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
        html = render_markdown(section.markdown, linker, language)
        if section.kind == "note":
            notes.append((section, html))
        else:
            sections[section.kind] = html
    facts = facts_of(article, renderer.briefing)
    ui = renderer.interfaces[language]
    return {
        "sections": sections,
        "notes": notes,
        "origin": origin_of(override) if override else None,
        "machine": override.machine if override else "",
        "drafted": _drafted(article, override.draft) if override and override.draft else {},
        "stale": article.stale.get(language),
        "lines": text.split("\n"),
        "summary": _summary(renderer, article, ui),
        "text": renderer.text(article.id),
        "facts": facts,
        "has_facts": bool(facts.dates or facts.numbers or "key-facts" in sections),
        "voices": voices_of(article),
        "minutes": max(
            1, round(sum(len(s.of(text).split()) for s in analysis.cleaned.body) / WORDS_A_MINUTE)
        ),
        "cuts": [(cut, shorten(cut.span.of(text), LONGEST_CUT)) for cut in analysis.cleaned.cuts],
        "related": [(renderer.briefing.articles[r.article], r.shared) for r in article.related],
        "cite": _citation(renderer, article, ui),
    }


def _summary(renderer: Renderer, article: BriefedArticle, ui: Interface) -> list[dict[str, Any]]:
    """Return the machine's summary: each sentence with its place and what spoke for it."""
    return [
        {
            "anchor": article.anchors[index],
            "pieces": sentence_pieces(article, index),
            "reasons": reasons_for(article, chosen, renderer.briefing, ui),
        }
        for chosen in article.analysis.summary
        if (index := article.sentence_at(chosen.span.start)) is not None
    ]


def _drafted(article: BriefedArticle, draft: Draft) -> dict[str, list[int]]:
    """Return the numbers of the sentences that a draft says something of; 0 is the headline.

    Sentences that the article does not have any more are left out.
    """
    numbers = {"title": 0} | {anchor: n for n, anchor in enumerate(article.anchors, 1)}
    said = {"memory": draft.memory, "untranslated": draft.untranslated}
    return {key: [numbers[a] for a in anchors if a in numbers] for key, anchors in said.items()}


def _citation(renderer: Renderer, article: BriefedArticle, ui: Interface) -> str:
    """Return headline, source and date as they stand in a citation; what is unknown is left out."""
    source = renderer.briefing.sources.get(article.source) if article.source else None
    named = article.outlet
    outlet = source.source.name.get(ui.language) if source else named.text if named else ""
    day = ui.date(article.published) if article.published else ""
    parts = (article.titles[ui.language].text, outlet, day)
    return ui.t("site.list_separator").join(part for part in parts if part)


def articles_page(renderer: Renderer, language: Language) -> Page:
    """Return the list of all articles, newest first."""
    ui = renderer.interfaces[language]
    months = by_month(renderer.briefing.articles.values(), ui)
    body = renderer.render("articles", f"{language}/articles/", language, months=months)
    title = Text(ui.t("nav.articles"), language, "source")
    toc = tuple(TocEntry(f"m-{key}", name) for key, name, _ in months)
    return Page(title, shorten(ui.t("lists.articles")), body, toc if len(toc) > 1 else ())
