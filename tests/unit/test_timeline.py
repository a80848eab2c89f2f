from __future__ import annotations

from generator.moments import MANY, days, moments, periods_of
from tests.briefings import make_briefing
from tests.unit.test_compare import TOPICS


def _said(*dates: str) -> dict[str, list[object]]:
    return {iso: [None] * (MANY // 2) for iso in dates}


def test_little_stays_on_one_page() -> None:
    assert periods_of(_said("2025-01-17", "2025-01-18")) == {}  # type: ignore[arg-type]


def test_a_page_a_year_a_month_where_there_is_much_a_decade_of_old_times() -> None:
    said = _said(
        "1828", "1949-05-11", "2001", "2025", "2025-01", "2025-01-17", "2025-04-08", "2026-01-01"
    )
    assert {period: list(found) for period, found in periods_of(said).items()} == {  # type: ignore[arg-type]
        "182x": ["1828"],
        "194x": ["1949-05-11"],
        "2001": ["2001"],
        "2025": ["2025"],
        "2025-01": ["2025-01", "2025-01-17"],
        "2025-04": ["2025-04-08"],
        "2026": ["2026-01-01"],
    }


def test_a_day_counts_articles_from_before_it_apart() -> None:
    briefing = make_briefing(
        TOPICS,
        "== a sky 2025-01-15\nتوقع روسيا المعاهدة في 17 يناير 2025. واللقاء في 17 يناير 2025.\n"
        "== b sky 2025-02-01\nوقعت روسيا معاهدة الشراكة في 17 يناير 2025، بعد اتفاق في 2001.",
    )
    said = moments(briefing.articles.values())
    assert list(said) == ["2001", "2025-01-17"]
    assert [(d.day.isoformat(), d.ahead, d.since) for d in days(said)] == [("2025-01-17", 1, 1)]
    assert [m.article.id for m in said["2025-01-17"]] == ["b", "a", "a"]
