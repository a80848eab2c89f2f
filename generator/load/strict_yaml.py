"""A strict subset of YAML: mappings, lists and texts; no tags, anchors, aliases or merge keys.

The tree is built straight from the events of PyYAML's pure Python parser, so nothing is ever
constructed, no value is turned into something else than text, and every limit holds before the
memory is spent. Each node knows its line.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import yaml

from generator.cache.code import code_digest
from generator.errors import printable
from generator.load.limits import DEFAULTS, Limits, or_raise
from generator.load.refused import Refused, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.cache import Cache


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, before anybody asks what it means."""

    text: str
    line: int
    reads_as: str = ""
    """What YAML takes it for where it is not quoted and no text: ``a number``, ``nothing`` …"""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order of the file; a key may come twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class ParsedYaml:
    """What texts hold, by a digest of each and the line that it begins in."""

    mappings: dict[str, Mapping] = field(default_factory=dict)


_memory: ContextVar[tuple[ParsedYaml, ParsedYaml] | None] = ContextVar("memory", default=None)
"""What is known from before, and what has been asked for since; see :func:`remembering`."""

_KINDS: Final = {
    "bool": "yes or no",
    "null": "nothing",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "merge": "a merge key",
    "value": "a default key",
}
_NUMBER: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+")
"""What YAML 1.2 takes for a number and PyYAML, which reads YAML 1.1, does not."""
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_REMEDIES: Final = (
    ("mapping values are not allowed", "Put a value that holds a colon in quotes"),
    ("could not find expected ':'", "Write a colon and a space after the key"),
    ("cannot start any token", "Indent with spaces, and put a value that begins so in quotes"),
    ("<block end>", "Give every key of a list or mapping the same indentation"),
    ("<block mapping start>", "Give every key of a list or mapping the same indentation"),
    ("quoted scalar", "Close the quotes"),
    ("expected the node content", "Close the bracket"),
    ("',' or", "Close the bracket, and put a comma between two values"),
)


def parse_yaml(text: str, limits: Limits = DEFAULTS, first_line: int = 1) -> Mapping | None:
    """Return the mapping that ``text`` is, None where it holds nothing.

    ``first_line`` is the line of the file that ``text`` begins in. Raises :class:`Refused`, with
    the line, for anything that is not in the subset or goes over a limit.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limits.yaml_bytes:
        raise Refused(
            f"The YAML is larger than {limits.yaml_bytes:,} bytes",
            f"Shorten it, {or_raise('yaml_bytes')}",
            first_line,
        )
    memory = _memory.get()
    if memory is None:
        return _parse(text, limits, first_line)
    known, asked = memory
    key = sha256(f"{first_line}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    found = known.mappings.get(key) or _parse(text, limits, first_line)
    if found:
        asked.mappings[key] = found
    return found


@contextmanager
def remembering(cache: Cache[ParsedYaml] | None, limits: Limits) -> Iterator[None]:
    """Parse no text in this block that ``cache`` knows; it then knows those asked for here.

    Pure Python and strict takes a millisecond or two a text, and a project has two an article.
    """
    if cache is None:
        yield
        return
    key = f"{code_digest('load')} {limits!r}"
    known, asked = cache.get(key) or ParsedYaml(), ParsedYaml()
    token = _memory.set((known, asked))
    try:
        yield
    finally:
        _memory.reset(token)
    if asked.mappings.keys() != known.mappings.keys():
        cache.put(key, asked)
        cache.prune([key])


def _parse(text: str, limits: Limits, first_line: int) -> Mapping | None:
    if hidden := _UNPRINTABLE.search(text):
        raise Refused(
            f"YAML can't hold the control character U+{ord(hidden.group()):04X}",
            "Delete it",
            first_line + text.count("\n", 0, hidden.start()),
        )
    builder = _Builder(limits, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error, first_line) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML lets chr() and int() fail on escapes and directives out of range.
        raise Refused(
            "This is not valid YAML", "Write plain keys and values", first_line
        ) from error
    return builder.result()


def _not_yaml(error: yaml.MarkedYAMLError, first_line: int) -> Refused:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or error.context or ""
    everything = f"{error.context} {problem}"
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in everything), "")
    return Refused(
        f"This is not valid YAML: {printable(problem)}",
        remedy or "Put a value with special signs in quotes",
        first_line + (mark.line if mark else 0),
    )


@dataclass(slots=True)
class _Builder:
    """Puts events together to a tree, with a stack instead of recursion."""

    limits: Limits
    first_line: int
    nodes: int = 0
    documents: int = 0
    root: Node | None = None
    open: list[tuple[type[Sequence | Mapping], int, list[Node]]] = field(default_factory=list)

    def take(self, event: yaml.Event) -> None:
        line = self.first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Refused("A second YAML document begins here", "Remove the line “---”", line)
            if event.version or event.tags:
                raise Refused("YAML directives are not read", "Remove the line with “%”", line)
        elif isinstance(event, yaml.NodeEvent):
            self._check(event, line)
            self._take_node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            kind, start, items = self.open.pop()
            self._add(_mapping(items, start) if kind is Mapping else Sequence(tuple(items), start))

    def _check(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise Refused(
                "YAML anchors and aliases (& and *) are not read",
                "Write the value out, or put it in quotes",
                line,
            )
        if getattr(event, "tag", None) is not None:
            raise Refused(
                "YAML tags (!) are not read", "Remove the tag, or put the value in quotes", line
            )
        self.nodes += 1
        if self.nodes > self.limits.yaml_nodes:
            raise Refused(
                f"There are more than {self.limits.yaml_nodes:,} keys and values",
                f"Shorten the file, {or_raise('yaml_nodes')}",
                line,
            )

    def _take_node(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event, line))
            return
        if len(self.open) >= self.limits.yaml_depth:
            raise Refused(
                f"The nesting is deeper than {self.limits.yaml_depth}",
                f"Make it flatter, {or_raise('yaml_depth')}",
                line,
            )
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        self.open.append((kind, line, []))

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        kind, _, items = self.open[-1]
        if kind is Mapping and len(items) % 2 == 0 and not isinstance(node, Scalar):
            raise Refused(
                "A key must be a plain word", "Begin the line with the key and a colon", node.line
            )
        items.append(node)

    def result(self) -> Mapping | None:
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.text):
            return None
        if not isinstance(self.root, Mapping):
            raise Refused(
                "This must be keys with their values", "Write “key: value” lines", self.root.line
            )
        return self.root


def _mapping(items: list[Node], line: int) -> Mapping:
    keys = [key for key in items[::2] if isinstance(key, Scalar)]
    return Mapping(tuple(zip(keys, items[1::2], strict=True)), line)


def _scalar(event: yaml.ScalarEvent, line: int) -> Scalar:
    text = event.value
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Refused(
            f"The text {quoted(text)} holds half a character", "Delete the escape “\\u…”", line
        )
    return Scalar(text, line, "" if event.style else _reads_as(text))


def _reads_as(text: str) -> str:
    """Return what YAML takes an unquoted scalar for, empty where it is a text."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ()):
        if pattern.match(text):
            return _KINDS[tag.rpartition(":")[2]]
    return "a number" if _NUMBER.fullmatch(text) else ""
