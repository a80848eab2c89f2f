"""A few short articles, topics and sources that the tests of search look things up in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model import Bilingual, Language, SourceId, TopicId
from generator.search.index import index_files
from generator.search.records import SearchRecord, SearchSentence, findable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOPICS: dict[TopicId, tuple[str, ...]] = {
    TopicId("pezeshkian"): (
        "مسعود بزشكيان", "Masoud Pezeshkian", "مسعود بيزشكيان", "بيزشكيان", "بزشكيان", "Pezeshkian",
    ),
    TopicId("sanctions"): ("العقوبات", "Sanctions", "عقوبات دولية", "international sanctions"),
    TopicId("corridor"): ("الممر الشمالي الجنوبي", "North–South corridor", "ممر شمال جنوب"),
    TopicId("bushehr"): ("بوشهر", "Bushehr", "محطة بوشهر", "Bushehr nuclear plant"),
    TopicId("moscow"): ("موسكو", "Moscow"),
}  # fmt: skip
BACKGROUND = {TopicId("moscow"): ["عاصمة روسيا وأكبر مدنها، وتطالها العقوبات منذ أعوام."]}
SOURCES: dict[SourceId, tuple[str, str]] = {
    SourceId("harbour"): ("صحيفة الميناء", "The Harbour"),
    SourceId("agency"): ("وكالة الفجر", "Dawn Agency"),
}

_ARTICLES: list[tuple[str, str, str | None, str | None, str, list[str], list[str]]] = [
    (
        "visit", "بيزشكيان يزور موسكو", "2025-01-17", "harbour", "pezeshkian moscow sanctions",
        [
            "وصل الرئيس مسعود بيزشكيان إلى موسكو صباح الجمعة.",
            "وقالت وزارة الخارجية إن الزيارة تبحث أثر العقوبات على التجارة.",
            "وتستمر الزيارة يومين.",
        ],
        [
            "President Masoud Pezeshkian arrived in Moscow on Friday morning.",
            "The foreign ministry said that the visit is about sanctions and trade.",
            "The visit lasts two days.",
        ],
    ),
    (
        "railway", "خط حديدي جديد على بحر قزوين", "2024-11-02", "agency", "corridor",
        [
            "بدأ العمل في خط حديدي يربط الميناء بالحدود.",
            "والخط جزء من ممرّ شمال جنوب الذي طال انتظاره.",
            "وتقدر كلفته بـ1,500 مليون دولار.",
        ],
        [],
    ),
    (
        "reactor", "وحدة ثانية في محطة بوشهر", "2025-02-03", "agency", "bushehr",
        [
            "أعلنت الشركة بدء بناء الوحدة الثانية في محطة بوشهر.",
            "ولا تشمل العقوبات هذه المحطة، وفق لبزشكيان.",
        ],
        [],
    ),
    (
        "market", "الأسواق تنتظر", "2023-06-30", None, "sanctions",
        [
            "تراجعت الأسعار بعقوبات جديدة على المصارف.",
            "وزار وفد المصرف المركزي عواصم عدة.",
        ],
        [],
    ),
    (
        "harvest", "موسم الحصاد في الجنوب", None, "harbour", "",
        ["بدأ موسم الحصاد باكرا هذا العام.", "وطال الجفاف الحقول في الشمال والجنوب."],
        [],
    ),
]  # fmt: skip


def records() -> list[SearchRecord]:
    """Return the articles, then the topics, then the sources."""
    articles = [
        SearchRecord(
            key=f"articles/{name}",
            kind="article",
            urls=_urls(f"articles/{name}"),
            titles={"ar": (title, "ar"), "en": (title, "ar")},
            published=published,
            source=SourceId(source) if source else None,
            topics=tuple(TopicId(topic) for topic in topics.split()),
            aliases=tuple(alias for t in topics.split() for alias in TOPICS[TopicId(t)]),
            lead=tuple(arabic[:1]),
            sentences=(*_sentences(arabic, "ar"), *_sentences(english, "en")),
        )
        for name, title, published, source, topics, arabic, english in _ARTICLES
    ]
    topics = [
        SearchRecord(
            key=f"topics/{topic}",
            kind="topic",
            urls=_urls(f"topics/{topic}"),
            titles={"ar": (names[0], "ar"), "en": (names[1], "en")},
            topics=(topic,),
            aliases=names,
            sentences=tuple(_sentences(BACKGROUND.get(topic, []), "ar")),
        )
        for topic, names in TOPICS.items()
    ]
    sources = [
        SearchRecord(
            key=f"sources/{source}",
            kind="source",
            urls=_urls(f"sources/{source}"),
            titles={"ar": (names[0], "ar"), "en": (names[1], "en")},
            source=source,
            aliases=names,
        )
        for source, names in SOURCES.items()
    ]
    return [*articles, *topics, *sources]


def topic_labels() -> dict[TopicId, Bilingual]:
    """Return the topics' names."""
    return {topic: Bilingual(*names[:2]) for topic, names in TOPICS.items()}


def source_labels() -> dict[SourceId, Bilingual]:
    """Return the sources' names."""
    return {source: Bilingual(*names) for source, names in SOURCES.items()}


def whole_index(
    found: Sequence[SearchRecord],
    topics: Mapping[TopicId, Bilingual] | None = None,
    **options: Any,
) -> dict[str, bytes]:
    """Return the files of the index of ``found`` by path."""
    names = topic_labels() if topics is None else topics
    files, _ = index_files([findable(r) for r in found], names, source_labels(), **options)
    return {file.path: file.make() for file in files}


def _urls(path: str) -> dict[Language, str]:
    return {"ar": f"ar/{path}/", "en": f"en/{path}/"}


def _sentences(texts: list[str], language: Language) -> list[SearchSentence]:
    return [SearchSentence(text, f"{language}-{i}", language) for i, text in enumerate(texts, 1)]
