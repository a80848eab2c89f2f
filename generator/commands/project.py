"""Finds a project and reads its configuration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from generator.errors import UsageError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.shell.plugin import MujazPlugin


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


def load_project(folder: Path, **overrides: Any) -> tuple[MkDocsConfig, MujazPlugin]:
    """Return MkDocs' configuration of the project and the mujaz plugin in it.

    Raises UsageError where the configuration is not valid or does not name the plugin.
    """
    path = config_file(folder)
    # MkDocs insists on its folder of hand-written pages; a project may have none.
    (folder / "content" / "pages").mkdir(parents=True, exist_ok=True)
    try:
        config = load_config(str(path), **overrides)
    except ConfigurationError as error:
        raise UsageError(f"{path}: {error}") from error
    plugin: Any = config.plugins.get("mujaz")
    if plugin is None:
        raise UsageError(f"{path}: the plugin is missing. Add `plugins: [mujaz]`.")
    return config, plugin
