"""A project with one article, and its drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build import assemble
from generator.commands.translate import write_drafts
from generator.config import Settings
from generator.load.project import load_content
from generator.report import Report
from generator.translate.options import Options, make_provider

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Override

TITLE = "توقيع اتفاق في موسكو"
FIRST = "وقع الرئيسان اتفاق شراكة في موسكو من 47 مادة."
SECOND = "وقال بوتين إن الاتفاق «مهم جدا» للبلدين."
SUBHEAD = "تطوير القدرات"
THIRD = "وينص الاتفاق على تعاون طويل بين البلدين في مجالات كثيرة ومهمة."
TEXT = f"{TITLE}\n\n{FIRST} {SECOND}\n\n{SUBHEAD}\n\n{THIRD}\n"
CONFIG = "site_name: x\ndocs_dir: content/pages\ntheme: {name: material}\nplugins: [mujaz]\n"
PAGE = "content/overrides/en/articles/treaty.md"


def make_project(folder: Path) -> Path:
    """Write the project into an empty folder; return the folder."""
    (folder / "content/articles").mkdir(parents=True)
    (folder / "content/topics").mkdir()
    (folder / "content/articles/treaty.txt").write_text(TEXT, "utf-8")
    (folder / "content/topics/moscow.yml").write_text(
        "kind: place\nname: {ar: موسكو, en: Moscow}\n", "utf-8"
    )
    (folder / "mkdocs.yml").write_text(CONFIG)
    return folder


def settings(project: Path) -> Settings:
    """Return the settings of a project: everything in this process."""
    return Settings(project, workers=0)


def translate(project: Path, *pages: str, provider: str = "argos", anew: bool = False) -> int:
    """Run ``mujaz translate``; return its exit status."""
    machine = make_provider(provider, Options(), {})
    return write_drafts(settings(project), pages, machine, anew=anew)


def override(project: Path, name: str = PAGE) -> Override:
    """Return an override of a project that has no problems."""
    content = load_content(project)
    assert not content.problems
    return next(o for o in content.overrides if o.path == name)


def write(project: Path, text: str, name: str = PAGE) -> None:
    """Write a file of the project."""
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, "utf-8")


def english_page(project: Path, name: str = "treaty") -> str:
    """Return the HTML of an article's English page."""
    site = assemble(settings(project), Report())
    page = next(page for page in site.pages if page.url == f"en/articles/{name}/")
    return str(page.render().body)
