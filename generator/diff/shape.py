"""Whether data that was read from a file has the shape of a type: the file may be anybody's."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Any


def fits(value: Any, kind: Any) -> bool:
    """Return whether ``value`` is what ``kind`` says; a TypedDict may have further keys.

    Raises TypeError for a type that JSON has no value of.
    """
    if isinstance(kind, typing.NewType):
        return fits(value, kind.__supertype__)
    if typing.is_typeddict(kind):
        return isinstance(value, dict) and all(
            name in value and fits(value[name], hint) for name, hint in _fields(kind)
        )
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Literal:
        return value in inner
    if origin in (typing.Union, types.UnionType):
        return any(fits(value, part) for part in inner)
    if origin is list:
        return isinstance(value, list) and all(fits(item, inner[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(fits(item, inner[1]) for item in value.values())
    if kind is float:
        return isinstance(value, int | float)
    return isinstance(value, kind)


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(typing.get_type_hints(kind).items())
