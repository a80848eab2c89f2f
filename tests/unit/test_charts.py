from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from generator.briefing import BriefedTopic, Companion
from generator.charts import line_of_time as line_module
from generator.charts.coverage import MOST as MOST_ROWS
from generator.charts.coverage import coverage
from generator.charts.lettering import clip, width, wrap
from generator.charts.line_of_time import Day, line_of_time, spread
from generator.charts.network import MOST as MOST_NODES
from generator.charts.network import network
from generator.charts.over_time import MOST as MOST_BARS
from generator.charts.over_time import over_time
from generator.charts.seats import seat_all, seats
from generator.compare.voices import Coverage as Covered
from generator.model import LANGUAGES, Bilingual, Topic, TopicId
from tests.briefings import interface
from tests.fixtures import Case, read_fixture

NAMES = {"Iran": "إيران", "Russia": "روسيا", "Moscow": "موسكو"}
EN = interface("en")


def _topic(name: str, companions: tuple[Companion, ...] = ()) -> BriefedTopic:
    topic = Topic(TopicId(name.lower()), "country", Bilingual(NAMES.get(name, name), name))
    return BriefedTopic(topic, {}, (), (), companions)


def _network_of(lines: list[str], head: str) -> tuple[BriefedTopic, dict[TopicId, BriefedTopic]]:
    pairs = [line.rsplit(" ", 1) for line in lines]
    found = tuple(Companion(TopicId(name.lower()), 1, int(n)) for name, n in pairs)
    others = [_topic(name) for name, _ in pairs]
    return _topic(head, found), {topic.id: topic for topic in others}


def _titles(given: str) -> list[str]:
    head, *lines = given.split("\n")
    kind, _, rest = head.partition(" ")
    rows = [line.rsplit(" ", 1 if kind == "over" else 2) for line in lines]
    titles = []
    for language in LANGUAGES:
        ui = interface(language)
        if kind == "line":
            days = [Day(date.fromisoformat(day), int(a), int(b)) for day, a, b in rows]
            titles.append(line_of_time(days, ui, int(rest)).title)
        elif kind == "over":
            mentions = [(date.fromisoformat(d) if d else None, int(n)) for d, n in rows]
            titles.append(over_time(mentions, ui).title)
        else:
            titles.append(network(*_network_of(lines, rest), ui, language).title)
    return titles


@pytest.mark.parametrize("case", read_fixture("charts.md"), ids=str)
def test_titles(case: Case) -> None:
    assert "\n".join(_titles(case.given)) == case.expected


def _days(count: int, step: int = 1) -> list[Day]:
    first = date(2025, 1, 1)
    return [Day(first + timedelta(days=n * step), n % 2, 1 + n % 3) for n in range(count)]


def test_line_of_time_keeps_order_and_distance() -> None:
    drawn = line_of_time(_days(30), EN, 50)
    assert len(drawn.marks) == line_module.MOST
    assert drawn.left_out == 30 - line_module.MOST
    assert [m.day.day for m in drawn.marks] == sorted(m.day.day for m in drawn.marks)
    least = line_module.SPAN / (line_module.MOST - 1)
    assert all(b.x - a.x >= least - 0.02 for a, b in pairwise(drawn.marks))
    assert drawn.marks[-1].x == pytest.approx(line_module.EDGE + line_module.SPAN, abs=0.05)


def test_line_of_time_says_where_it_is_uneven() -> None:
    even, stretched = spread([10, 20])
    assert even == [pytest.approx(74 / 3), pytest.approx(148 / 3)]
    assert not stretched
    widths, uneven = spread([1, 1, 9000])
    assert uneven
    assert widths[0] == widths[1] == line_module.SPAN / (line_module.MOST - 1)
    assert sum(widths) == pytest.approx(line_module.SPAN)


def test_labels_of_one_row_of_the_line_never_touch() -> None:
    for language in LANGUAGES:
        marks = line_of_time(_days(10), interface(language), 50).marks
        for row in {mark.level for mark in marks}:
            in_row = [(m.x * 2.8, width(m.label) / 2) for m in marks if m.level == row]
            assert all(a + wa < b - wb for (a, wa), (b, wb) in pairwise(in_row))


def test_over_time_has_few_bars_over_any_stretch() -> None:
    for days in (1, 15, 100, 400, 3000, 40000, 700000):
        drawn = over_time(
            [(date(1, 1, 1) + timedelta(days=n * days // 9), 1) for n in range(9)], EN
        )
        assert len(drawn.bars) <= MOST_BARS
        assert all(bar.height > 0 for bar in drawn.bars if bar.count)
    assert over_time([(date(9999, 12, 31), 1), (date(9999, 12, 1), 2)], EN).bars


def test_seats_are_taken_once_and_the_middle_is_the_topic() -> None:
    for nodes in range(1, 14):
        ties = tuple((0, n, 1) for n in range(1, nodes))
        found = seat_all(nodes, ties)
        assert len(set(found)) == nodes <= len(seats(nodes))
        assert found[0] == seats(nodes)[0]


def test_those_that_belong_together_sit_together() -> None:
    ties = (*((0, n, 1) for n in range(1, 8)), (1, 7, 50))
    found = seat_all(8, ties)
    apart = sorted((abs(a - found[1][0]) * 3 + abs(b - found[1][1])) for a, b in found)
    assert abs(found[7][0] - found[1][0]) * 3 + abs(found[7][1] - found[1][1]) <= apart[2]


def test_network_draws_few_and_says_what_it_leaves_out() -> None:
    lines = [f"Other{n:02} {30 - n}" for n in range(14)]
    drawn = network(*_network_of(lines, "Iran"), EN, "en")
    assert (len(drawn.nodes), drawn.left_out) == (1 + MOST_NODES, 14 - MOST_NODES)
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(drawn.nodes)


def test_coverage_shows_silence_and_says_what_is_left_out() -> None:
    counts = [(_topic(f"T{n}"), (n, 0)) for n in range(1, 20)]
    drawn = coverage(counts, Covered((), 40, 3, 30), EN, "en")
    assert drawn.title == "Of 40 topics, all write about 3, and only one about 30."
    assert (len(drawn.rows), drawn.left_out) == (MOST_ROWS, 40 - MOST_ROWS)
    assert {row.spots[1].radius for row in drawn.rows} == {0}
    assert drawn.rows[0].spots[0].radius < drawn.rows[-1].spots[0].radius


def test_one_source_has_nothing_to_be_compared_with() -> None:
    drawn = coverage([(_topic("Iran"), (3,))], Covered((), 1, 1, 1), EN, "en")
    assert not drawn.rows
    assert "nothing to compare" in drawn.title


def test_lettering() -> None:
    assert wrap("معاهدة الشراكة الاستراتيجية", 100) == ("معاهدة الشراكة", "الاستراتيجية")
    assert wrap("one two three four five six", 60) == ("one two", "three f…")
    assert clip("x", 100) == "x"
    assert width("مُمَرّ") == width("ممر")
    assert wrap("", 50) == ("",)
