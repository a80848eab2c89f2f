"""Providers with a fake engine each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.translate.engines import Script, Server, fake_argos, fake_server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve an endpoint that translates."""
    with fake_server() as running:
        yield running


@pytest.fixture
def argos(monkeypatch: pytest.MonkeyPatch) -> Script:
    """Put a machine at hand; its script holds what it does wrong."""
    return fake_argos(monkeypatch)
