"""Ids out of file names: lower-case ASCII, the same on every machine, for ever."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from generator.load.refused import quoted

MAX_LENGTH: Final = 100
"""Longest id, in characters: a path made of it fits every file system."""

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)


def is_slug(name: str) -> bool:
    """Return whether ``name`` can be an id as it stands."""
    return len(name) <= MAX_LENGTH and _SLUG.fullmatch(name) is not None


def slug_of(name: str) -> str:
    """Return the id that stands for ``name``, whatever characters that holds.

    A slug is kept, capitals become small letters. Where more than that is lost, a short hash of
    the whole name follows, so that ``a b`` and ``a-b`` stay apart; the hash is taken of the NFC
    form, because some file systems change to NFD what they store.
    """
    name = unicodedata.normalize("NFC", name)
    words = "-".join(_WORD.findall(name)).lower()
    raw = name.encode("utf-8", "surrogatepass")
    if is_slug(words) and words.encode() == raw.lower():
        return words
    head = words[: MAX_LENGTH - 20].rstrip("-") or "article"
    return f"{head}-{hashlib.sha256(raw).hexdigest()[:8]}"


def why_no_id(name: str) -> tuple[str, str] | None:
    """Return why an id that an editor chose can't be one and what to do, None where it can."""
    if not is_slug(name):
        words = "-".join(_WORD.findall(name)).lower()
        proposal = f", such as “{words}”" if 0 < len(words) <= MAX_LENGTH else ""
        return (
            f"{quoted(name)} can't be an id",
            f"Use up to {MAX_LENGTH} small letters a to z, digits and single hyphens{proposal}",
        )
    if reason := why_reserved(name):
        return f"{quoted(name)} can't be an id: {reason}", "Choose another name"
    return None


def why_reserved(slug: str) -> str | None:
    """Return why ``slug`` can't be an id, None where it can.

    Pages lie at ``/<language>/<section>/<id>/``, so names such as ``assets`` or ``404`` harm
    nothing.
    """
    if slug == "index":
        return "web servers and MkDocs take that name for the list of its folder"
    if slug in _DEVICES:
        return "Windows keeps that name for a device"
    return None
