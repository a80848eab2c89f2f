"""What a link to a topic shows when it is pointed at, as small scripts that the browser asks for.

``<language>/topics/previews/<first letter of the id>.js`` adds the topics with that letter to
``mujazPreviews``: name, name in the other language, kind, a line about it, number of articles. They
are scripts and not JSON, because a page that is opened as a file may load nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model import LANGUAGES
from generator.pages.links import other
from generator.planned import ready_file
from generator.search.literals import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.briefing import BriefedTopic
    from generator.model import Language
    from generator.pages.renderer import Renderer
    from generator.planned import PlannedFile

Entry = tuple[str, str, str, str, str]


def preview_files(renderer: Renderer) -> Iterator[PlannedFile]:
    """Yield the scripts."""
    for language in LANGUAGES:
        by_letter: dict[str, dict[str, Entry]] = defaultdict(dict)
        for topic in sorted(renderer.briefing.topics.values(), key=lambda t: t.id):
            by_letter[topic.id[0]][topic.id] = _entry(renderer, topic, language)
        for letter, entries in by_letter.items():
            script = (
                f"globalThis.mujazPreviews={{...globalThis.mujazPreviews,...{literal(entries)}}};\n"
            )
            yield ready_file(f"{language}/topics/previews/{letter}.js", script.encode())


def _entry(renderer: Renderer, topic: BriefedTopic, language: Language) -> Entry:
    ui = renderer.interfaces[language]
    override = topic.overrides.get(language)
    name = topic.topic.name
    return (
        (override and override.title) or name.get(language),
        name.get(other(language)),
        ui.t(f"kind.{topic.topic.kind}"),
        (override and override.description) or "",
        ui.count("articles", len(topic.mentions)),
    )
