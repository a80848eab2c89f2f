"""How many examples are looked at: few and always the same, or many and new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_CALM = settings(deadline=None, suppress_health_check=list(HealthCheck))
settings.register_profile("quick", _CALM, max_examples=25, derandomize=True, database=None)
settings.register_profile("harden", _CALM, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("MUJAZ_EXAMPLES", "quick"))
