"""The CI of the repository and of new projects: pinned actions, least rights, no surprises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

GITHUB = (
    REPOSITORY / ".github/workflows/site.yml",
    REPOSITORY / "templates/project/dot-github/workflows/site.yml",
)
GITLAB = (REPOSITORY / ".gitlab-ci.yml", REPOSITORY / "templates/project/dot-gitlab-ci.yml")


def parse(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", GITHUB, ids=["repository", "project"])
class TestGitHub:
    def test_actions_are_pinned_by_commit_with_their_tag_beside(self, path: Path) -> None:
        used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
        assert used
        for action in used:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action

    def test_each_job_has_only_the_rights_it_needs(self, path: Path) -> None:
        workflow = parse(path)
        assert workflow["permissions"] == {}
        rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
        for name in ("test", "properties"):
            assert rights.pop(name, {"contents": "read"}) == {"contents": "read"}
        assert rights == {
            "build": {"contents": "read", "pages": "read"},
            "publish": {"pages": "write", "id-token": "write"},
        }

    def test_pull_requests_publish_nothing_and_keep_no_credentials(self, path: Path) -> None:
        workflow = parse(path)
        assert workflow["jobs"]["publish"]["if"].startswith("github.event_name != 'pull_request'")
        assert "pull_request_target" not in path.read_text("utf-8")
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                if "checkout" in step.get("uses", ""):
                    assert step["with"]["persist-credentials"] is False

    def test_no_text_of_a_stranger_becomes_a_command(self, path: Path) -> None:
        for job in parse(path)["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", GITLAB, ids=["repository", "project"])
def test_gitlab_publishes_the_default_branch_alone(path: Path) -> None:
    jobs = parse(path)
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert jobs["pages"]["artifacts"] == {"paths": ["public"]}
    assert "briefing-difference.md" in jobs["site"]["artifacts"]["paths"]


def test_the_repository_publishes_only_what_is_tested() -> None:
    assert parse(GITHUB[0])["jobs"]["publish"]["needs"] == ["test", "properties", "build"]


def test_one_action_has_one_version_everywhere() -> None:
    everywhere = {
        use for path in GITHUB for use in re.findall(r"uses: (.*)", path.read_text("utf-8"))
    }
    assert len(everywhere) == len({use.partition("@")[0] for use in everywhere})
