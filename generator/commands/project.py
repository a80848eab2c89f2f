"""Finds a project and reads its configuration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from yaml import YAMLError

from generator.errors import UsageError, on_one_line

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.shell.plugin import MujazPlugin


PAGES = Path("content", "pages")
"""Folder of the hand-written pages, where ``docs_dir`` says nothing else."""


def config_file(folder: Path) -> Path:
    """Return the project's ``mkdocs.yml``.

    Raises UsageError where ``folder`` is not a project.
    """
    path = folder / "mkdocs.yml"
    if not path.is_file():
        raise UsageError(
            f"{folder}: not a Mujaz project: it has no mkdocs.yml. Give the project's folder with "
            "-C, or make a project with `mujaz new DIR`."
        )
    return path


def defaults(path: Path) -> dict[str, Any]:
    """Return what MkDocs must be told where the configuration at ``path`` does not say it."""
    with path.open("rb") as file:
        given: Any = yaml_load(file)
    if not isinstance(given, dict):
        raise UsageError(f"{path}: This must be keys with their values. Write “site_name: …”.")
    if given.get("docs_dir", PAGES.as_posix()) != PAGES.as_posix():
        return {}
    # MkDocs insists on its folder of hand-written pages; a project may have none, and git keeps
    # no empty folder.
    pages = path.parent.absolute() / PAGES
    pages.mkdir(parents=True, exist_ok=True)
    return {"docs_dir": str(pages)}


def load_project(folder: Path, **overrides: Any) -> tuple[MkDocsConfig, MujazPlugin]:
    """Return MkDocs' configuration of the project and the mujaz plugin in it.

    Raises UsageError where the configuration is not valid or does not name the plugin.
    """
    path = config_file(folder)
    try:
        config = load_config(str(path), **defaults(path), **overrides)
    except RecursionError as error:
        raise UsageError(f"{path}: It is nested too deep, or inherits from itself.") from error
    except (ConfigurationError, OSError, YAMLError) as error:
        raise UsageError(f"{path}: {on_one_line(str(error))}") from error
    plugin: Any = config.plugins.get("mujaz")
    if plugin is None:
        raise UsageError(f"{path}: the plugin is missing. Add `plugins: [mujaz]`.")
    return config, plugin
