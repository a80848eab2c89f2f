"""The elements of a page's head that machines read: links, sharing, structured data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.cards.card import SIZE, card_of
from generator.metadata.structured import structured_data
from generator.metadata.subject import Addresses
from generator.model import LANGUAGES, ArticleId
from generator.pages.links import other

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.metadata.subject import Described
    from generator.model import Language
    from generator.pages.page import PlannedPage
    from generator.pages.renderer import Renderer

LOCALES: Final[dict[Language, str]] = {"ar": "ar_AR", "en": "en_GB"}
"""Open Graph's names of the two languages."""
ELSEWHERE: Final[Language] = "en"
"""Language for readers of neither: the words around an Arabic text at least are English."""


def page_head(renderer: Renderer, page: Described) -> Markup:
    """Return the elements of the page's head, from ``templates/pages/head.html.jinja``."""
    base = renderer.settings.site_url
    card = card_of(renderer, page.language, page.section, page.key)
    return renderer.render(
        "head",
        page.url,
        page.language,
        page=page,
        canonical=f"{base}{page.url}" if base else None,
        alternates=alternates(base, page),
        site_name=renderer.settings.name.get(page.language),
        locale=LOCALES[page.language],
        other_locale=LOCALES[other(page.language)],
        article=renderer.briefing.articles.get(ArticleId(page.key or ""))
        if page.section == "articles"
        else None,
        card=card,
        image=f"{base}{card.path}" if card else None,
        image_size=SIZE,
        # Its reader is not at the page's address: links that are not whole would tell it nothing.
        structured=structured_data(renderer, page, card) if base else "",
    )


def alternates(base: str, page: Described | PlannedPage) -> list[tuple[str, str]]:
    """Return ``hreflang`` and address of the page in each language and for all other readers.

    The two homes share the choice of language at the root with the root itself.
    """
    to = Addresses(base, page.url, page.language)
    at_home = not page.url or page.section == "home"
    pair = (
        {language: f"{language}/" for language in LANGUAGES}
        if at_home
        else {page.language: page.url, other(page.language): page.partner}
    )
    links = [(language, to.of(pair[language])) for language in LANGUAGES]
    return [*links, ("x-default", to.of("" if at_home else pair[ELSEWHERE]))]
