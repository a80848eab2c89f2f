"""What comes into the site by way of MkDocs: hand-written pages, and limits from mkdocs.yml."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.structure.files import File, Files

from generator.commands.project import load_project
from generator.errors import UsageError
from generator.load.limits import DEFAULTS, Limits
from generator.shell.config import limits_of, settings_of
from generator.shell.written import read_written

if TYPE_CHECKING:
    from pathlib import Path


def found_by_mkdocs(pages: Path) -> Files:
    """Return all files below a folder, behind links too, as MkDocs does."""
    return Files(
        [
            File(os.path.relpath(os.path.join(folder, name), pages), str(pages), "site", True)  # noqa: PTH118
            for folder, _, names in os.walk(pages, followlinks=True)
            for name in names
        ]
    )


def read(project: Path, limits: Limits = DEFAULTS) -> tuple[dict[str, bytes], list[str]]:
    pages = project / "content/pages"
    files = found_by_mkdocs(pages)
    problems = read_written(files, pages, project, limits)
    return {file.src_uri: file.content_bytes for file in files}, [str(p) for p in problems]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content/pages/ar").mkdir(parents=True)
    (folder / "content/pages/ar/about.md").write_text("# صفحة")
    return folder


def test_pages_and_images_are_read(project: Path) -> None:
    (project / "content/pages/ar/map.png").write_bytes(b"\x89PNG")
    files, problems = read(project)
    assert files == {"ar/about.md": "# صفحة".encode(), "ar/map.png": b"\x89PNG"}
    assert problems == []


def test_what_was_checked_is_what_is_published(project: Path, tmp_path: Path) -> None:
    """A page that turns into a link after it was read does not lead anywhere."""
    pages = project / "content/pages"
    files = found_by_mkdocs(pages)
    assert read_written(files, pages, project, DEFAULTS) == []
    (tmp_path / "secret").write_text("secret")
    (pages / "ar/about.md").unlink()
    (pages / "ar/about.md").symlink_to(tmp_path / "secret")
    assert [file.content_string for file in files] == ["# صفحة"]


def test_links_are_not_followed(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("secret")
    (outside / "b.md").write_text("secret")
    (project / "content/pages/ar/file.md").symlink_to(outside / "a.md")
    (project / "content/pages/folder").symlink_to(outside)
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    why = "This is a symbolic link, and links are not followed. Put the real one here."
    assert problems == [f"content/pages/ar/file.md: {why}", f"content/pages/folder: {why}"]


def test_other_kinds_of_file_are_not_published(project: Path) -> None:
    for name in ("a.svg", "b.html", "c.js", "d.css", ".htaccess", "e.php"):
        (project / "content/pages" / name).write_text("x")
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    assert len(problems) == 6
    assert all("This kind of file is not published" in problem for problem in problems)


def test_devices_and_unreadable_texts_cost_only_themselves(project: Path) -> None:
    os.mkfifo(project / "content/pages/pipe.md")
    (project / "content/pages/bytes.md").write_bytes(b"\xff\xfe\xfa\x00\x01" * 9)
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("name", "shown", "character"),
    [
        ("a\n::error::x.md", "a\\n::error::x.md", "U+000A"),
        ("a\u202eb.md", "a\\u202eb.md", "U+202E"),
        ("a\udcff.png", "a\\udcff.png", "U+DCFF"),
    ],
)
def test_a_name_must_do_for_an_address(
    project: Path, name: str, shown: str, character: str
) -> None:
    """Names stand in what MkDocs says, and a line of a log can be a command in CI."""
    try:
        (project / "content/pages" / name).write_bytes(b"x")
    except OSError:
        pytest.skip("the file system does not hold this name")
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    why = f"Its name, which becomes its address, holds the hidden character {character}"
    assert problems == [f"content/pages/{shown}: {why}. Rename it."]


def test_no_page_takes_the_address_of_one_of_the_briefing(project: Path) -> None:
    pages = project / "content/pages"
    (pages / "ar/articles").mkdir()
    (pages / "ar/articles/one.md").write_text("# mine")
    files = found_by_mkdocs(pages)
    (problem,) = read_written(files, pages, project, DEFAULTS, {"ar/articles/one/index.html"})
    assert str(problem) == (
        "content/pages/ar/articles/one.md: A page of the briefing has this address."
        " Rename it; what the briefing says is corrected in content/overrides."
    )
    assert [file.src_uri for file in files] == ["ar/about.md"]


@pytest.mark.parametrize(
    ("front", "line", "message"),
    [
        ("a: " + "[" * 50_000, 2, "The nesting is deeper than 20"),
        ("a: &a [x]\nb: [*a, *a]", 2, "YAML anchors and aliases (& and *) are not read"),
        ("title: x\nb: !!python/name:os.system", 3, "YAML tags (!) are not read"),
        ("title: x\ntitle", 4, "This is not valid YAML: could not find expected ':'"),
        ("template: redirect.html\nlocation: javascript:go()", 0, "“template” can't be set here"),
    ],
    ids=["deep", "bomb", "tag", "slip", "template"],
)
def test_front_matter_that_costs_a_page(project: Path, front: str, line: int, message: str) -> None:
    """Found by attacking: MkDocs' parser crashed; another template had no policy for scripts."""
    (project / "content/pages/p.md").write_text(f"---\n{front}\n---\n\n# Page\n")
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    place = f"content/pages/p.md:{line}" if line else "content/pages/p.md"
    assert [problem[: len(f"{place}: {message}")] for problem in problems] == [
        f"{place}: {message}"
    ]


