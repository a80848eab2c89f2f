"""Lists of articles by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.briefing import BriefedArticle
    from generator.pages.strings import Interface

UNDATED = "undated"

Month = tuple[str, str, list["BriefedArticle"]]
"""``YYYY-MM`` or ``undated``, its name, its articles."""


def by_month(articles: Iterable[BriefedArticle], ui: Interface) -> list[Month]:
    """Return ``articles``, which are ordered by date, in groups of one month."""
    return [
        (key, ui.t("article.undated") if key == UNDATED else ui.iso_date(key), list(found))
        for key, found in groupby(articles, _month)
    ]


def _month(article: BriefedArticle) -> str:
    return article.published.isoformat()[:7] if article.published else UNDATED
