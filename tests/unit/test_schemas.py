"""The JSON Schemas: made from the types, committed, and in agreement with the loader."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from generator.load import override_file, sidecars, sources, topics
from generator.model import Override
from generator.schemas.convert import schema_of
from generator.schemas.documents import all_schemas, schema_files
from tests.repository import REPOSITORY

CONTENT = REPOSITORY / "content"
SCHEMAS = all_schemas()


class Loader(yaml.SafeLoader):
    """Reads YAML as editors' tools do, by YAML 1.2: a date is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse(text: str) -> Any:
    return yaml.load(text, Loader)  # noqa: S506 - a SafeLoader


def is_valid(text: str, name: str) -> bool:
    return bool(jsonschema.Draft7Validator(SCHEMAS[name]).is_valid(parse(text)))


def test_committed_schemas_are_those_of_the_types() -> None:
    """Where this fails: `mujaz schema --write`."""
    committed = {
        f"schemas/{path.name}": path.read_text("utf-8")
        for path in (REPOSITORY / "schemas").iterdir()
    }
    assert committed == schema_files()


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    assert json.loads(json.dumps(SCHEMAS[name])) == SCHEMAS[name]


def test_the_keys_are_those_that_the_loader_reads() -> None:
    assert set(SCHEMAS["topic"]["properties"]) == set(topics._KEYS)
    assert set(SCHEMAS["sidecar"]["properties"]) == set(sidecars._KEYS)
    assert set(SCHEMAS["override"]["properties"]) == set().union(*override_file._KEYS.values())
    assert set(SCHEMAS["sources"]["additionalProperties"]["properties"]) == set(sources._KEYS)


def test_the_repositorys_own_content_is_valid() -> None:
    for path in CONTENT.glob("topics/*.yml"):
        assert is_valid(path.read_text("utf-8"), "topic"), path
    for path in CONTENT.glob("articles/*.yml"):
        assert is_valid(path.read_text("utf-8"), "sidecar"), path
    for path in CONTENT.glob("overrides/*/*/*.md"):
        assert is_valid(path.read_text("utf-8").split("---\n")[1], "override"), path
    assert is_valid((CONTENT / "sources.yml").read_text("utf-8"), "sources")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("topic", "kind: place\nname: {ar: بوشهر}"),
        ("topic", "kind: town\nname: {ar: بوشهر, en: Bushehr}"),
        ("topic", "kind: place\nname: {ar: بوشهر, en: Bushehr}\nalias: [x]"),
        ("topic", "kind: place\nname: {ar: بوشهر, en: Bushehr}\nparents: [Iran Deal]"),
        ("topic", "kind: place\nname: {ar: بوشهر, en: Bushehr}\nwikidata: 794"),
        ("sidecar", "published: 17.1.2025"),
        ("sidecar", "url: www.example.org"),
        ("sidecar", "{}"),
        ("override", "title:"),
        ("override", "origin: machine"),
        ("override", "source: abc"),
        ("override", "source_lines: a1b2c3 X"),
        ("override", "hidden: maybe"),
        ("override", "topics: [iran]"),
        ("sources", "Sky News: {name: {ar: سكاي, en: Sky}}"),
        ("sources", "sky: {url: 'https://example.org/'}"),
    ],
)
def test_slips_are_marked_while_they_are_typed(name: str, text: str) -> None:
    assert not is_valid(text, name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sidecar", "published: 2025-01-17\npublished_reason: كما يقول النص"),
        ("override", "origin: {machine: argos}"),
        ("override", "hidden: true\nkeywords: {add: [نووي], remove: []}"),
        ("override", 'source: "9169749cd116a61d"\nsource_lines: >-\n  a1b2c3 d4e5f6\n  000000\n'),
    ],
)
def test_what_the_loader_reads_is_valid(name: str, text: str) -> None:
    assert is_valid(text, name)


def test_a_type_without_a_schema_is_an_error() -> None:
    with pytest.raises(TypeError, match="has no schema"):
        schema_of(complex)
    assert schema_of(Override)["properties"]["hidden"]["type"] == "boolean"
