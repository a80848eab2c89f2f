from __future__ import annotations

from generator.compare.stories import SILENCE
from tests.briefings import make_briefing
from tests.unit.test_compare import TOPICS

WAR = "زودت طهران روسيا بطائرات مسيرة وقال ترامب إن إيران تنفي."
TREATY = "أقر مجلس الدوما معاهدة الشراكة وتحدث عن النفط."


def _stories(articles: str) -> list[tuple[str, list[str]]]:
    return [(s.id, list(s.articles)) for s in make_briefing(TOPICS, articles).stories.values()]


def test_articles_about_the_same_topics_are_one_story() -> None:
    assert _stories(
        f"== a 2025-01-01\n{WAR}\n== b 2025-01-02\n{TREATY}\n"
        f"== c 2025-01-03\n{WAR}\n== d 2025-01-04\n{TREATY}"
    ) == [("b", ["d", "b"]), ("a", ["c", "a"])]


def test_a_story_ends_after_a_long_silence() -> None:
    assert SILENCE < 365
    assert _stories(f"== a 2024-01-01\n{WAR}\n== b 2025-01-01\n{WAR}") == []


def test_an_undated_article_joins_its_story_last() -> None:
    assert _stories(f"== a\n{WAR}\n== b 2025-01-01\n{WAR}") == [("b", ["b", "a"])]


def test_countries_alone_make_no_story() -> None:
    text = "زار الوفد إيران وروسيا وطهران وأميركا."
    assert _stories(f"== a 2025-01-01\n{text}\n== b 2025-01-01\n{text}") == []


def test_a_newer_article_moves_no_older_one() -> None:
    old = "\n".join(
        f"== {n} 2025-01-0{d}\n{t}"
        for n, d, t in zip("abcd", "1234", [WAR, TREATY] * 2, strict=True)
    )
    assert _stories(old) == [("b", ["d", "b"]), ("a", ["c", "a"])]
    new = f"{old}\n== e 2025-02-01\n{WAR}"
    assert _stories(new) == [("a", ["e", "c", "a"]), ("b", ["d", "b"])]


def test_a_story_has_several_outlets() -> None:
    briefing = make_briefing(TOPICS, f"== a sky\n{WAR}\n== b sky\n{WAR}\n== c\n{WAR}")
    assert [story.articles for story in briefing.stories.values()] == [("a", "b", "c")]
    assert not make_briefing(TOPICS, f"== a sky\n{WAR}\n== b sky\n{WAR}").stories
