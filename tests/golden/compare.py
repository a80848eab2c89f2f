"""Compares what came out with what people have read and found right."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def compare(golden: Path, found: str) -> None:
    """Fail where ``found`` is not what ``golden`` holds; under ``make golden`` write it there."""
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, "utf-8")
    assert golden.read_text("utf-8") == found, f"{golden.name}: see `make golden`"
