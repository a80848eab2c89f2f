"""The page of a topic and the list of all of them by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from generator.briefing import Text
from generator.edit import origin_of, shorten
from generator.model import TopicKind
from generator.pages.linker import make_linker
from generator.pages.markdown import render_markdown
from generator.pages.page import Page, TocEntry
from generator.pages.pictures import topic_line, topic_network, topic_over_time

if TYPE_CHECKING:
    from generator.briefing import BriefedTopic
    from generator.model import Language
    from generator.pages.renderer import Renderer

KINDS: tuple[TopicKind, ...] = get_args(TopicKind)


def topic_page(renderer: Renderer, topic: BriefedTopic, language: Language) -> Page:
    """Return the page of one topic."""
    url = f"{language}/topics/{topic.id}/"
    ui = renderer.interfaces[language]
    override = topic.overrides.get(language)
    linker = make_linker(renderer, url, language)
    uses = renderer.uses(topic.id)
    name = (override and override.title) or topic.topic.name.get(language)
    sections = [
        (s, render_markdown(s.markdown, linker, language))
        for s in (override.sections if override else ())
    ]
    line = topic_line(renderer, topic, language)
    time = topic_over_time(renderer, topic, language)
    body = renderer.render(
        "topic",
        url,
        language,
        topic=topic,
        sections=sections,
        origin=origin_of(override) if override else None,
        heading=name,
        about=override and override.description,
        uses=uses,
        line=line,
        network=topic_network(renderer, topic, language),
        over_time=time,
    )
    headings = [
        ("background", "topic.background", bool(sections)),
        ("time", "topic.time", bool(time.bars or line.marks)),
        ("mentions", "topic.mentions", True),
        ("said", "topic.said", bool(uses.said)),
        ("said-of", "topic.said_of", bool(uses.said_of)),
        ("companions", "topic.companions", bool(topic.companions)),
    ]
    toc = tuple(TocEntry(key, ui.t(words)) for key, words, shown in headings if shown)
    title = Text(name, language, "editor")
    kind = ui.t(f"kind.{topic.topic.kind}")
    count = ui.count("articles", len(topic.mentions))
    description = (override and override.description) or f"{name} — {kind}, {count}"
    return Page(title, shorten(description), body, toc)


def topics_page(renderer: Renderer, language: Language) -> Page:
    """Return the list of all topics that some article mentions, by kind; of most articles first."""
    ui = renderer.interfaces[language]
    groups = [
        (kind, found)
        for kind in KINDS
        if (
            found := sorted(
                (t for t in renderer.briefing.topics.values() if t.topic.kind == kind),
                key=lambda topic: -len(topic.mentions),
            )
        )
    ]
    body = renderer.render("topics", f"{language}/topics/", language, groups=groups)
    toc = tuple(TocEntry(kind, ui.t(f"kinds.{kind}")) for kind, _ in groups)
    title = Text(ui.t("nav.topics"), language, "source")
    return Page(title, shorten(ui.t("lists.topics")), body, toc)
