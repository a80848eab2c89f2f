"""The page of a topic and the list of all of them by kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from generator.briefing import Text
from generator.edit import origin_of, shorten
from generator.model import TopicKind
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page, TocEntry
from generator.pages.pictures import topic_line, topic_network, topic_over_time
from generator.pages.text_view import sentence_pieces

if TYPE_CHECKING:
    from generator.briefing import BriefedSource, BriefedTopic, TopicMention
    from generator.model import Language
    from generator.pages.renderer import Renderer

KINDS: tuple[TopicKind, ...] = get_args(TopicKind)


def topic_page(renderer: Renderer, topic: BriefedTopic, language: Language) -> Page:
    """Return the page of one topic."""
    url = f"{language}/topics/{topic.id}/"
    ui = renderer.interfaces[language]
    override = topic.overrides.get(language)
    linker = make_linker(renderer, url, language)
    quotes = _quotes(renderer, topic)
    name = (override and override.title) or topic.topic.name.get(language)
    sections = [
        (s, render_markdown(s.markdown, linker, language))
        for s in (override.sections if override else ())
    ]
    body = renderer.render(
        "topic",
        url,
        language,
        topic=topic,
        sections=sections,
        origin=origin_of(override) if override else None,
        heading=name,
        mentions=[_mention(renderer, topic, mention) for mention in topic.mentions],
        sources=_sources(renderer, topic),
        quotes=quotes,
        line=topic_line(renderer, topic, language),
        network=topic_network(renderer, topic, language),
        over_time=topic_over_time(renderer, topic, language),
        children=[
            other for other in renderer.briefing.topics.values() if topic.id in other.topic.parents
        ],
    )
    headings = [
        ("background", "topic.background", bool(sections)),
        ("mentions", "topic.mentions", True),
        ("quotes", "topic.quotes", bool(quotes)),
        ("companions", "topic.companions", bool(topic.companions)),
    ]
    toc = tuple(TocEntry(key, ui.t(words)) for key, words, shown in headings if shown)
    title = Text(name, language, "editor")
    kind = ui.t(f"kind.{topic.topic.kind}")
    count = ui.count("articles", len(topic.mentions))
    description = (override and override.description) or f"{name} — {kind}, {count}"
    return Page(title, shorten(description), body, toc)


def _mention(renderer: Renderer, topic: BriefedTopic, mention: TopicMention) -> dict[str, Any]:
    article = renderer.briefing.articles[mention.article]
    return {
        "article": article,
        "added": not mention.spans,
        "sentences": [
            {"anchor": article.anchors[index], "pieces": sentence_pieces(article, index, topic.id)}
            for index in mention.sentences
        ],
    }


def _quotes(renderer: Renderer, topic: BriefedTopic) -> list[dict[str, Any]]:
    """Return what the topic says in quotation marks, newest article first."""
    found = []
    for mention in topic.mentions:
        article = renderer.briefing.articles[mention.article]
        for quote in article.analysis.quotes:
            if quote.speaker and quote.speaker.topic == topic.id:
                index = article.sentence_at(quote.span.start)
                anchor = "text" if index is None else article.anchors[index]
                text = quote.span.of(article.article.text)
                found.append({"article": article, "text": text, "anchor": anchor})
    return found


def _sources(renderer: Renderer, topic: BriefedTopic) -> list[tuple[BriefedSource, int]]:
    """Return the sources that cover the topic with the number of their articles."""
    known = renderer.briefing.sources
    of_articles = (renderer.briefing.articles[m.article].source for m in topic.mentions)
    counts = Counter(source for source in of_articles if source and source in known)
    by_count = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(known[source], n) for source, n in by_count]


def topics_page(renderer: Renderer, language: Language) -> Page:
    """Return the list of all topics that some article mentions, by kind."""
    ui = renderer.interfaces[language]
    groups = [
        (kind, found)
        for kind in KINDS
        if (found := [t for t in renderer.briefing.topics.values() if t.topic.kind == kind])
    ]
    body = renderer.render("topics", f"{language}/topics/", language, groups=groups)
    toc = tuple(TocEntry(kind, ui.t(f"kinds.{kind}")) for kind, _ in groups)
    title = Text(ui.t("nav.topics"), language, "source")
    return Page(title, shorten(ui.t("lists.topics")), body, toc)
