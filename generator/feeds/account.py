"""``build-report.json``: what a build made and of what, the same on every machine."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import __version__
from generator.analysis.knowledge import ANALYSING
from generator.cache.code import code_digest
from generator.model import Sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.config import Settings
    from generator.errors import Problem
    from generator.feeds.shapes import BuildReport
    from generator.model import Content
    from generator.pages.renderer import Renderer

_LENGTH = 16


def build_report(
    renderer: Renderer,
    content: Content,
    pages: Mapping[str, str],
    problems: Iterable[Problem],
) -> BuildReport:
    """Return the account of a build; ``problems`` of the machine itself are left out.

    ``pages`` are digests of what each page shows, by address.
    """
    told = sorted(p for p in problems if p.path.startswith("content"))
    planned = {url: digest[:_LENGTH] for url, digest in pages.items()}
    errors = sum(problem.severity == "error" for problem in told)
    briefing = renderer.linked
    return {
        "generator": f"Mujaz {__version__}",
        "counts": {
            "articles": len(briefing.articles),
            "topics": len(briefing.topics),
            "sources": len(briefing.sources),
            "pages": len(planned),
            "errors": errors,
            "warnings": len(told) - errors,
        },
        "problems": [
            {
                "path": p.path,
                "line": p.line,
                "message": p.message,
                "remedy": p.remedy,
                "severity": p.severity,
            }
            for p in told
        ],
        "inputs": dict(sorted(_inputs(content, renderer.settings))),
        "pages": planned,
    }


def _inputs(content: Content, settings: Settings) -> Iterator[tuple[str, str]]:
    yield "mujaz", _digest(__version__, code_digest(*ANALYSING))
    yield (
        "mkdocs.yml",
        _digest(
            repr((settings.name, settings.description, settings.site_url, settings.numerals)),
            settings.share_images,
        ),
    )
    yield "templates", _templates(settings)
    for article in content.articles:
        yield article.path, article.version
        if article.sidecar != Sidecar():
            path = PurePosixPath(article.path).with_suffix(".yml")
            yield str(path), _digest(repr(article.sidecar))
    for topic in content.topics.values():
        yield f"content/topics/{topic.id}.yml", _digest(repr(topic))
    if content.sources:
        yield "content/sources.yml", _digest(*map(repr, content.sources.values()))
    if content.redirects:
        yield "content/redirects.yml", _digest(repr(sorted(content.redirects.items())))
    for override in content.overrides:
        yield override.path, _digest(repr(override))


def _templates(settings: Settings) -> str:
    digest = hashlib.sha256()
    for folder in settings.template_folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            digest.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:_LENGTH]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]
