"""Assets have names that change with their content; style sheets are published as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.errors import UsageError
from generator.shell.assets import Assets, find_assets

if TYPE_CHECKING:
    from pathlib import Path

THEME = {"assets/stylesheets/main.1a2b.min.css": "", "assets/stylesheets/palette.3c.min.css": ""}
SHIPPED = {
    "assets/css/base.css": '@font-face { src: url("../fonts/a.woff2") }',
    "assets/css/pages.css": "p { mask: url(../icon.svg); background: url('data:x'); }",
    "assets/fonts/a.woff2": "font",
    "assets/icon.svg": "<svg/>",
    "assets/js/early.js": "early()",
    "assets/js/search.js": "search()",
    "assets/js/search/box.js": "box()",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def assets(tmp_path: Path, own: dict[str, str]) -> Assets:
    theme = write(tmp_path / "theme", THEME)
    folders = [write(tmp_path / "own", own), write(tmp_path / "shipped", SHIPPED)]
    return find_assets([theme], folders)


def plain(path: str) -> str:
    return re.sub(r"\.[0-9a-f]{8}(?=\.)", ".#", path)


def test_names_carry_digests(tmp_path: Path) -> None:
    found = assets(tmp_path, {})
    assert sorted(map(plain, found.files)) == [
        "assets/mujaz/css/site.#.css",
        "assets/mujaz/fonts/a.#.woff2",
        "assets/mujaz/icon.svg",
        "assets/mujaz/js/early.#.js",
        "assets/mujaz/js/search.#.js",
        "assets/mujaz/js/search/box.#.js",
    ]
    assert plain(found.early) == "assets/mujaz/js/early.#.js"
    assert [*map(plain, found.scripts)] == ["assets/mujaz/js/search.#.js"]
    assert [*map(plain, found.search_scripts)] == ["assets/mujaz/js/search/box.#.js"]
    assert found.main == "assets/stylesheets/main.1a2b.min.css"


def test_the_one_style_sheet_names_files_as_they_are_published(tmp_path: Path) -> None:
    found = assets(tmp_path, {})
    assert plain(found.files[found.styles].decode()) == (
        '@font-face { src: url("../fonts/a.#.woff2") }\n'
        "p { mask: url(\"../icon.svg\"); background: url('data:x'); }"
    )


def test_a_changed_font_changes_the_name_of_the_style_sheet(tmp_path: Path) -> None:
    before = assets(tmp_path, {})
    after = assets(tmp_path, {"assets/fonts/a.woff2": "other"})
    assert before.styles != after.styles
    assert before.early == after.early


def test_a_project_replaces_and_adds(tmp_path: Path) -> None:
    found = assets(tmp_path, {"assets/css/base.css": "mine", "assets/css/zebra.css": "more"})
    sheet = found.files[found.styles].decode()
    assert sheet.startswith("mine\n")
    assert sheet.endswith("\nmore")


def test_another_theme_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"the theme has no assets/stylesheets/main"):
        find_assets([tmp_path], [])
