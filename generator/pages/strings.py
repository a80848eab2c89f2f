"""Interface words of both languages, with CLDR's plural forms, dates and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import yaml

# Babel is imported where it is first needed: a build that renders no date does without.

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from babel import Locale

    from generator.model import Language

# The same as SafeLoader, ten times as fast where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of one language; templates call it ``ui``."""

    language: Language
    strings: Mapping[str, Any]
    arabic_digits: bool

    def t(self, key: str, **values: object) -> str:
        """Return the words for ``key`` such as ``article.summary``, with ``{names}`` filled in.

        Raises KeyError for a key that the language file lacks.
        """
        found: Any = self.strings
        for part in key.split("."):
            found = found[part]
        text = str(found)
        return text.format(**values) if values else text

    def count(self, key: str, n: int) -> str:
        """Return the plural form of ``count.<key>`` that goes with ``n``, the number in it."""
        forms = self.strings["count"][key]
        form = "zero" if n == 0 and "zero" in forms else _plural_form(self.language, n)
        return str(forms.get(form, forms["other"])).format(n=self.number(n))

    def number(self, n: float) -> str:
        """Return ``n`` in the digits of the site."""
        return self.digits(f"{n:,}" if isinstance(n, int) else f"{n:,g}")

    def digits(self, text: str) -> str:
        """Return ``text`` with its digits in the site's form."""
        return text.translate(_ARABIC_INDIC) if self.arabic_digits else text

    def across(self, x: float) -> str:
        """Return hundredths of the width, from where lines of text begin, as SVG counts: left."""
        return f"{round(100 - x, 2) if self.language == 'ar' else x}%"

    def short_date(self, when: date, *, year: bool = False) -> str:
        """Return the date as short as can be read, for labels of pictures."""
        skeleton = "yMMMd" if year else "MMMd"
        return self.digits(_format_skeleton(when, skeleton, self.language))

    def month(self, day: date) -> str:
        """Return the month and the year of a date."""
        return self.digits(_format_date(day, "LLLL y", self.language))

    def date(self, day: date, form: str = "long") -> str:
        """Return the date as readers of the language write it."""
        return self.digits(_format_date(day, form, self.language))

    def iso_date(self, iso: str) -> str:
        """Return a date of which the day, or the month too, may be unknown."""
        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return self.digits(iso)
        day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
        if len(parts) == 2:
            return self.month(day)
        return self.date(day)

    def why(self, reason: str) -> str:
        """Return the words for a stable reason slug; an unknown one is shown as it is."""
        return str(self.strings.get("reasons", {}).get(reason, reason))

    def why_part(self, part: str) -> str:
        """Return the words for a named share of a summary sentence's score."""
        return str(self.strings["why"].get(part, part))

    @property
    def direction(self) -> str:
        """Return the value of the ``dir`` attribute."""
        return direction(self.language)


def direction(language: Language) -> str:
    """Return the value of the ``dir`` attribute for a text in ``language``."""
    return "rtl" if language == "ar" else "ltr"


def load_interface(
    language: Language, folders: Sequence[Path], numerals: str = "latn"
) -> Interface:
    """Read the words of one language; a project's own file may replace some of them."""
    strings: dict[str, Any] = {}
    for folder in reversed(folders):
        path = folder / "i18n" / f"{language}.yml"
        if path.is_file():
            strings = _merge(strings, yaml.load(path.read_text("utf-8"), Loader=_LOADER))  # noqa: S506
    return Interface(language, strings, language == "ar" and numerals == "arab")


@cache
def _format_date(day: date, form: str, language: Language) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=_locale(language))


@cache
def _format_skeleton(day: date, skeleton: str, language: Language) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton(skeleton, day, locale=_locale(language)))


@lru_cache(maxsize=4096)
def _plural_form(language: Language, n: int) -> str:
    return _locale(language).plural_form(n)


@cache
def _locale(language: Language) -> Locale:
    from babel import Locale

    # The interface is in British English; its dates must be too.
    return Locale.parse("en_GB" if language == "en" else language)


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = (
            _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return merged
