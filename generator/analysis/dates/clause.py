"""Whether the clause around a date tells what was or what is to come."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from generator.analysis.dates.lexicon import BY, DELIVERED, SINCE, folded
from generator.arabic.words import function_words, reporting_verbs

if TYPE_CHECKING:
    from generator.analysis.dates.pieces import Piece, Scan

Tense = Literal["", "past", "future"]

_BACK: Final = 30
_FORTH: Final = 12
_TO_COME: Final = folded(
    "المقرر مقرر المرتقب مرتقب مرتقبا المزمع المنتظر ينتظر المتوقع يتوقع سوف يعتزم تعتزم يعتزمان"
    " يستعد تستعد ينوي تنوي لاحق موعد"
    " will shall expected scheduled due plans plan upcoming set"
)
_DONE: Final = folded(
    "كان كانت كانوا تم تمت جرى جرت وقع وقعت وقعا شهد شهدت عقد عقدت بدأ بدأت انطلق انطلقت قتل"
    " قتلت قتلوا أصيب أصيبت توفي توفيت رحل ولد ولدت وصل وصلت زار زارت التقى التقت استقبل"
    " استقبلت عاد عادت صدر صدرت أصدر أصدرت أقر أقرت وافق وافقت صادق صادقت اندلع اندلعت انتهى"
    " انتهت افتتح افتتحت اختتم اختتمت نفذ نفذت شن شنت أطلق أطلقت قرر قررت حصل حصلت فاز فازت"
    " سجل سجلت بلغ بلغت ارتفع ارتفعت انخفض انخفضت تراجع تراجعت أجرى أجرت قام قامت دخل دخلت"
    " غادر غادرت سقط سقطت اعتقل اعتقلت أوقف أوقفت قضت حكمت نظم نظمت شارك شاركت تأسس تأسست"
    " أسس أعيد نشرت نشر وقعوا انعقد انعقدت انتخب انتخبت تولى تولت عين عينت ضرب هاجم استهدف"
    " استهدفت was were had did said told announced began rose fell met held came went saw"
)
_HAPPENINGS: Final = tuple(
    folded(
        "نطلق ستضيف حتضن عقد فتتح شهد لتقي ستقبل نظم جري بدأ ختتم صوت توجه زور واجه شارك حل غادر"
        " سافر نتخب وقع تنافس ستأنف دخل صل بحث ناقش ترأس جتمع"
    )
)
_ABOUT_TO: Final = frozenset(mark + stem for mark in "يت" for stem in _HAPPENINGS)
_NOT_VERBS: Final = tuple(
    folded(
        "سياس سيار سياد سيد سينم سيناء سيطر سيرة سير سيرغي سيف سيول سيل سيب سيم سيدن سيات"
        " ستين ستون ستار ستيف ستاد سته ستوك ستراتيجي ستر ستال ستة سنوات سنو سند سنه سنغ سنت سنج"
        " سني سنا سني سنار"
    )
)
"""Beginnings of words in ``سي``, ``ست``, ``سن`` that are no verb of the future."""


def tense(scan: Scan, piece: Piece) -> Tense:
    """Return what the nearest verb of the sentence says, looking back first, then ahead."""
    before = scan.word(piece.first - 1)
    if before in SINCE:
        return "past"
    if before in DELIVERED:
        return "future"
    here = piece.first
    while here > 0 and here > piece.first - _BACK and not _ends_sentence(scan, here):
        here -= 1
        found = _tense_of(scan.word(here))
        if found:
            return found
    opens_with = scan.word(here)
    here = piece.next
    while here < len(scan.tokens) and here < piece.next + _FORTH and not _ends_sentence(scan, here):
        found = _tense_of(scan.word(here))
        if found:
            return found
        here += 1
    opens_future = before in BY or _strip_conjunction(opens_with) in _ABOUT_TO
    return "future" if opens_future else ""


def _ends_sentence(scan: Scan, at: int) -> bool:
    """Whether a sentence ends before token ``at``."""
    gap = scan.text[scan.tokens[at - 1].end : scan.tokens[at].start]
    return gap != " " and any(sign in gap for sign in ".!?؟\n")


def _strip_conjunction(word: str) -> str:
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


@lru_cache(maxsize=1 << 13)
def _tense_of(word: str) -> Tense:
    if word in _TO_COME:
        return "future"
    if word == "بين":
        return ""
    if word in reporting_verbs():
        return "past"
    if word.isascii() and len(word) > 4 and word.endswith("ed"):
        return "past"
    bare = _strip_conjunction(word)
    if bare in _TO_COME or _is_future_verb(bare):
        return "future"
    return "past" if bare in _DONE else ""


def _is_future_verb(word: str) -> bool:
    """``ستوقع``, ``سيلتقي``: a word in ``س`` and a letter of the present tense."""
    if len(word) < 5 or word[0] != "س" or word[1] not in "يتن":
        return False
    return not word.startswith(_NOT_VERBS) and word not in function_words()
