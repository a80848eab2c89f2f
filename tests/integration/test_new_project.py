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
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
    }
    for step in steps(folder, event):
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{step['run']}\n{done.stdout}{done.stderr}"


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
