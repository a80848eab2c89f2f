"""Light stemming for search and for merging word forms: article, conjunction, common endings.

The same function runs in the browser (``templates/assets/js/search/fold.js``);
``tests/fixtures/stem.md`` tests both. Rules: Larkey's light10 with fewer endings; ``ان`` is kept
because names end in it: إيران, بزشكيان.
"""

from __future__ import annotations

from typing import Final

_PREFIXES: Final = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_SUFFIXES: Final = ("ها", "ات", "ون", "ين", "يه", "ه", "ي")
_PROCLITICS: Final = "وفبلك"


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


def proclitic_variant(folded: str) -> str | None:
    """Return the stem of the word without a one-letter proclitic, where it may carry one.

    ``بعقوبات`` gives the stem of ``عقوبات``. It is a guess (``وزاره`` gives ``زار``), so search
    gives it half the weight.
    """
    if len(folded) < 4 or folded[0] not in _PROCLITICS:
        return None
    variant = light_stem(folded[1:])
    return None if variant == light_stem(folded) else variant
