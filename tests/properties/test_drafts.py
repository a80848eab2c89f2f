"""Whatever a machine answers, a draft has the sections of a draft, and shows the answer's words."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.analyse import Input, analyse
from generator.analysis.knowledge import Knowledge
from generator.analysis.mentions import build_matcher
from generator.config import shipped_templates
from generator.load.limits import DEFAULTS
from generator.load.override_file import Place, read_override
from generator.load.refused import Refused, Report
from generator.load.targets import NO_TARGETS
from generator.load.text import has_words
from generator.model import Article, ArticleId
from generator.pages.markdown import paragraphs_of, render_markdown
from generator.pages.strings import Interface, load_interface
from generator.translate.checks import clean
from generator.translate.draft import Source, draft_text, is_untouched
from generator.translate.memory import Unit
from generator.translate.sentences import Rendered
from generator.translate.tmx import read_tmx, write_tmx
from generator.versions import version_of
from tests.inert import faults
from tests.properties.texts import texts

TEXT = (
    "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة في موسكو. وقال بوتين إنه مهم للبلدين.\n\n"
    "تطوير القدرات\n\nوينص الاتفاق على تعاون طويل بين البلدين في مجالات كثيرة ومهمة.\n"
)


@cache
def source() -> Source:
    """Return an article of a headline, a subhead and three sentences."""
    article = Article(ArticleId("treaty"), TEXT, "content/articles/treaty.txt", version_of(TEXT))
    knowledge = Knowledge({}, {}, build_matcher(()))
    return Source(article, analyse(Input(TEXT, article.path), knowledge))


@cache
def words() -> Interface:
    return load_interface("en", (shipped_templates(),))


@given(st.lists(texts, min_size=5, max_size=5))
def test_an_answer_is_words_in_a_draft(answers: list[str]) -> None:
    wanted = list(dict.fromkeys(source().wanted()))
    rendered = {
        arabic: Rendered(arabic, clean(answer), "machine")
        if has_words(answer)
        else Rendered(arabic)
        for arabic, answer in zip(wanted, answers, strict=True)
    }
    text = draft_text(source(), rendered, "test", words(), DEFAULTS)
    report = Report("x.md")
    place = Place("en", "articles", "treaty", "x.md")
    draft = read_override(text, place, report, NO_TARGETS, DEFAULTS)
    assert report.problems == []
    assert draft.origin == "machine: test"
    assert is_untouched(draft)
    assert {section.kind for section in draft.sections} <= {"summary", "translation"}
    (translation,) = (s.markdown for s in draft.sections if s.kind == "translation")
    lines = [line for paragraph in paragraphs_of(translation) for line in paragraph]
    assert lines == [
        " ".join((rendered[arabic].english or arabic).split()) for _, arabic in source().sentences()
    ]
    assert faults(str(render_markdown(translation, language="en"))) == []


@given(st.lists(st.tuples(texts, texts), max_size=4), st.binary(max_size=8), st.integers(0))
def test_what_a_memory_says_is_what_was_written(
    pairs: list[tuple[str, str]], damage: bytes, place: int
) -> None:
    units = sorted({Unit(clean(ar), clean(en), "a") for ar, en in pairs if clean(ar) and clean(en)})
    data = write_tmx(units).encode()
    assert read_tmx(data, "x").units == units
    at = place % len(data)
    try:
        found = read_tmx(data[:at] + damage + data[at + len(damage) :], "x")
    except Refused:
        return
    assert set(found.units) <= set(units)
