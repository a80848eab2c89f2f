"""Whether the gender of a verb allows that a title is its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import folded_words, person_titles
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from generator.analysis.quotes.lexicon import Gender
    from generator.analysis.quotes.scene import Scene
    from generator.analysis.quotes.speakers import Phrase

_FEMININE: Final = ("ه", "ها")
_MASCULINE: Final = folded_words("داعية قادة أساتذة أحدهم بعضهم")
"""Titles that look feminine, or of several men."""
_EITHER: Final = folded_words("عمدة نواب مصادر شهود والده شقيقه ابنه نظيره زوجه")
"""Titles of women as well, those that folding makes so (``والدة``, ``والده``), and plurals whose
verbs are feminine, as are those in ``اء``."""
_PLURAL: Final = fold("اء")


_MASCULINE_LANDS: Final = folded_words(
    "العراق لبنان المغرب السودان اليمن الأردن الصومال الكويت الفاتيكان البيت"
)


def agrees(gender: Gender, speaker: Phrase, scene: Scene) -> bool:
    """Return False only where verb and speaker contradict.

    ``تنتقد`` is not said of ``الرئيس``, nor ``زاعما`` of ``إسرائيل``: lands are feminine.
    """
    title = speaker.words[0]
    if speaker.start in scene.places and gender == "m" and title not in person_titles():
        return title in _MASCULINE_LANDS
    if gender == "p" or title not in person_titles():
        return True
    title = title.removeprefix("ال")
    if title in _EITHER or title.endswith(_PLURAL):
        return True
    feminine = title.endswith(_FEMININE) and title not in _MASCULINE
    return feminine == (gender == "f")
