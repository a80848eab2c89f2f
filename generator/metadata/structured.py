"""What a page says in schema.org's words, as JSON-LD (https://schema.org, W3C JSON-LD 1.1).

The site republishes: of an article, its outlet is the publisher and its author the author; the
site is the publisher of the page around it, and of the translations that its editors made. Nothing
is stated that the page does not show.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from generator.metadata.subject import Addresses
from generator.model import LANGUAGES, ArticleId, SourceId, TopicId
from generator.pages.links import other

if TYPE_CHECKING:
    from generator.briefing import BriefedArticle, BriefedSource, Briefing
    from generator.cards.card import Card
    from generator.metadata.subject import Described
    from generator.model import Language, Topic, TopicKind
    from generator.pages.renderer import Renderer

    Node = dict[str, Any]

ABOUT: Final = 6
"""Most topics that an article is said to be about."""
_TYPES: Final[dict[TopicKind, str]] = {
    "person": "Person",
    "place": "Place",
    "country": "Country",
    "organisation": "Organization",
    # An Event without its day and place, or Legislation without its jurisdiction, would claim more
    # than a briefing knows.
    "agreement": "Thing",
    "theme": "Thing",
    "event": "Thing",
}
_ESCAPES: Final = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


_PAGES: Final[dict[str, str]] = {
    "articles": "CollectionPage",
    "topics": "CollectionPage",
    "sources": "CollectionPage",
    "search": "SearchResultsPage",
}
"""Types of pages that are about no one thing, by their section."""


def structured_data(renderer: Renderer, page: Described, card: Card | None) -> Markup:
    """Return the page's JSON-LD, which nothing in it can end or escape from."""
    graph = _graph(renderer, page)
    entity = graph[0].get("mainEntity", {})
    if card and entity.get("@type") == "NewsArticle":
        entity["image"] = f"{renderer.settings.site_url}{card.path}"
    return script_json({"@context": "https://schema.org", "@graph": graph})


def script_json(data: Any) -> Markup:
    """Return ``data`` as JSON that is safe in a ``script`` element: no ``<``, ``>`` or ``&``."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return Markup(text)  # noqa: S704 - escaped just before


def _graph(renderer: Renderer, page: Described) -> list[Node]:
    to = Addresses(renderer.settings.site_url, page.url, page.language)
    if not page.url:
        return [_website(renderer, to, language) for language in LANGUAGES]
    kind, entity = _entity(renderer, to, page)
    website = _website(renderer, to, page.language)
    found: Node = {
        "@type": kind,
        "@id": to.of(page.url),
        "url": to.of(page.url),
        "name": page.title.text,
        "inLanguage": page.language,
        "isPartOf": {"@id": website["@id"]},
        "publisher": _publisher(renderer, to, page.language),
    }
    if page.section == "home":
        return [found, website]
    if entity:
        found["mainEntity"] = entity
    named = {key: website[key] for key in ("@type", "@id", "url", "name")}
    return [found, named, _breadcrumb_list(renderer, to, page)]


def _entity(renderer: Renderer, to: Addresses, page: Described) -> tuple[str, Node | None]:
    """Return the type of a page, and what it is about where that is one thing."""
    briefing, key = renderer.briefing, page.key
    if key is None:
        return _PAGES.get(page.section, "WebPage"), None
    if page.section == "articles":
        return "WebPage", _article(renderer, to, page, briefing.articles[ArticleId(key)])
    if page.section == "sources":
        return "CollectionPage", _outlet(to, briefing.sources[SourceId(key)], page.language)
    topic = briefing.topics[TopicId(key)].topic
    names = {"alternateName": topic.name.get(other(page.language))}
    return "CollectionPage", _topic(to, topic, page.language) | names


def _breadcrumb_list(renderer: Renderer, to: Addresses, page: Described) -> Node:
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": to.of(url)}
        for place, (name, url) in enumerate(breadcrumbs(renderer, page), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def breadcrumbs(renderer: Renderer, page: Described) -> list[tuple[str, str]]:
    """Return name and address of each page on the way from the language's home to this one."""
    ui = renderer.interfaces[page.language]
    home = f"{page.language}/"
    section = f"{home}{page.section}/"
    way = [(ui.t("nav.home"), home)]
    if page.key:
        way.append((ui.t(f"nav.{page.section}"), section))
    return [*way, (page.title.text, page.url)]


