"""Every command that the documents name is there, with the options they name."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from generator.cli import cli as mujaz
from tests.command import mujaz as run
from tests.docs.documents import Piece, commands, documents, pieces
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = {"mujaz": mujaz, "mkdocs": mkdocs}
ELSEWHERE = (".", "git", "cd", "mkdir", "pip", "pipx")
"""Programs that are not ours; with them stands what everybody knows."""
LASTING = ("serve",)
"""Commands that do not end by themselves; the tests of each of them start it."""


def words_of(command: str) -> list[str]:
    """Return the words of a command or of its usage, without the brackets of what may be left out.

    ``mujaz build [-C DIR] [--strict]`` gives ``mujaz``, ``build``, ``-C``, ``DIR``, ``--strict``.
    """
    command = re.split(r"\s[<>|&]+\s", command)[0]
    return shlex.split(re.sub(r"[\[\]…]", " ", command).replace("(", " ").replace(")", " "))


def misfit(program: click.Command, words: list[str]) -> str | None:
    """Return what of a command line the program does not know, None where it knows all."""
    while isinstance(program, click.Group) and words and not words[0].startswith("-"):
        found = program.commands.get(words[0])
        if found is None:
            # `mujaz new DIR` is `mujaz new project DIR`: the command has arguments of its own.
            resolve = getattr(program, "resolve_command", None)
            try:
                found = resolve and resolve(click.Context(program), list(words))[1]
            except click.UsageError:
                return f"no command {words[0]}"
            program = found or program
            break
        program, words = found, words[1:]
    options = {o: p for p in program.params for o in (*p.opts, *p.secondary_opts)}
    takes = any(isinstance(p, click.Argument) for p in program.params)
    rest = iter(words)
    for word in rest:
        name, value, _ = word.partition("=")
        if name.startswith("-") and name not in options:
            return f"{program.name} has no option {name}"
        option = options.get(name)
        if isinstance(option, click.Option) and not option.is_flag and not value:
            next(rest, None)
        elif not name.startswith("-") and not takes:
            return f"{program.name} takes no {name}"
    return None


@pytest.mark.parametrize("piece", commands(), ids=str)
def test_a_command_is_there(piece: Piece) -> None:
    words = words_of(piece.text)
    if words[0] == "make":
        targets = [word for word in words[1:] if "=" not in word]
        done = subprocess.run(
            ["make", "-n", *targets], cwd=REPOSITORY, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    elif words[0] in PROGRAMS:
        assert misfit(PROGRAMS[words[0]], words[1:]) is None
    elif words[0] in ("python", "python3") and words[1] == "-m":
        assert importlib.util.find_spec(words[2]), f"there is no module {words[2]}"
    else:
        assert words[0] in ELSEWHERE, f"say in {__file__} how {words[0]} is checked"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("mujaz build [-C DIR] [--strict] [--workers N]", None),
        ("mujaz edit en/articles/<id>", None),
        ("mujaz new ../briefing", None),
        ("mujaz topics suggest", None),
        ("mujaz biuld", "no command biuld"),
        ("mujaz build --fast", "build has no option --fast"),
        ("mujaz build en", "build takes no en"),
        ("mujaz topics guess", "no command guess"),
    ],
)
def test_what_is_not_there_is_noticed(line: str, wrong: str | None) -> None:
    assert misfit(mujaz, words_of(line)[1:]) == wrong


def test_each_command_is_in_the_readme() -> None:
    named = {
        words[1]
        for piece in pieces("code")
        if piece.path.name == "README.md" and len(words := words_of(piece.text)) > 1
        if words[0] == "mujaz"
    }
    assert set(mujaz.commands) <= named


@pytest.mark.slow
@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_the_commands_of_a_document_run_one_after_the_other(path: Path, project: Path) -> None:
    """Lines of shell blocks that call ``mujaz`` end well in a copy of this project."""
    for piece in commands():
        words = words_of(piece.text)
        ours = piece.path == path and piece.kind != "code" and words[0] == "mujaz"
        if ours and words[1] not in LASTING:
            done = run(*words[1:], folder=project)
            assert done.returncode == 0, f"{piece}: {done.stderr}"
