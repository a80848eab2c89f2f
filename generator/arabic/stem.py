"""Light stemming for search and for merging word forms: article, conjunction, common endings.

The same function runs in the browser (``templates/assets/js/search/fold.js``);
``tests/fixtures/stem.md`` tests both. Rules: Larkey's light10 with fewer endings; ``ان`` is kept
because names end in it: إيران, بزشكيان.
"""

from __future__ import annotations

from typing import Final

_PREFIXES: Final = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_SUFFIXES: Final = ("ها", "ات", "ون", "ين", "يه", "ه", "ي")


def light_stem(folded: str) -> str:
    """Return the light stem of a folded word; a word that is not Arabic is its own stem."""
    word = folded
    if word.startswith(_PREFIXES):
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= 2:
                word = word[len(prefix) :]
                break
        else:
            word = _without_conjunction(word)
    else:
        word = _without_conjunction(word)
    while word.endswith(_SUFFIXES):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
        else:
            break
    return word


def _without_conjunction(word: str) -> str:
    return word[1:] if len(word) >= 5 and word.startswith("و") else word
