"""What ``mkdocs.yml`` may say under ``plugins: - mujaz:``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from generator.config import Settings
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
    workers = c.Optional(c.Type(int))
    """Processes that analyse articles; as many as the machine has where it is not given."""


def settings_of(config: MkDocsConfig, options: MujazConfig) -> Settings:
    """Return the settings that ``mkdocs.yml`` makes, with the defaults filled in."""
    name, about = options.name, options.description
    site, description = config.site_name, config.site_description or ""
    path = config.config_file_path
    url = config.site_url or ""
    return Settings(
        root=Path(path).resolve().parent if path else Path.cwd(),
        name=Bilingual(name.ar or site, name.en or site),
        description=Bilingual(about.ar or description, about.en or description),
        site_url=url if not url or url.endswith("/") else f"{url}/",
        numerals=options.numerals,  # type: ignore[arg-type]
        workers=options.workers,
    )
