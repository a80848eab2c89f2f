"""What the program imports is what it declares."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def test_each_import_is_declared_and_each_declaration_needed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = (name for group in project["optional-dependencies"].values() for name in group)
    declared, extras = (
        {_normal(re.split(r"[\s<>=!~\[;]", line)[0]) for line in lines}
        for lines in (project["dependencies"], optional)
    )
    # Installed or not, an extra is imported by the name of its package.
    providers = {**{name: [name] for name in extras}, **packages_distributions()}
    used = {
        _normal(distribution)
        for name in _imported()
        for distribution in providers.get(name, [name])
    }
    assert used <= declared | extras
    # Not imported: the theme, what trafilatura needs, and packages whose lists alone are read.
    assert declared - used == {"lxml-html-clean", "mkdocs-material", "wordfreq", "yake"}


def _imported() -> set[str]:
    """Return the top-level packages of others that ``generator`` imports anywhere."""
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in _statements(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"generator"}


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in ``node`` on lines of its own: half the time of all its parts."""
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.expr):
            yield part
            yield from _statements(part)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
