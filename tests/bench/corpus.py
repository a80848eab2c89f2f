"""Makes a project of many articles: from a real corpus, or from the five by mixing them."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator


def records(file: Path | None, count: int) -> Iterator[tuple[str, str]]:
    """Yield title and body of ``count`` articles.

    Where ``file`` has fewer, the others are made of the beginning of one and the end of another.
    """
    if file is None:
        yield from _mixed(count)
        return
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines()[:count]]
    yield from ((record["title"], record["body"]) for record in found)
    chance = random.Random(7)
    for number in range(len(found), count):
        one, other = chance.choice(found), chance.choice(found)
        head, tail = one["body"].split("\n"), other["body"].split("\n")
        body = "\n".join(head[: max(1, 2 * len(head) // 3)] + tail[len(tail) // 2 :])
        yield f"{one['title']} {number}", body


def _mixed(count: int) -> Iterator[tuple[str, str]]:
    """Mix the paragraphs of the five articles into other texts of the usual length."""
    paragraphs = [
        line
        for path in sorted((REPOSITORY / "content/articles").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 120
    ]
    chance = random.Random(1)
    for number in range(count):
        body = chance.sample(paragraphs, 14)
        yield f"{body[0][:60].rsplit(' ', 1)[0]} {number}", "\n\n".join(body)


def make_project(folder: Path, file: Path | None, count: int, *, edited: bool = False) -> Path:
    """Write a project of ``count`` articles with the repository's topics and ten overrides.

    Where it is ``edited``, each article has a sidecar and an English override of usual length.
    """
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    for name in ("topics", "sources.yml", "pages"):
        source = REPOSITORY / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "content" / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    for number, (title, body) in enumerate(records(file, count)):
        (articles / f"a{number:05}.txt").write_text(f"{title}\n\n{body}\n", "utf-8")
    if edited:
        _edit(folder, count)
    for number in range(10):
        write_override(folder, number, "A summary by an editor.")
    return folder


def _edit(folder: Path, count: int) -> None:
    overrides = REPOSITORY / "content/overrides/en/articles"
    models = [path.read_text("utf-8") for path in sorted(overrides.glob("*.md"))]
    (folder / "content/overrides/en/articles").mkdir(parents=True)
    for number in range(count):
        day = date(2024, 1, 1) + timedelta(days=number % 366)
        sidecar = f"url: https://example.org/{number}\npublished: {day}\n"
        (folder / f"content/articles/a{number:05}.yml").write_text(sidecar, "utf-8")
        _, front, body = models[number % len(models)].split("---\n", 2)
        # Not the version that it was written against, which is another article's.
        text = f"---\n{front.partition('source: ')[0]}---\n{body}"
        (folder / f"content/overrides/en/articles/a{number:05}.md").write_text(text, "utf-8")


def write_override(folder: Path, number: int, summary: str) -> None:
    """Write the English override of one article."""
    path = folder / f"content/overrides/en/articles/a{number:05}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: Article {number}\n---\n\n## Summary\n\n{summary}\n", "utf-8")


def change_article(folder: Path, number: int, turn: int) -> None:
    """Add a sentence that names topics to one article."""
    path = folder / f"content/articles/a{number:05}.txt"
    text = (
        f"{path.read_text('utf-8')}\nوقال المتحدث إن إيران وروسيا تبحثان البند {turn} في طهران.\n"
    )
    path.write_text(text, "utf-8")
