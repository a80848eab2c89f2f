"""Words that begin, qualify or rule out a date: closed lists, folded, with their proclitics."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from generator.arabic.calendar import month_names, weekday_names
from generator.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Side = Literal["", "before", "same", "after"]
"""Where a time lies that is counted from another: ``الماضي``, ``الجاري``, ``المقبل``."""
Unit = Literal["day", "week", "month", "year"]
Role = Literal["month", "weekday", "yesterday", "tomorrow", "today", "period", "ago", "qualifier"]


class Trigger(NamedTuple):
    """What a word begins."""

    role: Role
    cut: int = 0
    """Letters of the folded word that are proclitics."""


def folded(words: str) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(fold(words).split())


def _with(clitics: str, words: Iterable[str]) -> frozenset[str]:
    return frozenset(mark + word for word in words for mark in ("", *clitics.split()))


_BEFORE: Final[Side] = "before"
_SAME: Final[Side] = "same"
_AFTER: Final[Side] = "after"
SIDES: Final[Mapping[str, Side]] = {
    **dict.fromkeys(
        folded("الماضي الماضية الماضيين الفائت الفائتة المنصرم المنصرمة الفارط الفارطة السالف"),
        _BEFORE,
    ),
    **dict.fromkeys(folded("الجاري الجارية الحالي الحالية الراهن الراهنة"), _SAME),
    **dict.fromkeys(
        folded("المقبل المقبلة المقبلين القادم القادمة القادمين الآتي الآتية الوشيك"), _AFTER
    ),
}
ENGLISH_SIDES: Final[Mapping[str, Side]] = {
    "last": "before", "past": "before", "next": "after", "coming": "after", "this": "same",
}  # fmt: skip
SAME_AS_NAMED: Final = folded("نفسه نفسها ذاته ذاتها عينه عينها")
"""``من العام نفسه``: the year that the text named before."""

YEAR_NOUNS: Final = folded("عام العام سنة السنة عامي العامين سنتي السنتين أعوام الأعوام سنوات")
ONE_YEAR: Final = folded("عام العام سنة السنة للعام لعام لسنة للسنة")
PERIODS: Final[Mapping[str, Unit]] = {
    fold("العام"): "year", fold("السنة"): "year", fold("الشهر"): "month", fold("الأسبوع"): "week",
    "year": "year", "month": "month", "week": "week",
}  # fmt: skip
"""With their article: ``الشهر الماضي`` is a date, ``شهر`` a length of time."""
_LENGTHS: Final[tuple[tuple[Unit, int, str], ...]] = (
    ("day", 0, "أيام يوما days"), ("day", 1, "يوم day"), ("day", 2, "يومين"),
    ("week", 0, "أسابيع أسبوعا weeks"), ("week", 1, "أسبوع week"), ("week", 2, "أسبوعين"),
    ("month", 0, "أشهر شهور شهرا months"), ("month", 1, "شهر month"), ("month", 2, "شهرين"),
    ("year", 0, "سنوات أعوام عاما years"), ("year", 1, "سنة عام year"),
    ("year", 2, "سنتين عامين"),
)  # fmt: skip
LENGTHS: Final[Mapping[str, tuple[Unit, int]]] = {
    fold(word): (unit, amount) for unit, amount, words in _LENGTHS for word in words.split()
}
"""Units of ``قبل ثلاثة أيام``; 0 takes its amount from the number before it."""

PARTS: Final = folded(
    "أواخر أوائل أواسط مطلع بداية نهاية منتصف مستهل متم ختام أول آخر early late mid"
)
"""Part of a month, week or year; the date stays as exact as what follows."""
BEGINNINGS: Final = folded("مطلع بداية مستهل أوائل")
DAYTIMES: Final = folded("صباح مساء ظهر عصر فجر ليل ليلة مغرب نهار ضحى عشية")
SEASONS: Final = folded("صيف شتاء ربيع خريف الصيف الشتاء الربيع الخريف")

MONTH_NOUNS: Final = _with("و ف ب ل", folded("شهر شهري شهور أشهر"))
NOT_A_MONTH_AFTER: Final = _with("و ف ب ل", folded("إيض نيض"))
"""``إيض يناير``: the Amazigh new year."""
NEED: Final = folded("الحاجة حاجة")
"""``في أمس الحاجة``, in the direst need."""
DELIVERED: Final = folded("تسليم لتسليم")
"""``خام برنت تسليم يونيو``: a month to come, whatever the verbs say."""
SINCE: Final = _with("و ف", folded("منذ مذ since"))
BY: Final = _with("و ف", folded("بحلول by"))
EVERY: Final = folded("كل every each")
PLACES_IN_TIME: Final = MONTH_NOUNS | _with(
    "و ف",
    folded(
        "في منذ خلال حتى إلى بين قبل بعد لغاية غاية بحلول لـ ل عن بتاريخ حدود"
        " in since until by from between during through of to before after till"
    )
    | PARTS,
)
"""After one of these a month's name can only be a month (``مارس`` is also "he practised")."""
YEAR_PLACES: Final = PLACES_IN_TIME | _with(
    "و ف ب ل", folded("من ما حوالي سنوات أعوام فترة الفترة أفق برسم مواليد ولد توفي إنتاج طبعة")
)
"""After one of these a plain four-digit number is a year, unless something counted follows."""
YEAR_OWNERS: Final = _with(
    "و ف ب ل",
    folded(
        "دستور انتخابات قانون ظهير مونديال ثورة حراك موسم دورة نسخة حرب اتفاق اتفاقية معاهدة"
        " أحداث أزمة قمة رؤية إكسبو اكسبو أولمبياد يورو أجندة ميزانية موازنة مالية المالية كارثة"
        " انقلاب نكسة نكبة انتفاضة هزيمة حصيلة مخطط مشروع خطة هدف العالم القدم إعلان بيان قرار"
        " كوب مؤتمر ملتقى مهرجان معرض كأس مرحلة خطاب احتفالات معركة زلزال"
    )
    | SEASONS,
)
"""Things that bear the year they belong to: ``دستور 2011``."""
COUNTED: Final = folded(
    "دولار دولارا درهم درهما دينار دينارا ريال ريالا يورو جنيه جنيها ليرة روبل شيكل ين فرنك"
    " شخص شخصا قتيل قتيلا جريح جريحا جندي جنديا مقاتل مقاتلا عنصر عنصرا لاجئ نازح أسير طفل"
    " متر مترا كيلومتر كيلومترا كلم كم هكتار هكتارا فدان طن طنا برميل برميلا لتر كيلوغرام"
    " ميغاواط غيغاواط حالة إصابة وفاة منصب منصبا فرصة مشروع مشاريع فعالية قرية مدينة شركة مدرسة"
    " طالب تلميذ موظف عامل أسرة عائلة وحدة منزل سيارة طائرة دبابة صاروخ كتاب صفحة ساعة دقيقة يوم"
    " يوما شهر سنة عام عاما مرة ألف مليون مليار مقعد مقعدا صوت صوتا مشاركا مشارك نقطة سهم"
    " people dollars euros men women children soldiers troops tons kilometres kilometers miles"
)
"""Something counted: ``1500 دولار`` is a sum, not a year."""

