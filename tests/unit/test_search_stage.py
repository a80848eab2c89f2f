"""Search over a whole project: an article that is too much for it costs no other its place."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from generator.build import assemble
from generator.config import Settings
from generator.report import Report
from generator.search import stage
from generator.search.records import SearchRecord, SearchSentence
from generator.search.terms import record_terms

if TYPE_CHECKING:
    from pathlib import Path

    from generator.search.records import Findable
    from generator.search.terms import RecordTerms

ARTICLES = {
    "harbour": "جسر المرفأ\n\nقالت البلدية إن العمل يبدأ الأحد.\n\nوأضافت أن الصيد توقف.\n",
    "mountain": "طريق الجبل\n\nقالت الوزارة إن الطريق يغلق يوم الأحد المقبل.\n",
}


@pytest.mark.slow
def test_an_article_too_much_for_search_is_found_by_its_title(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content/articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (tmp_path / f"content/articles/{name}.txt").write_text(text, "utf-8")
    read = stage._terms

    def fail(record: Findable) -> RecordTerms:
        if record.key == "articles/harbour":
            raise MemoryError
        return read(record)

    monkeypatch.setattr(stage, "_terms", fail)
    for _ in range(2):  # what is read only in part is not kept for the next build
        report = Report()
        site = assemble(Settings(tmp_path, workers=0), report)
        assert [str(problem) for problem in report.problems] == [
            (
                "content/articles/harbour.txt: warning: search finds it by its title, names and "
                "summary alone (MemoryError). Shorten it and its overrides."
            )
        ]
    monkeypatch.undo()
    whole = assemble(Settings(tmp_path, workers=0), Report())
    partly, wholly = (
        b"".join(file.make() for file in made.files if file.path.startswith("search/"))
        for made in (site, whole)
    )
    assert "مرفا".encode() in partly
    assert len(partly) < len(wholly)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["ﷺ", "1.", "1:2/3,", "a-b'c&", "ا-ب-", "½", "أ\u0651"])
def test_no_text_costs_search_much(unit: str) -> None:
    """300 KB of it in one word; articles may have 2 MB."""
    text = (unit * 300_000).encode()[:300_000].decode("utf-8", "ignore")
    sentence = SearchSentence(text, "s-1", "ar")
    record = SearchRecord("articles/x", "article", {}, {"ar": ("t", "ar")}, sentences=(sentence,))
    began = time.process_time()
    terms = record_terms(record)
    assert time.process_time() - began < 0.7
    assert len(terms.impacts) < 500
