"""The files of a new project: an empty one that builds, with its CI."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.config import shipped_templates
from generator.scaffold.quoting import yaml_text
from generator.schemas.documents import INPUTS, schema_files

if TYPE_CHECKING:
    from generator.model import Bilingual
    from generator.scaffold.requirement import Requirement

_DOT: Final = "dot-"
"""How the names of hidden files begin in the templates, where tools would act on them."""
KEPT: Final = ("README.md", ".gitignore")
"""What hosts put into a fresh repository; where they are there, they stay."""


def project_files(name: Bilingual, mujaz: Requirement) -> dict[str, str | bytes]:
    """Return the content of each file of a new project by its path in it.

    ``mujaz`` is what the project asks for to be built.
    """
    root = shipped_templates() / "project"
    files: dict[str, str | bytes] = dict([mujaz.wheel]) if mujaz.wheel else {}
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        own = PurePosixPath(path.relative_to(root).as_posix())
        files[_target(own)] = _filled(
            path.read_text("utf-8"), name, mujaz.line, is_yaml=own.suffix == ".yml"
        )
    return files | schema_files(INPUTS)


def english_name(folder: str) -> str:
    """Return the name of a site from the name of its folder."""
    words = " ".join(folder.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] if words.isprintable() and words else "Briefing"


def _target(path: PurePosixPath) -> str:
    parts = (f".{part[len(_DOT) :]}" if part.startswith(_DOT) else part for part in path.parts)
    return str(PurePosixPath(*parts))


def _filled(text: str, name: Bilingual, mujaz: str, *, is_yaml: bool) -> str:
    write = yaml_text if is_yaml else str
    values = {"@NAME_AR@": write(name.ar), "@NAME_EN@": write(name.en), "@REQUIREMENT@": mujaz}
    # In one go: a name may look like a mark.
    return re.sub("|".join(values), lambda mark: values[mark[0]], text)
