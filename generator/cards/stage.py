"""Draws the cards that are missing, on all cores; what was drawn once is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.cache import Cache
from generator.cards.card import Card, card_of
from generator.errors import UsageError
from generator.metadata.subject import key_of
from generator.parallel import run_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.config import Settings
    from generator.pages.page import PlannedPage
    from generator.pages.renderer import Renderer

FEW = 8
"""Cards that are drawn here: for so few, a second process costs more than it saves."""


class Drawn(NamedTuple):
    """A card as it is kept."""

    png: bytes


def plan_cards(renderer: Renderer, pages: Iterable[PlannedPage]) -> dict[str, Card]:
    """Return every card of the site by its path; empty where it has none."""
    cards = (card_of(renderer, p.language, p.section, key_of(p.url, p.section)) for p in pages)
    return {card.path: card for card in cards if card is not None}


def draw_cards(
    cards: Mapping[str, Card], missing: Sequence[str], settings: Settings
) -> dict[str, bytes]:
    """Return those of ``cards`` that are ``missing`` as PNG files, by their paths.

    One whose words stop the drawing, which no known ones do, shows the name of the site alone.
    Raises UsageError where this machine can't draw Arabic.
    """
    if not missing:
        return {}
    # Pillow takes longer to load than a build in which no card is new.
    from generator.cards.draw import draw
    from generator.cards.font import can_shape

    if not can_shape():
        raise UsageError(
            "Share images are not drawn: this Pillow has no Raqm, which joins Arabic letters. "
            "Install Pillow from PyPI, or set `share_images: none` for the plugin in mkdocs.yml."
        )
    cache = Cache(settings.cache, "cards", Drawn)
    drawn = {path: kept.png for path in missing if (kept := cache.get(path))}
    new = [path for path in missing if path not in drawn]
    wanted = 0 if len(new) <= FEW else settings.workers
    outcomes = run_all(draw, [cards[path] for path in new], wanted)
    for path, outcome in zip(new, outcomes, strict=True):
        plain = cards[path]._replace(title="", kicker="", below="")
        drawn[path] = outcome.value if outcome.error is None else draw(plain)
        cache.put(path, Drawn(drawn[path]))
    cache.prune(cards)
    return drawn
