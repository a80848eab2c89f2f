"""Fragment ids of sentences that last: a citation survives edits elsewhere in the article."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.arabic.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable


def sentence_anchors(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return a lasting fragment id for each sentence.

    It depends on the sentence's folded words alone, so a citation survives edits elsewhere in the
    article and corrected vowel marks; a repeated sentence gets a number.
    """
    seen: Counter[str] = Counter()
    anchors = []
    for sentence in sentences:
        words = " ".join(fold_text(sentence).split())
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        seen[digest] += 1
        anchors.append(f"s-{digest}" if seen[digest] == 1 else f"s-{digest}-{seen[digest]}")
    return tuple(anchors)
