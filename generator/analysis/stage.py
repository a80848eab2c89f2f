"""Analyses all articles of a project: cached by content, in parallel, one article at a time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.analysis.knowledge import Knowledge, knowledge_digest
from generator.cache import AnalysisCache
from generator.errors import ContentError, Problem
from generator.parallel.engine import choose_engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.analysis.mentions import TopicMatcher
    from generator.config import Settings
    from generator.findings import Analysis
    from generator.model import Article, Content
    from generator.parallel import Outcome
    from generator.report import Stage


@dataclass(frozen=True, slots=True)
class Analysed:
    """The analyses of all articles that could be analysed."""

    results: tuple[tuple[Article, Analysis, str], ...]
    """Article, analysis and the key that the analysis is cached under."""
    problems: tuple[Problem, ...]


def analyse_all(
    content: Content, matcher: TopicMatcher, settings: Settings, stage: Stage
) -> Analysed:
    """Return the analysis of every article; an article that fails costs only itself."""
    knowledge = Knowledge(content.topics, content.sources, matcher)
    base = knowledge_digest(knowledge)
    cache = AnalysisCache(settings.cache, "analysis", settings.remembered("analysis"))
    keys = {a.id: _key(base, a) for a in content.articles}
    found: dict[str, Analysis] = {}
    for article in content.articles:
        cached = cache.get(keys[article.id])
        if cached is not None:
            found[article.id] = cached
    missing = [a for a in content.articles if a.id not in found]
    problems = []
    for article, outcome in zip(missing, _run(knowledge, missing, settings), strict=True):
        if outcome.error is None and not isinstance(outcome.value, Problem):
            found[article.id] = outcome.value
            cache.put(keys[article.id], outcome.value)
        elif isinstance(outcome.value, Problem):
            problems.append(outcome.value)
        else:
            problems.append(_failed(article, outcome.error))
    cache.prune(keys.values())
    if cache.problem:
        problems.append(cache.problem)
    stage.count, stage.reused = len(found), len(content.articles) - len(missing)
    results = tuple((a, found[a.id], keys[a.id]) for a in content.articles if a.id in found)
    return Analysed(results, tuple(problems))


def _run(
    knowledge: Knowledge, missing: Sequence[Article], settings: Settings
) -> Iterable[Outcome[Analysis | Problem]]:
    """Analyse what no earlier build has."""
    engine = choose_engine(settings.engine, settings.workers)
    if len(missing) > 1:  # one alone loads in its own process what it needs
        # Imported only now: it is more than all the rest, and most builds need none of it.
        from generator.analysis.analyse import warm_up

        warm_up(knowledge)
    return engine(partial(_analyse, knowledge), missing)


def _analyse(knowledge: Knowledge, article: Article) -> Analysis | Problem:
    from generator.analysis.analyse import Input, analyse

    try:
        return analyse(Input(article.text, article.path, article.sidecar), knowledge)
    except ContentError as error:
        return error.problems[0]


def _failed(article: Article, error: str | None) -> Problem:
    return Problem(
        article.path,
        0,
        f"the article could not be analysed ({error})",
        "Take the file out of content/articles, and report it to the makers of Mujaz",
    )


def _key(base: str, article: Article) -> str:
    return hashlib.sha256(f"{base}\n{article.version}\n{article.sidecar!r}".encode()).hexdigest()
