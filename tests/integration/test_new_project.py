"""From an empty folder to a pull request, by the commands that a new project's CI runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import mujaz

pytestmark = pytest.mark.slow

ARTICLE = "توقيع اتفاق\n\nوقع الرئيسان اتفاق شراكة في موسكو يوم الجمعة بعد محادثات طويلة.\n"


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a new project in a repository, as on a main branch."""
    folder = tmp_path / "briefing"
    assert mujaz("new", folder).returncode == 0
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def steps(folder: Path, event: str) -> list[dict[str, Any]]:
    """Return the steps of the build job that have commands and run on ``event``."""
    workflow = yaml.safe_load((folder / ".github/workflows/site.yml").read_text("utf-8"))
    other = f"github.event_name {'!=' if event == 'pull_request' else '=='} 'pull_request'"
    return [
        step
        for step in workflow["jobs"]["build"]["steps"]
        if "run" in step and "pip install" not in step["run"] and step.get("if") != other
    ]


def run(folder: Path, event: str, temp: Path) -> None:
    """Run the job's commands with what is installed here instead of what pip would install."""
    shell(
        folder,
        [step["run"] for step in steps(folder, event)],
        RUNNER_TEMP=str(temp),
        GITHUB_STEP_SUMMARY=str(temp / "summary.md"),
    )


def run_gitlab(folder: Path, job: str, **variables: str) -> None:
    """Run the script of a job of GitLab's, without the installing before and within it."""
    jobs = yaml.safe_load((folder / ".gitlab-ci.yml").read_text("utf-8"))
    script = "\n".join(line for line in jobs[job]["script"] if not line.startswith("apt-get"))
    own = {
        name: variables.get(value.removeprefix("$"), value)
        for name, value in jobs[job].get("variables", {}).items()
    }
    shell(folder, [script], CI_PROJECT_DIR=str(folder), **variables, **own)


def shell(folder: Path, commands: list[str], **variables: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for words in commands:
        command = ["bash", "-e", "-o", "pipefail", "-c", words]
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | {"PATH": path} | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"


def test_the_first_build_of_an_empty_project_publishes_an_empty_site(
    project: Path, tmp_path: Path
) -> None:
    run(project, "push", tmp_path)
    assert "content/articles" in (project / "site/ar/index.html").read_text("utf-8")
    assert (project / "site/en/feed.xml").is_file()


def test_a_pull_request_is_told_what_it_changes(project: Path, tmp_path: Path) -> None:
    done = mujaz("new", "article", "treaty", "-C", project, given=ARTICLE)
    assert done.returncode == 0, done.stderr
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Add an article")
    run(project, "pull_request", tmp_path)
    difference = (project / "briefing-difference.md").read_text("utf-8")
    assert "- **توقيع اتفاق** (`treaty`): new – by `content/articles/treaty.txt`" in difference
    assert (tmp_path / "summary.md").read_text("utf-8") == difference


def test_a_merge_request_on_gitlab_is_told_as_well(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(project), "origin.git")
    git(project, "remote", "add", "origin", str(tmp_path / "origin.git"))
    head = ["git", "rev-parse", "HEAD"]
    base = subprocess.run(head, cwd=project, check=True, capture_output=True, text=True).stdout
    assert mujaz("new", "article", "treaty", "-C", project, given=ARTICLE).returncode == 0
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Add an article")
    run_gitlab(project, "site", CI_MERGE_REQUEST_DIFF_BASE_SHA=base.strip())
    difference = (project / "briefing-difference.md").read_text("utf-8")
    assert "new – by `content/articles/treaty.txt`" in difference


def test_gitlab_publishes_with_its_address(project: Path) -> None:
    assert mujaz("new", "article", "treaty", "-C", project, given=ARTICLE).returncode == 0
    run_gitlab(project, "pages", CI_PAGES_URL="https://example.gitlab.io/briefing")
    sitemap = (project / "public/sitemap.xml").read_text("utf-8")
    assert "https://example.gitlab.io/briefing/en/articles/treaty/" in sitemap
