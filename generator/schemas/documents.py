"""All schemas by the name of their file."""

from __future__ import annotations

import json
from typing import Final

from generator.analysis.shapes import RecordShape
from generator.feeds.shapes import ArticlesData, BuildReport, MentionsData, TopicsData
from generator.schemas.convert import Schema, object_of
from generator.schemas.inputs import (
    override_schema,
    sidecar_schema,
    sources_schema,
    topic_schema,
)

FOLDER: Final = "schemas"
INPUTS: Final = ("topic", "sources", "sidecar", "override")
"""What editors write; `mujaz new` puts these into a project."""
_OUTPUTS: Final = {
    "data-articles": ("data/articles.json of a site", ArticlesData),
    "data-topics": ("data/topics.json of a site", TopicsData),
    "data-mentions": ("data/mentions.json of a site", MentionsData),
    "analysis-record": ("A line of mujaz analyse", RecordShape),
    "build-report": ("build-report.json of a site", BuildReport),
}


def all_schemas() -> dict[str, Schema]:
    """Return every schema by its name, such as ``topic`` or ``data-articles``."""
    inputs = (topic_schema(), sources_schema(), sidecar_schema(), override_schema())
    published = {
        name: {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
        | object_of(kind)
        for name, (title, kind) in _OUTPUTS.items()
    }
    return dict(zip(INPUTS, inputs, strict=True)) | published


def schema_files(names: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the text of each schema by its path in a project; all where none is named."""
    return {
        f"{FOLDER}/{name}.schema.json": to_text(schema)
        for name, schema in all_schemas().items()
        if not names or name in names
    }


def to_text(schema: Schema) -> str:
    """Return a schema as it is written to a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
