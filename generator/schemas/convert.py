"""Types into JSON Schema (draft 7, which editors' tools know): one type in, one schema out."""

from __future__ import annotations

import ast
import inspect
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from textwrap import dedent
from typing import Any, Final

Schema = dict[str, Any]

_PLAIN: Final[dict[Any, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}
SLUG: Final[Schema] = {
    "type": "string",
    "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "maxLength": 100,
}


def schema_of(kind: Any) -> Schema:
    """Return the schema of a type.

    ``NewType`` of a string is an id. Raises TypeError for a type that no schema is known of.
    """
    if kind is Any:
        return {}
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if isinstance(kind, typing.NewType):
        return dict(SLUG)
    if is_dataclass(kind) or typing.is_typeddict(kind):
        return object_of(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return {"enum": list(inner)}
    if origin in (typing.Union, types.UnionType):
        return _any_of([part for part in inner if part is not type(None)], type(None) in inner)
    if origin in (tuple, list):
        return {"type": "array", "items": schema_of(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(inner[1])}
    raise TypeError(f"{kind!r} has no schema")


def object_of(kind: Any) -> Schema:
    """Return the schema of a dataclass or a TypedDict: no other keys than its own."""
    said = _docs(kind)
    properties = {}
    for name, hint in typing.get_type_hints(kind).items():
        properties[name] = schema_of(hint)
        if name in said:
            properties[name]["description"] = said[name]
    return closed(properties, _required(kind))


def closed(properties: Schema, required: typing.Iterable[str] = ()) -> Schema:
    """Return the schema of an object that has these keys only."""
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = list(required)
    return schema | ({"required": needed} if needed else {})


def grouped(properties: Schema, key: str, parts: tuple[str, ...]) -> Schema:
    """Return ``properties`` with ``<key>_<part>`` put together under ``key``."""
    inner = {part: properties[f"{key}_{part}"] for part in parts}
    rest = {name: value for name, value in properties.items() if not name.startswith(f"{key}_")}
    return rest | {key: closed(inner)}


def _any_of(kinds: list[Any], nothing: bool) -> Schema:
    schemas = [schema_of(kind) for kind in kinds] + ([{"type": "null"}] if nothing else [])
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _required(kind: Any) -> list[str]:
    if not is_dataclass(kind):
        return sorted(kind.__required_keys__, key=list(kind.__annotations__).index)
    return [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]


@cache
def _docs(kind: Any) -> dict[str, str]:
    """Return what the text below each field says about it."""
    body = ast.parse(dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 - the source of a class is one
    said = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            said[field.target.id] = _plain(str(below.value.value))
    return said


def _plain(text: str) -> str:
    """Return a docstring without the marks that only its own readers need."""
    for mark in (":attr:", ":mod:", ":func:", ":data:", "`"):
        text = text.replace(mark, "")
    return " ".join(text.split())
