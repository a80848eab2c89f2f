"""The analysis of the five articles, compared with the one that was read line by line.

``make golden`` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.analysis.analyse import Input, analyse
from generator.commands.analyse import load_knowledge
from generator.load.project import load_content
from tests.golden.compare import compare
from tests.golden.readable import readable
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from generator.model import Article

FOLDER = Path(__file__).parent / "analysis"
ARTICLES: dict[str, Article] = {
    article.id: article for article in load_content(REPOSITORY).articles
}
KNOWLEDGE = load_knowledge(REPOSITORY)


@pytest.mark.parametrize("identifier", sorted(ARTICLES))
def test_analysis(identifier: str) -> None:
    article = ARTICLES[identifier]
    found = analyse(Input(article.text, article.path, article.sidecar), KNOWLEDGE)
    compare(FOLDER / f"{identifier}.txt", readable(article.text, found))


def test_each_golden_analysis_is_of_an_article() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(ARTICLES)
