"""Quotations of real articles, annotated without their text: places and digests of the words.

``news_quotes.json`` holds, for each article read, every quotation that is one: where it stands in
``title``, blank line, ``body``; the first 12 hex digits of the SHA-256 of its words and of the name
of who says it, null where the article does not tell. 52 articles of ``news_dev.jsonl`` drawn by
chance were read for it on 27 November 2026.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from tests.quality.annotated import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.findings import Record

_FILE = FOLDER / "news_quotes.json"


def score_quotes(found: Mapping[str, Record]) -> Record:
    """Return how many of the quotations found are right, in per cent, and how many of those there.

    ``found`` are the records of the articles by id. A quotation is wrong where none is annotated in
    its place, or another speaker than the annotated one is named for it.
    """
    right = total = wanted = 0
    for name, rows in json.loads(_FILE.read_text("utf-8")).items():
        if name not in found:
            continue
        said = {(start, end, words): speaker for start, end, words, speaker in rows}
        wanted += len(said)
        for quote in found[name]["quotes"]:
            total += 1
            place = (*quote["span"], _digest(quote["text"]))
            speaker = quote["speaker"] and _digest(quote["speaker"]["text"])
            right += place in said and speaker in (None, said[place])
    return {
        "quotations": total,
        "quotations right %": round(100 * right / max(total, 1), 1),
        "of those annotated, right %": round(100 * right / max(wanted, 1), 1),
    }


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:12]
