"""The pictures of the pages: what of a briefing each of them draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.charts.bars import topics_now
from generator.charts.line_of_time import line_of_time
from generator.charts.network import network
from generator.charts.over_time import over_time

if TYPE_CHECKING:
    from generator.briefing import BriefedTopic
    from generator.charts.bars import Bars
    from generator.charts.line_of_time import LineOfTime
    from generator.charts.network import Network
    from generator.charts.over_time import OverTime
    from generator.model import Language
    from generator.pages.renderer import Renderer


def story_line(renderer: Renderer, language: Language) -> LineOfTime:
    """Return the line of the days that all articles speak of most."""
    spoken, articles = renderer.days(), len(renderer.briefing.articles)
    return line_of_time(spoken, renderer.interfaces[language], articles)


def topic_line(renderer: Renderer, topic: BriefedTopic, language: Language) -> LineOfTime:
    """Return the line of the days that sentences about a topic speak of."""
    spoken = renderer.uses(topic.id).days
    return line_of_time(spoken, renderer.interfaces[language], len(topic.mentions))


def topic_network(renderer: Renderer, topic: BriefedTopic, language: Language) -> Network:
    """Return the network of what a topic appears with."""
    return network(topic, renderer.briefing.topics, renderer.interfaces[language], language)


def topic_over_time(renderer: Renderer, topic: BriefedTopic, language: Language) -> OverTime:
    """Return how often articles mention a topic as time goes by."""
    published = [
        (renderer.briefing.articles[mention.article].published, len(mention.spans))
        for mention in topic.mentions
    ]
    return over_time(published, renderer.interfaces[language])


def bars_now(renderer: Renderer, language: Language) -> Bars:
    """Return the topics that matter now."""
    return topics_now(renderer.briefing, renderer.interfaces[language], language)
