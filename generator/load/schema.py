"""Typed reading of a YAML mapping: what is expected comes out, all else becomes a problem."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from generator.load.limits import Limits, or_raise
from generator.load.refused import Located, Report, quoted
from generator.load.strict_yaml import Mapping, Node, Scalar, Sequence
from generator.load.suggest import did_you_mean
from generator.load.text import has_words, hidden_in, one_line
from generator.model import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence as Keys

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_URL: Final = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
_KINDS: Final[dict[type[Node], str]] = {Scalar: "a text", Sequence: "a list", Mapping: "keys"}


class Fields:
    """One mapping. Every method reads one key, and reports what is wrong with its value.

    A missing key gives None or an empty value, and so does a wrong one; ask ``report.sound``.
    """

    def __init__(
        self, report: Report, mapping: Mapping, keys: Keys[str], limits: Limits, within: str = ""
    ) -> None:
        """Report keys that are given twice or not among ``keys``; ``within`` is the parent key."""
        self.report = report
        self.limits = limits
        self._line = mapping.line
        self._within = within
        self._values: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        for key, value in mapping.entries:
            self._take(key, value, keys)

    def _take(self, key: Scalar, value: Node, keys: Keys[str]) -> None:
        if key.text not in keys:
            message = f"There is no key {quoted(self._full(key.text))} here"
            remedy = did_you_mean(key.text, keys, f"The keys are: {', '.join(keys)}")
            self.report.error(key.line, message, remedy)
        elif key.text in self._values:
            first = self._lines[key.text]
            self.wrong(key.text, f"is given twice, first in line {first}", "Keep one", key.line)
        else:
            self._values[key.text] = value
            self._lines[key.text] = key.line

    def _full(self, key: str) -> str:
        return f"{self._within}.{key}" if self._within else key

    def has(self, key: str) -> bool:
        """Return whether the key is given, whatever its value."""
        return key in self._values

    def line_of(self, key: str) -> int:
        """Return the line of a key, that of the mapping where the key is missing."""
        return self._lines.get(key, self._line)

    def wrong(self, key: str, what: str, remedy: str, line: int = 0) -> None:
        """Report an error of ``key``: its name, then ``what``."""
        message = f"{quoted(self._full(key))} {what}"
        self.report.error(line or self.line_of(key), message, remedy)

    def require(self, key: str, example: str) -> None:
        """Report the key if it is missing; ``example`` shows how it is written."""
        if not self.has(key):
            self.wrong(key, "is missing", f"Add it: {example}")

    def word(self, key: str) -> str | None:
        """Return a value as written, for ids, dates and addresses, which need no quotes."""
        scalar = self._scalar(key, self._values.get(key))
        return scalar.text.strip() if scalar else None

    def text(self, key: str) -> str | None:
        """Return a text on one line, without hidden characters."""
        found = self.exact_text(key)
        if found is None:
            return None
        text = one_line(found.text)
        if not has_words(text):
            self.wrong(key, "holds no letter and no digit", "Write it, or delete the line")
            return None
        if len(text) > self.limits.text_length:
            what = f"is {len(text):,} characters long, over {self.limits.text_length:,}"
            self.wrong(key, what, f"Shorten it, {or_raise('text_length')}")
            return None
        return text

    def exact_text(self, key: str) -> Located | None:
        """Return a text exactly as written, for names, which are checked on their own."""
        return self._exact(key, self._values.get(key))

    def texts(self, key: str) -> tuple[Located, ...]:
        """Return a list of texts exactly as written."""
        node = self._values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._wrong_kind(key, node, "a list", "Write it in brackets: [one, two]")
            return ()
        items = (self._exact(key, item, "holds") for item in node.items)
        return tuple(item for item in items if item is not None)

    def mapping(self, key: str, keys: Keys[str]) -> Fields | None:
        """Return the fields of the mapping under ``key``."""
        node = self._values.get(key)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return Fields(self.report, node, keys, self.limits, self._full(key))
        example = ", ".join(f"{name}: …" for name in keys)
        self._wrong_kind(key, node, "keys with values", f"Write it as {{{example}}}")
        return None

    def bilingual(self, key: str) -> Bilingual:
        """Return a text in one or both languages, ``{ar: …, en: …}``, or one text for both."""
        if isinstance(self._values.get(key), Scalar):
            text = self.text(key) or ""
            return Bilingual(text, text)
        both = self.mapping(key, ("ar", "en"))
        return Bilingual(both.text("ar") or "", both.text("en") or "") if both else Bilingual()

    def date(self, key: str) -> date | None:
        """Return a date written ``YYYY-MM-DD``."""
        word = self.word(key)
        found = parse_date(word) if word else None
        if word and found is None:
            self.wrong(key, f"is {quoted(word)}, which is no date", "Write it like 2025-01-17")
        return found

    def url(self, key: str) -> str | None:
        """Return an address that begins with ``http://`` or ``https://``."""
        word = self.word(key)
        if word is None or is_web_address(word):
            return word
        what = f"is {quoted(word)}, which is no web address"
        self.wrong(key, what, "Write it whole, like https://example.org/page")
        return None

    def choice(self, key: str, options: Keys[str]) -> str | None:
        """Return one of ``options``."""
        word = self.word(key)
        if word is None or word in options:
            return word
        remedy = did_you_mean(word, options, f"Choose one of: {', '.join(options)}")
        self.wrong(key, f"can't be {quoted(word)}", remedy)
        return None

    def flag(self, key: str) -> bool:
        """Return true or false, false where the key is missing."""
        return self.choice(key, ("true", "false")) == "true"

    def is_mapping(self, key: str) -> bool:
        """Return whether the key has keys of its own."""
        return isinstance(self._values.get(key), Mapping)

    def _exact(self, key: str, node: Node | None, verb: str = "is") -> Located | None:
        """Return a text that YAML, too, takes for one; ``verb`` is ``holds`` within a list."""
        scalar = self._scalar(key, node, verb)
        if scalar is None or not scalar.reads_as:
            return Located(scalar.text, scalar.line) if scalar else None
        what = f"{verb} {quoted(scalar.text)}, which YAML reads as {scalar.reads_as}"
        self.wrong(key, what, "Put it in quotes if it is meant as text", scalar.line)
        return None

    def _scalar(self, key: str, node: Node | None, verb: str = "is") -> Scalar | None:
        if isinstance(node, Scalar):
            if node.text.strip():
                return node
            what = "is empty" if verb == "is" else "holds an empty text"
            self.wrong(key, what, "Give it a value, or delete it", node.line)
        elif node is not None and verb == "is":
            self._wrong_kind(key, node, "a text", "Write one text after the colon")
        elif node is not None:
            what = f"holds {_KINDS[type(node)]} where a text belongs"
            self.wrong(key, what, "Write a list of texts: [one, two]", node.line)
        return None

    def _wrong_kind(self, key: str, node: Node, wanted: str, remedy: str) -> None:
        self.wrong(key, f"must be {wanted}, not {_KINDS[type(node)]}", remedy, node.line)


def parse_date(word: str) -> date | None:
    """Return the date that ``word`` gives as ``YYYY-MM-DD``, None where it gives none."""
    if not _DATE.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:  # a day that no calendar has
        return None


def is_web_address(word: str) -> bool:
    """Return whether ``word`` is an http or https address without a password or hidden signs."""
    if not _URL.fullmatch(word) or hidden_in(word):
        return False
    try:
        parts = urlsplit(word)
        return bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:  # brackets or a port that are none
        return False
