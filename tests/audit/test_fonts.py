"""Every character that the site shows has a glyph in its own fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.audit.fonts import read_faces, undrawn
from tests.repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

STYLE = REPOSITORY / "templates" / "assets" / "css" / "base.css"


@pytest.mark.slow
def test_every_character_of_the_five_articles_is_drawn(site: Path) -> None:
    assert undrawn(site) == {}


@pytest.mark.parametrize(
    ("char", "weights"),
    [("س", 2), ("ی", 2), ("٪", 2), ("5", 2), ("é", 2), ("«", 2), ("→", 2), ("✓", 2), ("漢", 0)],
)
def test_both_weights_draw_the_same(char: str, weights: int) -> None:
    faces = read_faces(STYLE)
    assert len(faces) == 4
    assert sum(face.draws(char) for face in faces) == weights
