"""Words that name, follow or rule out what a number counts: closed lists, folded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from generator.arabic.fold import fold
from generator.arabic.numerals import number_words

if TYPE_CHECKING:
    from collections.abc import Mapping


def folded(words: str) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(fold(words).split())


LABELS: Final = folded(
    "رقم الرقم برقم أرقام المادة للمادة والمادة الفصل للفصل القرار قرار القانون قانون البند الفقرة"
    " الصفحة صفحة ص الجيل المجموعة مجموعة طراز الطراز النسخة الإصدار إصدار القناة قناة الطابق"
    " الغرفة غرفة الساعة ساعات المرسوم مرسوم ظهير الظهير الآية السورة اللواء لواء الفرقة الكتيبة"
    " المرتبة المركز الرتبة الصف الحلقة الجزء المجلد العدد الملحق الطريق المعبر المنطقة القمة"
    " المواد الفصول البنود مواد فصول عام العام سنة السنة لعام الذكرى للذكرى ذكرى"
    " الدورة النموذج نموذج ال الـ القرن المادتين المذكرة الحوار حوار هاتف الهاتف فاكس"
    " article chapter page number no resolution law section version group channel room route"
)
"""A number behind one of these numbers a thing, it counts nothing: ``المادة 5``."""

AFTERTHOUGHTS: Final = folded(
    "لصالح بحسب بسبب بهدف بفضل بشأن بينما بمعدل بنسبة بقيمة بمشاركة بحضور لمدة لفترة لأول لصالحه"
    " بزيادة بانخفاض بارتفاع بتراجع مقابل مقارنة حسب وفق إجمالا تقريبا فقط يوميا سنويا شهريا"
    " أسبوعيا كحد فأكثر فما فيما إضافية إضافيا آخرين أخرى أخريات لكل كل أعلاه منذ جي للهجرة"
)
"""Words that go on after a bare number and are nothing counted."""

ORDINALS: Final = folded(
    "الحادي الحادية الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السادسة"
    " السابع السابعة الثامن الثامنة التاسع التاسعة الاثنا الاثني الاثنتا الاثنتي"
)
"""Before ``عشر`` they make an order or another number, not ten."""

FRACTIONS: Final = folded("خمس سبع تسع عشر")
"""Without vowel marks a number and a fraction: ``خُمس``."""

WISHES: Final = folded("خير مبروك مبارك شكر تحية سلام سلامة عافية رحمة قبلة وردة صحة تهنئة مرحبا")
"""Behind a thousand they wish or thank, and count nothing: ``ألف مبروك``."""

BEFORE_VERBS: Final = folded("الذي قد وقد فقد لقد ولقد سواء")
"""Behind them stands a verb: ``سواء ألف رواية أو كتب مذكرات``."""

QUANTITY_CUES: Final = folded(
    "إلى من عددهم عددها عدده نحو ونحو حوالي وحوالي أكثر أقل بلغ بلغت يبلغ تبلغ بلوغ تجاوز تجاوزت"
    " يتجاوز تتجاوز مقابل بين عن على زهاء قرابة أصل إجمالي سوى عند حتى يناهز تناهز ناهز ب ل بنحو"
    " بحوالي لنحو قدره قدرها بقيمة بمعدل وصل وصلت سجل سجلت منهم منها بينهم بينها معدل حصيلة عدد"
    " مجموعه مجموعها قتل قتلت قتلوا وقتل أصيب وأصيب إصابة ومقتل مقتل اعتقال واعتقال أو و لـ بـ"
    " than about nearly almost around some least most over under killed injured from between total"
)
"""Before a number without a unit: it counts, and does not label."""

COUNTED_TOO: Final = folded(
    "مرات مرة جهة جهات كتب كتاب طالب طلب حالة نوع وحدة لبناني لبنانيا لوائح لترا"
)
"""Nouns that are also words of grammar or verbs."""

ENGLISH_GRAMMAR: Final = folded(
    "a an and are as at be been but by each for from had has have he her his in into is it its"
    " of on or out over per she since so than that the their then there they this to under until"
    " up was we were when which while who will with would"
)
ENGLISH_ADJECTIVE_ENDINGS: Final = (
    "al",
    "ed",
    "ing",
    "ish",
    "ese",
    "ive",
    "ous",
    "ic",
    "ian",
    "ern",
)
ENGLISH_ADJECTIVES: Final = folded(
    "new old other more major foreign senior young key different large small big long"
)

PERCENT: Final = folded("بالمئة بالمائة بالمية percent")
OF_A_HUNDRED: Final = folded("المئة المائة المية cent")
"""After ``في`` and ``per``."""

NOUNS_IN_YA: Final = (
    *sorted(folded("يوم يورو ين يهود يمن يابان يسار يارد يخت يتيم يونان يد يوميا")),
)
"""Beginnings of nouns in ``ي``; other words in it behind a number are verbs."""

SECOND_WORDS: Final = folded("مربع مربعا مربعة مكعب مكعبا مئوية ضوئية بحري بحريا square cubic")
"""They change what is counted: ``كيلومتر مربع``."""

HALVES: Final = folded("ونصف")
CURRENCY_SIGNS: Final = frozenset("$€£¥₪₽₺")
GLUED_UNITS: Final = folded("km kg mm cm m gb mb tb mw gw kwh كم كلم م مم سم كغ غ ميغاواط")

_PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_PAIRS: Final = folded(
    "عامين عامان يومين يومان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان دقيقتين دقيقتان سنتين سنتان"
    " ليلتين مرتين عقدين عقدان قرنين قرنان شخصين قتيلين جنديين جنديان طفلين طفلان كيلومترين مترين"
    " دولارين درهمين مقعدين صاروخين صاروخان طائرتين طائرتان سفينتين سفينتان جولتين مرحلتين"
    " ضربتين غارتين هدفين هدفان نقطتين دولتين وزيرين"
)


@cache
def pairs() -> Mapping[str, int]:
    """Return nouns in the dual that are two of a thing, with the letters of their proclitics."""
    return {mark + word: len(mark) for word in _PAIRS for mark in ("", *_PROCLITICS)}


@cache
def openings() -> frozenset[str]:
    """Return every word that may begin a number in words, with its proclitics."""
    begin = {word for word, known in number_words().items() if known.kind != "scales"}
    begin |= folded("نصف ربع half")
    return frozenset(mark + word for word in begin for mark in ("", *_PROCLITICS))