def test_front_matter_without_fences_sets_no_template_either(project: Path) -> None:
    (project / "content/pages/p.md").write_text("Template: redirect.html\nlocation: x\n\n# Page")
    files, problems = read(project)
    assert list(files) == ["ar/about.md"]
    assert "“template” can't be set here: all pages have the site's own. Delete" in problems[0]


def test_brackets_of_a_page_are_counted(project: Path) -> None:
    (project / "content/pages/p.md").write_text("![[]()" * 2_000)
    (problem,) = read(project)[1]
    assert problem == (
        "content/pages/p.md: The page has more than 2,000 opening brackets."
        " Remove some, or raise “limits.override_brackets” in mkdocs.yml."
    )


def test_line_ends_of_other_systems_are_read(project: Path) -> None:
    path = project / "content/pages/ar/about.md"
    path.write_bytes("---\r\ntitle: عن الموقع\r\n---\r\n\r\n# صفحة\r\n".encode())
    files, problems = read(project)
    assert problems == []
    assert files["ar/about.md"].decode() == "---\ntitle: عن الموقع\n---\n\n# صفحة\n"


def test_limits_hold_for_pages_and_images(project: Path) -> None:
    (project / "content/pages/big.png").write_bytes(b"x" * 11)
    _, problems = read(project, Limits(image_bytes=10))
    why = "The file is larger than 10 bytes. Shorten it, or raise “limits.image_bytes” in"
    assert problems == [f"content/pages/big.png: {why} mkdocs.yml."]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("[]", "This must be keys with their values. Write “site_name: …”."),
        ("words", "This must be keys with their values. Write “site_name: …”."),
        ("a: " + "[" * 900, "It is nested too deep, or inherits from itself."),
        ("INHERIT: mkdocs.yml\nsite_name: S", "It is nested too deep, or inherits from itself."),
    ],
    ids=["list", "words", "deep", "inherits from itself"],
)
def test_a_configuration_that_can_not_be_read(project: Path, config: str, message: str) -> None:
    path = project / "mkdocs.yml"
    path.write_text(config)
    with pytest.raises(UsageError) as caught:
        load_project(project)
    assert str(caught.value) == f"{path}: {message}"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (r'site_name: "\ud800"', r"“\ud800” holds the hidden character U+D800. Delete it."),
        (r'site_name: "a\e[31m"', r"“a\x1b[31m” holds the hidden character U+001B. Delete it."),
        ("site_name: S\nplugins: [{mujaz: {workers: 0}}]", "`workers` of the plugin `mujaz` must"),
    ],
)
def test_settings_that_can_not_be(project: Path, config: str, message: str) -> None:
    plugins = "" if "plugins" in config else "\nplugins: [mujaz]"
    (project / "mkdocs.yml").write_text(f"{config}{plugins}\ntheme: {{name: material}}\n")
    loaded, plugin = load_project(project)
    with pytest.raises(UsageError) as caught:
        settings_of(loaded, plugin.config)
    assert str(caught.value).startswith(f"mkdocs.yml: {message}")


def test_limits_can_be_set() -> None:
    assert limits_of({}) == DEFAULTS
    assert limits_of({"article_bytes": 10, "html_seconds": 2.5}).html_seconds == 2.5


@pytest.mark.parametrize(
    "given",
    [{"articel_bytes": 1}, {"articles": 0}, {"articles": True}, {"articles": 1.5}, {"topics": "9"},
     {"html_seconds": float("nan")}],
)  # fmt: skip
def test_wrong_limits_are_named(given: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=f"`limits.{next(iter(given))}`"):
        limits_of(given)
