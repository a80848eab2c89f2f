"""Words that tell that a sentence leans on the one before it: closed lists, folded.

Source: connectives and anaphors of Modern Standard Arabic news, collected by reading the leads and
bodies of two outlets' articles and the summaries that went wrong.
"""

from __future__ import annotations

from typing import Final

from generator.arabic.fold import fold
from generator.arabic.words import with_conjunctions


def folded(words: str) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(fold(words).split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a text as folded words each."""
    return tuple(tuple(fold(line).split()) for line in text.splitlines() if line.strip())


CONNECTIVES: Final = folded(
    "كما كذلك أيضا لكن لكنه لكنها لكنهم لكنهما بل فيما بينما حيث إذ لذلك لذا لهذا هكذا هنالك"
    " عندها حينها حينئذ بعدها قبلها وقتها آنذاك ثم بالتالي عليه عندئذ أما إنما كذا فقد فإن فإنه"
    " هو هي هم هما هن إنه إنها إنهم أنه أنها لأن لأنه لأنها منها منهم بينها بينهم فيها فيه"
    " بها به عليها إليها عنها عنه له لها لهم لهما معها معه بدوره بدورها بدورهم بدورهما خلالها خلاله"
    " خصوصا خاصة لاسيما سيما علما مما الأمر الذي التي الذين مثلا ثانيا ثالثا رابعا خامسا أخيرا"
    " ختاما عموما إجمالا بالمقابل بالمثل بالإضافة بالموازاة إضافة علاوة فضلا نعم بالعكس"
    " إذن بذلك غيره غيرها آخرون أخرى يذكر يشار للإشارة لعل لعلها ربما"
)
"""A sentence that begins with one of these, after an optional ``و`` or ``ف``, goes on."""

INCLUDING: Final = ["بما", "في"]
"""Before ``ذلك`` it points at nothing: ``بما في ذلك القوقاز``."""

OPENERS: Final = frozenset(
    phrases(
        """
        من جهته
        من جهتها
        من جهتهم
        من جهة
        من جانبه
        من جانبها
        من جانبهم
        من جانب
        من ناحيته
        من ناحيتها
        من ناحية
        من هنا
        من ثم
        من هذا
        من ذلك
        من بينها
        من بينهم
        في المقابل
        في الوقت
        في نفس
        في ذات
        في الأثناء
        في غضون
        في سياق
        في السياق
        في الإطار
        في الصدد
        في حين
        في موازاة
        في المحصلة
        على صعيد
        على الصعيد
        على أية
        على أي
        على العكس
        إلى ذلك
        إلى هذا
        بعد ذلك
        بعد هذا
        قبل ذلك
        رغم ذلك
        رغم هذا
        مع ذلك
        مع هذا
        غير أن
        غير أنه
        غير أنها
        بيد أن
        بيد أنه
        إلا أن
        إلا أنه
        إلا أنها
        وفقا لذلك
        ردا على
        تعليقا على
        نتيجة لذلك
        بناء عليه
        أي أن
        أي أنه
        أي أنها
        كل ذلك
        كل هذا
        لا سيما
        يتعلق الأمر
        تعلق الأمر
        """
    )
)
"""Two words at the beginning that do the same."""

QUESTION_WORDS: Final = folded("هل وهل فهل لماذا ولماذا فلماذا ماذا وماذا أليس أليست متى أين")
ANSWERING: Final = folded(
    "نعم لا كلا الجواب والجواب الإجابة والإجابة يجيب تجيب ويجيب وتجيب أجاب أجابت الحقيقة والحقيقة"
    " بالطبع طبعا ببساطة باختصار لأن بالتأكيد"
)
"""Behind a question: what it asked is answered."""
ANNOUNCING: Final = folded("إليك فإليك وإليك إليكم فإليكم وإليكم يلي كالتالي كالآتي")
"""``في ما يلي``: what the sentence is about comes after it."""

ANNOUNCING_REACH: Final = (5, 7)
"""Words from the beginning and from the end of a sentence."""
CONVERSATIONS: Final = folded("الحوار المقابلة المقال")
TEXTS: Final = CONVERSATIONS | folded("اللقاء الحديث")
TEXT_OF: Final = fold("نص")
"""``وهذا نص الحوار``: what comes after it is announced, whatever else the sentence has."""
ANNOUNCED_LATE: Final = 4
"""``كان لنا هذا الحوار معه``: within so many words of the end it announces and says no more."""
CONTENT_CLAUSE: Final = folded("أن إن بأن أنه إنه أنها إنها بأنه بأنها أنهم إنهم")
"""``قال في هذا الحوار إن``: a sentence that has one says more than that somebody was asked."""
INTERVIEWING: Final = folded("حوار الحوار حوارا مقابلة المقابلة حاورت حاورته حاورتها interview")
FIRST_PERSON: Final = folded(
    "أنا نحن إنني أنني إننا أننا لدينا عندي عندنا أعتقد نعتقد باعتقادي باعتقادنا برأيي برأينا"
    " بتقديري بتقديرنا كنت كنا لست لسنا أريد نريد أحاول نحاول أقول نقول أرى نراه"
)
SELF: Final = folded(
    "أنا وأنا فأنا إنني أنني عندي أعتقد وأعتقد باعتقادي برأيي بتقديري كنت وكنت لست أريد أحاول"
    " والدي والدتي طفولتي حياتي"
)
"""Outside quotation marks somebody who is not named tells of himself."""
FEWEST_ANSWERS: Final = 3
"""An interview has so many questions, or sentences in the first person outside quotations."""

POINTING: Final = with_conjunctions(
    folded(
        "هذا هذه هذان هذين هاتان هاتين هؤلاء ذلك تلك أولئك بهذا بهذه لهذا لهذه"
        " كهذا كهذه بذلك لذلك بتلك لتلك ذاك هكذا المذكور المذكورة المذكورين أعلاه"
    )
)
"""Demonstratives near the beginning of a sentence point back …"""
POINTING_REACH: Final = 6
"""… within so many words of it."""
POINTED_KINDS: Final = folded("النوع الأنواع الشكل النحو القبيل الحد المرة")
"""``هذا النوع من``, ``هذه المرة``: what is pointed at is said beside it, or is time."""
POINTED_AT_BY: Final = folded("حيال عن إزاء حول بشأن بخصوص على بسبب لأجل")
THAT: Final = fold("ذلك")
"""``حيال ذلك`` points back wherever it stands; ``بما في ذلك`` does not."""
TIME_POINTED_AT: Final = folded(
    "العام السنة الأسبوع الشهر اليوم الصيف الشتاء الربيع الخريف الموسم المساء الصباح الليلة القرن"
)
"""``هذا العام`` points at the calendar, not back."""

OTHER: Final = folded("أخرى آخرون آخرين أخريات")
ANOTHER: Final = folded("آخر")
ORDINALS: Final = folded(
    "الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة الأخيران الآخر الأخرى"
)
AFTER_ORDINALS_OF_NAMES: Final = folded("العالمية كانون تشرين ربيع جمادى الملك الحسن محمد")
OTHER_REACH: Final = 5
"""``وهناك مؤشر آخر``, ``والمؤشر الثاني``: one of several, the rest stand before."""

TOO: Final = folded("كذلك أيضا")
TOO_REACH: Final = 4
"""``وتعاونت أيضا`` adds to what stands before."""

SAME: Final = folded("نفسه نفسها نفسهم ذاته ذاتها ذاتهم عينه عينها")
"""``المصدر ذاته``: somebody named before …"""
SAME_REACH: Final = 9
"""… within so many words of the beginning."""

LATTER: Final = folded("الأخير الأخيرة الأخيران الأخيرين")
"""``وأضاف الأخير``: behind the first word, somebody named before."""

SPEECH_GOES_ON: Final = folded(
    "أن إن أنه إنه أنها إنها أنهم إنهم أنهما إنهما أننا إننا أنني إنني بأن بأنه بأنها بأنهم إلى على"
    " في عن من ب ل ما لو كيف لا لم لن قد كل قائلا قائلة بالقول بقوله بقولها خلال بعد قبل مع عبر بين"
    " كذلك أيضا كما حول بخصوص بشأن فيه فيها قولا قوله بالتأكيد الحضور الصحفيين الصحافيين الجميع"
)
"""Behind a reporting verb: nobody is named who speaks."""

ROLES: Final = folded(
    "المتحدث المتحدثة المتحدثون المسؤول المسؤولة المسؤولون المصدر المصادر البيان البلاغ التقرير"
    " الوزير الوزيرة الوزارة الرئيس الناطق الناطقة الخبير الخبيرة الكاتب الكاتبة الباحث الباحثة"
    " الباحثون الدراسة الشركة المؤسسة الهيئة المنظمة المجلس اللجنة المحكمة النائب النائبة الصحيفة"
    " الوكالة الموقع القناة الرجل المرأة الشاب الشابة الضابط الفريق القاضي المحامي المجموعة الجماعة"
    " الحركة الحزب البنك المركز المعهد الجامعة الاتحاد الجمعية الفنان الفنانة المخرج المخرجة"
    " المؤلف المؤلفة الأكاديمي الأستاذ الأستاذة الدكتور الدكتورة الطبيب المدير المديرة الأمين"
    " السفير السفيرة المبعوث المحلل المحللون المؤرخ الناشط الناشطة الفاعل القيادي الإعلامي الصحفي"
    " الصحافي النص الوثيقة المذكرة الرسالة الكتاب الفيلم الرواية المقال المصرح الخطاب القرار"
    " المنسق الشيخ الأمير الملك المدرب اللاعب الطالب العالم المرشح الثاني الثالث الطرفان الجانبان"
)
"""``وقال الوزير إن``: a part that somebody named before plays."""

ONLY_ONE: Final = folded(
    "الرئيس الملك الأمير السلطان المجلس المحكمة البنك الاتحاد الوزارة الهيئة الأمين"
)
"""With an adjective these name somebody: ``الرئيس الروسي``, not so ``المسؤول الروسي``."""

SPECIFYING: Final = folded("باسم بن ابن أبو لدى")
"""Behind a part they say who plays it: ``المتحدث باسم الكرملين``."""

NO_PRONOUN: Final = folded(
    "وجه اتجاه انتباه مشبوه نزيه كره إكراه منتزه سفيه تنبيه توجيه تشويه ترفيه تنزيه موجه مياه شبه"
    " فقه تجاه باتجاه إله رفاه فقيه نبيه وجيه شبيه مكروه معتوه فواكه شركه أفواه جباه أشباه أوجه"
    " طه عبدالله بالله والله لله فالله إنتباه متشابه مشابه اشتباه تشابه توجه يتوجه موجهه أوجهها"
    " منها بها فيها فيه عليه عليها إليه إليها له لها فقدانه أنها إنها دنيا"
)
"""Words whose ``ه`` or ``ها`` is no pronoun, or whose pronoun other lists deal with."""

ENGLISH_OPENERS: Final = folded(
    "he she it they this that these those but and or so however also meanwhile moreover furthermore"
    " then therefore instead nevertheless nonetheless still yet thus hence his her its their him"
    " them such both neither either later afterwards consequently accordingly likewise similarly"
    " indeed though although because"
)
ENGLISH_PHRASES: Final = frozenset(
    phrases(
        """
        in addition
        on the other
        for his part
        for her part
        for its part
        for their part
        as a result
        at the same
        in contrast
        by contrast
        in turn
        in response
        after that
        before that
        at that
        in that
        in this
        the latter
        the former
        the same
        for example
        for instance
        """
    )
)
ENGLISH_SAYING: Final = folded(
    "said says added told noted stressed warned explained insisted argued continued stated"
)
