"""Letters, marks and signs of Arabic news text, as character classes for regular expressions."""

from __future__ import annotations

from typing import Final

LETTER: Final = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc"
)
"""Arabic-script letters, presentation forms included."""

MARK: Final = (
    "\u00ad\u0300-\u036f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
"""What may stand inside a word and never changes which word it is: vowel marks, tatweel,
soft hyphen, zero-width and bidi controls, variation selectors."""

DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
"""Western, Arabic-Indic and Persian digits."""

CLOSING: Final = "»”‟›)]}"
