"""What ``mkdocs.yml`` may say under ``plugins: - mujaz:``."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from generator.config import Settings
from generator.errors import UsageError, printable
from generator.load.limits import Limits
from generator.load.refused import quoted
from generator.load.text import hidden_in
from generator.model import Bilingual

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class Words(Config):  # type: ignore[no-untyped-call]
    """A text in both languages."""

    ar = c.Type(str, default="")
    en = c.Type(str, default="")


class MujazConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options."""

    name = c.SubConfig(Words)
    """Name of the site in both languages; `site_name` where one is missing."""
    description = c.SubConfig(Words)
    """One sentence about the site in both languages; `site_description` where one is missing."""
    numerals = c.Choice(("latn", "arab"), default="latn")
    """Digits of the Arabic pages outside quoted text."""
    share_images = c.Choice(("all", "sections", "none"), default="all")
    """Pages that get a picture of their own for those who share them."""
    limits = c.Type(dict, default={})
    """What one project may cost; see :class:`generator.load.limits.Limits`."""
    translate = c.Type(dict, default={})
    """Who drafts translations; see :class:`generator.translate.options.Options`."""
    workers = c.Optional(c.Type(int))
    """Processes that analyse articles; as many as the machine has where it is not given."""


def settings_of(config: MkDocsConfig, options: MujazConfig) -> Settings:
    """Return the settings that ``mkdocs.yml`` makes, with the defaults filled in."""
    name, about = options.name, options.description
    site, description = config.site_name, config.site_description or ""
    path = config.config_file_path
    url = config.site_url or ""
    for text in (site, description, url, name.ar, name.en, about.ar, about.en):
        if hidden := hidden_in(text):
            raise UsageError(
                f"mkdocs.yml: {quoted(text)} holds the hidden character {hidden}. Delete it."
            )
    if options.workers is not None and options.workers < 1:
        raise UsageError("mkdocs.yml: `workers` of the plugin `mujaz` must be 1 or more.")
    return Settings(
        root=Path(path).resolve().parent if path else Path.cwd(),
        name=Bilingual(name.ar or site, name.en or site),
        description=Bilingual(about.ar or description, about.en or description),
        site_url=url if not url or url.endswith("/") else f"{url}/",
        numerals=options.numerals,  # type: ignore[arg-type]
        share_images=options.share_images,  # type: ignore[arg-type]
        workers=options.workers,
        limits=limits_of(options.limits),
    )


def limits_of(given: dict[str, Any]) -> Limits:
    """Return the default limits with those that are ``given`` changed.

    Raises UsageError where one is unknown or no positive number.
    """
    kinds = {field.name: type(field.default) for field in fields(Limits)}
    for name, value in given.items():
        where = f"mkdocs.yml: `limits.{printable(str(name))}` of the plugin `mujaz`"
        if name not in kinds:
            raise UsageError(f"{where} is no limit. There are {', '.join(sorted(kinds))}.")
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not (whole or (kinds[name] is float and isinstance(value, float))) or not value > 0:
            raise UsageError(f"{where} is not a number above 0. Write a number.")
    return Limits(**given)
