"""What an override can refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from generator.model import PageSection


class Targets(NamedTuple):
    """What overrides can refer to, by section."""

    sound: Mapping[PageSection, AbstractSet[str]]
    declared: Mapping[PageSection, AbstractSet[str] | None]
    """Broken ones too, which were reported where they are; None where they can't be known."""
    pageless: AbstractSet[str] = frozenset()
    """Articles that are hidden, or merged into others; known once their overrides are."""

    def is_unknown(self, section: PageSection, name: str) -> bool:
        """Return whether there is certainly no such page."""
        declared = self.declared[section]
        return declared is not None and name not in declared


NO_TARGETS: Final = Targets(
    {"articles": frozenset(), "topics": frozenset()}, {"articles": None, "topics": None}
)
"""For an override that refers to nothing."""