ERA_COMMON: Final = folded("م ميلادي ميلادية للميلاد ce ad")
ERA_HIJRI: Final = folded("هـ هجري هجرية للهجرة ah")

NAMED_AFTER_DATES: Final = _with(
    "و ف ب ل",
    folded(
        "ثورة حرب أحداث هجمات هجوم اعتداءات انتفاضة عملية حراك حركة شارع جسر ميدان ساحة حي مدينة"
        " جامعة مستشفى ملعب مطار نكسة انقلاب لواء كتيبة قاعة محطة قوى فريق تحالف تيار خطاب دستور"
        " إعلان"
    ),
)
"""``ثورة 25 يناير``: a name that does not say which year."""
HELD_ON_WEEKDAYS: Final = _with(
    "و ف ب ل",
    folded(
        "اتفاق اجتماع لقاء قمة هجوم هجمات تفجير تفجيرات جلسة مباراة محادثات مفاوضات زيارة خطاب"
        " انتخابات اقتراع تظاهرات مظاهرات احتجاجات أحداث حادث قرار بيان تصريحات عملية ضربة ضربات"
        " غارة غارات قصف كلمة مؤتمر جولة سهرة حفل مسيرة مواجهة زلزال انفجار"
    ),
)
"""``اتفاق الجمعة``: no verb says whether that Friday is past or to come."""
NOT_A_WEEKDAY_AFTER: Final = _with(
    "و ف ب ل", folded("صلاة خطبة مسجد سوق ساحة حي شارع كل أيام ليالي بين أحد آل كلا هذين")
)
NOT_A_WEEKDAY_BEFORE: Final = folded(
    "السوداء الأسود البيضاء الأبيض العظيمة الحزينة الدامي الأحمر معا black"
)

_FAMILY: Final = "و ف ب ل ك وب ول فب"


@cache
def triggers() -> Mapping[str, Trigger]:
    """Return every word that may begin a date, spelled with each proclitic it may carry."""
    found: dict[str, Trigger] = {}

    def add(role: Role, words: Iterable[str]) -> None:
        for word in words:
            marks = "و" if len(word) <= 3 and role == "month" else _FAMILY
            if word.isascii():
                marks = ""
            for mark in marks.split():
                found.setdefault(mark + word, Trigger(role, len(mark)))
            if word.startswith("ال"):
                found["لل" + word[2:]] = Trigger(role)
            found[word] = Trigger(role)

    add("period", YEAR_NOUNS | PERIODS.keys())
    add("weekday", weekday_names())
    add("month", (name.split()[0] for name in month_names()))
    add("yesterday", folded("أمس الأمس البارحة yesterday"))
    add("tomorrow", folded("غدا غد الغد tomorrow"))
    add("today", folded("اليوم today"))
    add("ago", folded("قبل ago"))
    return found
