"""Tests for what a site puts around every article and no list of phrases can tell."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.clean.phrases import may_begin, phrase_list, word_set
from generator.clean.rule import matching

if TYPE_CHECKING:
    from generator.clean.page import Line, Page
    from generator.clean.rule import LineTest

_FOLLOW: Final = ("تابع", "وتابع", "follow")
_WORD: Final = re.compile(r"\w+")
_HASHTAGS: Final = re.compile(r"(?:#[^\s#،,]+[\s،,]*)+")
_LEFT_BY_SOFTWARE: Final = re.compile(
    r"\[/?(?:caption|embed|gallery|video|audio|playlist|vc_\w+|et_pb_\w+|ad|contact-form)\b[^\]]*\].*"
    r"|\{\{[^{}]{0,80}\}\}|<!--.*-->|%%\w{1,40}%%|\[object object\]|undefined|null|nan"
    r"|lorem ipsum .*|embed from getty images|pic\.twitter\.com/\S+|https?://\S+|www\.\S+"
    r"|\S+\.(?:jpe?g|png|gif|webp|mp4)|انتهى(?:/\w{1,4})*"
    r"|please enable javascript.*|your browser does not support.*"
)
_FIELD: Final = re.compile(r"\((?:[a-z]+ ){0,3}(?:nodes?|field|widget|shortcode)(?: [a-z]+){0,2}\)")


def cms_placeholder(line: Line, page: Page) -> int:
    """Tell what publishing software was to replace: short codes, field names, bare addresses.

    The line is read as it stands, since its signs are what gives it away.
    """
    if line.words > 25:
        return 0
    content = line.span.of(page.text).lower()
    return int(
        _LEFT_BY_SOFTWARE.fullmatch(content) is not None or _FIELD.search(content) is not None
    )


def toolbar(line: Line, _page: Page) -> int:
    """Tell lines all of whose words are those of a tool bar."""
    if line.words > 12 or line.sign == ".":
        return 0
    words = _WORD.findall(line.key)
    return int(bool(words) and word_set("toolbar").issuperset(words))


def hashtags(line: Line, page: Page) -> int:
    """Tell lines that hold hashtags only."""
    content = line.span.of(page.text)
    return int(content[0] == "#" and line.is_short and _HASHTAGS.fullmatch(content) is not None)


def ornament(line: Line, _page: Page) -> int:
    """Tell lines of asterisks, dashes and the like, which hold no word."""
    return int(not line.key)


def network_list() -> LineTest:
    """Return the test for lines that name two or more social networks and nothing else."""
    return matching(_networks, words=30, asked=partial(may_begin, "network"))


def _networks() -> str:
    network = phrase_list("network")
    return rf"{network}(?:(?:[\s،,/|+•·-]|\bو)+{network})+"


def follow_name() -> LineTest:
    """Return the test for requests to follow a site by its name: ``تابعوا RT على``."""
    return matching(_follow_name, words=8, asked=lambda key: key.startswith(_FOLLOW))


def _follow_name() -> str:
    where = rf"(?:{phrase_list('network')}|{phrase_list('channel')})"
    return rf"(?:و?تابعو?ا?|follow) (?:\S+ ){{1,3}}(?:علي|عبر|on)(?:\s*{where}(?: .{{1,20}})?)?"


def disclaimer() -> LineTest:
    """Return the test for sentences that leave the responsibility for an opinion to its author."""
    return matching(_disclaimer, words=45)


def _disclaimer() -> str:
    subject, denial, owner = (
        phrase_list(f"opinion-{part}") for part in ("subject", "denial", "owner")
    )
    return rf".{{0,15}}{subject}(?!\w).{{0,60}}{denial}.{{0,60}}{owner}.*"
