"""The text of a new article's sidecar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.scaffold.quoting import yaml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Language

SCHEMA: Final = "# yaml-language-server: $schema=../../schemas/sidecar.schema.json\n"
_EXAMPLES: Final = {
    "title": "…",
    "source": "<id from content/sources.yml>",
    "url": "https://example.org/story",
    "published": "2025-01-17",
    "published_reason": "{ar: …, en: …}",
    "byline": "…",
}
_PLAIN: Final = ("source", "published")
"""Keys whose values need no quotes."""


def sidecar_file(language: Language, given: Mapping[str, str]) -> str:
    """Return a sidecar's YAML: what is ``given``, by key, and the other keys as comments."""
    lines = [f"language: {language}"]
    for key, example in _EXAMPLES.items():
        value = given.get(key)
        if value is None:
            lines.append(f"# {key}: {example}")
        else:
            lines.append(f"{key}: {value if key in _PLAIN else yaml_text(value)}")
    return SCHEMA + "\n".join(lines) + "\n"
