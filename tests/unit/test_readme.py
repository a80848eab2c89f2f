"""The README says nothing of commands, options and files that is not so."""

from __future__ import annotations

import re

import click
import pytest

from generator.cli import cli
from generator.load.sections import HEADINGS
from generator.load.strict_yaml import parse_yaml
from tests.repository import REPOSITORY

README = (REPOSITORY / "README.md").read_text("utf-8")
COMMANDS = sorted(set(re.findall(r"`mujaz ([^`]+)`", README)))


@pytest.mark.parametrize("written", COMMANDS)
def test_a_command_and_its_options_exist(written: str) -> None:
    words = re.findall(r"[^\s\[\]…]+", written.replace("\\|", "/"))
    command: click.Command = cli
    for word in words:
        if not isinstance(command, click.Group):
            break
        if word not in command.commands:
            assert command.name == "new", written  # `new DIR` is `new project DIR`
            break
        command = command.commands[word]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known


def test_every_command_is_in_the_readme() -> None:
    assert set(cli.commands) == {written.split()[0] for written in COMMANDS}


def test_the_sections_it_names_are_known() -> None:
    named = set(re.findall(r"`## ([^`]+)`", README))
    assert named == {headings[0] for headings in HEADINGS.values()}


def test_its_yaml_can_be_read() -> None:
    for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL):
        assert parse_yaml(block)


def test_the_files_it_links_to_are_there() -> None:
    for link in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (REPOSITORY / link).is_file(), link
