"""What ``make audit-supply`` says: a package that nobody was asked about is never called sound."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scripts.vulnerabilities import Answer, answer_of, said, together

if TYPE_CHECKING:
    from collections.abc import Mapping

SOUND = {"name": "jinja2", "version": "3.1.6", "vulns": []}
SKIPPED = {"name": "lxml", "skip_reason": "Dependency not found on PyPI"}
FOUND = {"id": "PYSEC-1", "fix_versions": ["2.1", "3.0"], "aliases": [], "description": "x"}
BROKEN = {"name": "yake", "version": "2.0", "vulns": [FOUND, FOUND | {"fix_versions": []}]}


def reply(*packages: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_each_package_is_sound_vulnerable_or_not_audited() -> None:
    assert said(answer_of(reply(SOUND, SKIPPED, BROKEN))) == (
        "Vulnerable: yake 2.0: PYSEC-1; mended in 2.1, 3.0\n"
        "Vulnerable: yake 2.0: PYSEC-1; mended in no version yet\n"
        "Not audited, for no database could be asked about them here: lxml.\n"
        "Run this where the package index itself, or OSV, can be reached.\n"
        "1 without known vulnerabilities, 1 with, 1 not audited.\n"
    )


def test_what_one_database_keeps_back_another_may_know() -> None:
    both = together(answer_of(reply(SOUND, SKIPPED)), answer_of(reply(SKIPPED | {"vulns": []})))
    assert both == Answer(frozenset(["jinja2", "lxml"]))
    assert said(both) == "2 without known vulnerabilities, 0 with, 0 not audited.\n"


def test_what_either_calls_vulnerable_is() -> None:
    both = together(answer_of(reply(BROKEN | {"vulns": []})), answer_of(reply(BROKEN)))
    assert said(both).endswith("0 without known vulnerabilities, 1 with, 0 not audited.\n")


@pytest.mark.parametrize("output", ["", "No known vulnerabilities found", "Traceback"])
def test_no_answer_is_no_good_news(output: str) -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        answer_of(output)
