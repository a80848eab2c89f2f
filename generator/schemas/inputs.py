"""What editors write, as JSON Schemas: topics, sources, sidecars, front matter of overrides."""

from __future__ import annotations

from typing import Final

from generator.load.limits import DEFAULTS
from generator.model import Override, Sidecar, Source, Topic
from generator.schemas.convert import SLUG, Schema, closed, grouped, object_of

_NAME: Final[Schema] = {"type": "string", "minLength": 2, "maxLength": DEFAULTS.alias_length}
_NAMES: Final[Schema] = {"type": "array", "items": _NAME, "uniqueItems": True}
_BOTH: Final[Schema] = closed({"ar": _NAME, "en": _NAME}, ("ar", "en"))
_TEXT: Final[Schema] = {"type": "string", "minLength": 1, "maxLength": DEFAULTS.text_length}
_URL: Final[Schema] = {"type": "string", "pattern": r"^https?://[^\s]+$"}


def topic_schema() -> Schema:
    """Return the schema of ``content/topics/<id>.yml``."""
    own = _properties(Topic, without=("id",))
    properties = grouped(own, "aliases", ("ar", "en"))
    properties["aliases"] = closed({"ar": _NAMES, "en": _NAMES})
    properties["wikidata"] = {"type": "string", "pattern": "^Q[1-9][0-9]{0,11}$"}
    _narrow(properties, name=_BOTH, ambiguous=_NAMES)
    return _document("A topic of a Mujaz project", closed(properties, ("kind", "name")))


def sources_schema() -> Schema:
    """Return the schema of ``content/sources.yml``."""
    properties = _properties(Source, without=("id",))
    _narrow(properties, name=_BOTH, url=_URL, signatures=_NAMES)
    schema = {
        "type": "object",
        "propertyNames": dict(SLUG),
        "additionalProperties": closed(properties, ("name",)),
    }
    return _document("The outlets of a Mujaz project", schema)


def sidecar_schema() -> Schema:
    """Return the schema of ``content/articles/<id>.yml``."""
    properties = _properties(Sidecar)
    reason: Schema = {"anyOf": [_TEXT, closed({"ar": _TEXT, "en": _TEXT})]}
    _narrow(properties, title=_TEXT, byline=_TEXT, url=_URL, published_reason=reason)
    schema = closed(properties) | {"minProperties": 1}
    return _document("What is known about an article besides its text", schema)


def override_schema() -> Schema:
    """Return the schema of the front matter of ``content/overrides/<lang>/articles/<id>.md``."""
    own = _properties(Override, without=("language", "section", "id", "path", "sections"))
    properties = grouped(grouped(own, "topics", ("add", "remove")), "keywords", ("add", "remove"))
    drafts: Schema = {
        "anyOf": [
            {"type": "string", "pattern": r"^(editor|machine: \S.*)$"},
            closed({"machine": _TEXT}, ("machine",)),
        ]
    }
    digests: Schema = {"type": "string", "pattern": r"^\s*([0-9a-f]{6}\s*)*$"}
    version: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
    draft = properties["draft"]["properties"]
    sentences: Schema = {"type": "string", "pattern": r"^(title|s-[0-9a-f]{10}(-[0-9]+)?)$"}
    items: Schema = {"type": "array", "items": sentences}
    _narrow(draft, digest=version, memory=items, untranslated=items)
    _narrow(
        properties,
        title=_TEXT,
        description=_TEXT,
        origin=drafts,
        source=version,
        source_lines=digests,
    )
    return _document("An editor's corrections to a page", closed(properties))


def _properties(kind: type, without: tuple[str, ...] = ()) -> Schema:
    properties: Schema = object_of(kind)["properties"]
    # A key that is there has a value: nobody writes `title: null`.
    return {name: _given(schema) for name, schema in properties.items() if name not in without}


def _given(schema: Schema) -> Schema:
    """Return the schema without the possibility of nothing."""
    options: list[Schema] = [
        option for option in schema.get("anyOf", ()) if option != {"type": "null"}
    ]
    if len(options) != 1:
        return schema
    return options[0] | {key: value for key, value in schema.items() if key != "anyOf"}


def _narrow(properties: Schema, **rules: Schema) -> None:
    """Replace what a type says by the rule that the loader has; descriptions stay."""
    for name, rule in rules.items():
        kept = {k: v for k, v in properties[name].items() if k == "description"}
        properties[name] = rule | kept


def _document(title: str, schema: Schema) -> Schema:
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title} | schema
