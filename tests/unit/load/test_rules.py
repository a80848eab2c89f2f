"""Names, ids, sections and YAML: each case stands in a fixture file."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from generator.load.limits import DEFAULTS
from generator.load.names import check_names
from generator.load.refused import Located, Refused, Report
from generator.load.schema import is_web_address, parse_date
from generator.load.sections import HEADINGS, cut_sections
from generator.load.slugs import slug_of, why_no_id
from generator.load.strict_yaml import parse_yaml
from generator.load.suggest import closest, did_you_mean
from tests.fixtures import Case, read_fixture
from tests.unit.load.projects import outline

if TYPE_CHECKING:
    from generator.errors import Problem


@pytest.mark.parametrize("case", read_fixture("load_names.md"), ids=str)
def test_names(case: Case) -> None:
    report = Report("x")
    check_names(report, (Located(case.given, 0),), "alias", DEFAULTS)
    said = [str(problem).removeprefix("x: ") for problem in report.problems]
    assert (said or ["sound"]) == [case.expected]


@pytest.mark.parametrize("case", read_fixture("load_slugs.md"), ids=str)
def test_slugs(case: Case) -> None:
    assert slug_of(case.given) == case.expected


@pytest.mark.parametrize("name", ["index", "con", "lpt1", "a" * 101, "a--b", "-a", "a-", "A", ""])
def test_what_editors_can_not_use_as_an_id(name: str) -> None:
    assert why_no_id(name)


@pytest.mark.parametrize("name", ["404", "assets", "search", "home", "a" * 100, "1", "com10"])
def test_what_looks_dangerous_as_an_id_and_is_not(name: str) -> None:
    assert why_no_id(name) is None


@pytest.mark.parametrize("case", read_fixture("load_sections.md"), ids=str)
def test_sections(case: Case) -> None:
    report = Report("x")
    lines = []
    for section in cut_sections(case.given, 1, report):
        lines.append(f"{section.line} {section.kind}: {section.heading}")
        lines += [f"| {line}" for line in section.markdown.split("\n")]
    lines += [_said(problem) for problem in report.problems]
    assert "\n".join(lines) == case.expected


def _said(problem: Problem) -> str:
    plain = dataclasses.replace(problem, path="", line=0, severity="error")
    return f"{problem.severity} {problem.line}{plain}"


def test_sections_know_their_lines_below_front_matter() -> None:
    sections = cut_sections("\n## Summary\n\nText.", 5, Report("x"))
    assert [section.line for section in sections] == [6]


def test_every_known_heading_is_known_once() -> None:
    headings = [heading for names in HEADINGS.values() for heading in names]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("case", read_fixture("load_yaml.md"), ids=str)
def test_yaml(case: Case) -> None:
    assert outline(case.given) == case.expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: " + "x" * 70_000, "The YAML is larger than 65,536 bytes"),
        ("a: " + "[" * 3_000, "The nesting is deeper than 20"),
        ("- " * 30_000, "The nesting is deeper than 20"),
        ("a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", "YAML anchors and aliases"),
    ],
)
def test_yaml_that_would_cost_too_much(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        parse_yaml(text)


def test_limits_of_yaml_can_be_set() -> None:
    limits = dataclasses.replace(DEFAULTS, yaml_depth=2, yaml_nodes=5)
    assert parse_yaml("a: [b]", limits)
    with pytest.raises(Refused, match="The nesting is deeper than 2"):
        parse_yaml("a: [[b]]", limits)
    with pytest.raises(Refused, match="There are more than 5 keys and values"):
        parse_yaml("a: [b, c, d]", limits)


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://مثال.إختبار/خبر"],
)
def test_web_addresses(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//example.org", "https://", "ftp://example.org", "https://a b",
     "https://user@example.org", "https://example.org/\u202egpj.exe", "https://[::1", "data:,x",
     "https://example.org:99999999", 'https://example.org/"onclick=', "https:example.org",
     "java\nscript:alert(1)", "https://example.org\\@evil.example"],
)  # fmt: skip
def test_what_is_no_web_address(address: str) -> None:
    assert not is_web_address(address)


def test_dates_have_one_form() -> None:
    assert str(parse_date("2025-01-17")) == "2025-01-17"
    for word in ("2025-1-17", "20250117", "2025-02-30", "٢٠٢٥-٠١-١٧", "2025-W03-5", "0000-01-01"):
        assert parse_date(word) is None


def test_suggestions() -> None:
    assert closest("sorce", ("source", "title")) == "source"
    assert closest("TITLE", ("source", "title")) == "title"
    assert closest("x" * 10_000, ("x" * 9_999,)) is None
    assert did_you_mean("zzz", ("source",), "Remove it") == "Remove it"