def _website(renderer: Renderer, to: Addresses, language: Language) -> Node:
    settings = renderer.settings
    found: Node = {
        "@type": "WebSite",
        "@id": f"{to.of(language)}/#website",
        "url": f"{to.of(language)}/",
        "name": settings.name.get(language),
        "inLanguage": language,
    }
    if settings.name.get(other(language)) != settings.name.get(language):
        found["alternateName"] = settings.name.get(other(language))
    if settings.description.get(language):
        found["description"] = settings.description.get(language)
    return found


def _publisher(renderer: Renderer, to: Addresses, language: Language) -> Node:
    name = renderer.settings.name.get(language)
    return {"@type": "Organization", "name": name, "url": to.of("")}


def _article(renderer: Renderer, to: Addresses, page: Described, article: BriefedArticle) -> Node:
    own = article.analysis.language
    paths = {language: f"{language}/articles/{article.id}/" for language in LANGUAGES}
    # Where nobody has translated it, the page of the other language shows the original.
    language = page.language if _is_translated(article, page.language) else own
    title = article.titles[language]
    found: Node = {
        "@type": "NewsArticle",
        "@id": f"{to.of(paths[language])}#article",
        "url": to.of(paths[language]),
        "headline": title.text,
        "inLanguage": language,
    }
    if article.published:
        found["datePublished"] = article.published.isoformat()
    source = renderer.briefing.sources.get(article.source) if article.source else None
    if source:
        outlet = _outlet(to, source, page.language)
        found |= {"publisher": outlet, "sourceOrganization": {"@id": outlet["@id"]}}
    if article.analysis.cleaned.byline:
        found["author"] = {"@type": "Person", "name": article.analysis.cleaned.byline.text}
    if article.article.sidecar.url:
        found["isBasedOn"] = article.article.sidecar.url
    if about := _about(renderer.briefing, to, page, article):
        found["about"] = about
    if language != own:
        found["translationOfWork"] = {"@id": f"{to.of(paths[own])}#article"}
        if title.origin == "editor":
            found["translator"] = _publisher(renderer, to, page.language)
    elif _is_translated(article, other(own)):
        found["workTranslation"] = {"@id": f"{to.of(paths[other(own)])}#article"}
    return found


def _is_translated(article: BriefedArticle, language: Language) -> bool:
    """Return whether more than the title is given in a language that is not the article's."""
    override = article.overrides.get(language)
    kinds = {section.kind for section in override.sections} if override else set()
    foreign = language != article.analysis.language
    return (
        foreign
        and article.titles[language].language == language
        and bool(kinds & {"summary", "translation"})
    )


def _about(
    briefing: Briefing, to: Addresses, page: Described, article: BriefedArticle
) -> list[Node]:
    shown = [share.topic for share in article.topics if share.topic in briefing.topics]
    return [_topic(to, briefing.topics[topic].topic, page.language) for topic in shown[:ABOUT]]


def _topic(to: Addresses, topic: Topic, language: Language) -> Node:
    found: Node = {
        "@type": _TYPES[topic.kind],
        "name": topic.name.get(language),
        "url": to.of(f"{language}/topics/{topic.id}/"),
    }
    if topic.wikidata:
        found["sameAs"] = f"https://www.wikidata.org/wiki/{topic.wikidata}"
    return found


def _outlet(to: Addresses, source: BriefedSource, language: Language) -> Node:
    found: Node = {
        "@type": "NewsMediaOrganization",
        "@id": f"{to.of(language)}/sources/{source.source.id}/#source",
        "name": source.source.name.get(language),
    }
    if source.source.url:
        found["url"] = source.source.url
    return found
