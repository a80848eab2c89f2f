"""One override: front matter and sections of an editor's Markdown file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.load.limits import or_raise
from generator.load.refused import Located, Refused, Report, quoted
from generator.load.schema import Fields
from generator.load.sections import cut_sections
from generator.load.strict_yaml import parse_yaml
from generator.load.suggest import did_you_mean
from generator.load.text import has_words, normalise, one_line
from generator.model import ArticleId, Draft, Language, Override, PageSection, TopicId
from generator.versions import DIGEST_LENGTH

if TYPE_CHECKING:
    from generator.load.limits import Limits
    from generator.load.targets import Targets

_PAGE_KEYS: Final = ("title", "description", "origin")
_KEYS: Final[dict[PageSection, tuple[str, ...]]] = {
    "articles": (
        *_PAGE_KEYS,
        "published",
        "topics",
        "keywords",
        "source",
        "source_lines",
        "hidden",
        "merged_into",
        "draft",
    ),
    "topics": _PAGE_KEYS,
    "sources": _PAGE_KEYS,
    "home": (*_PAGE_KEYS, "lead"),
}
"""Front matter that the override of a page can have."""
_FENCE: Final = "---"
_VERSION: Final = re.compile(r"[0-9a-f]{16}")
_LINES: Final = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")
_SENTENCE: Final = re.compile(r"title|s-[0-9a-f]{10}(?:-[0-9]+)?")
_ESCAPED: Final = re.compile(r"\\.")
_MACHINE: Final = re.compile(r"machine: \S.*")


class Place(NamedTuple):
    """The page that an override corrects."""

    language: Language
    section: PageSection
    id: str
    path: str
    """Of the override's file, relative to the project folder, printable."""


def read_override(
    text: str, place: Place, report: Report, targets: Targets, limits: Limits
) -> Override:
    """Return the override that ``text`` holds; worth nothing unless ``report`` is still sound.

    Raises ``Refused`` where its front matter can't be read, or its Markdown would take too long.
    """
    front, body, body_line = _split(text.replace("\r\n", "\n").replace("\r", "\n"))
    fields = _front_matter(front, place.section, report, limits)
    check_brackets(body, "override", limits)
    sections = cut_sections(normalise(body, keep_tabs=True), body_line, report)
    if not fields and not sections and report.sound:
        raise Refused("The override is empty", "Write it, or delete the file")
    if not fields:
        return Override(*place, sections=sections)
    topics_add, topics_remove = _read_topics(fields, targets)
    keywords_add, keywords_remove = _read_keywords(fields)
    return Override(
        *place,
        title=fields.text("title"),
        description=fields.text("description"),
        published=fields.date("published"),
        topics_add=topics_add,
        topics_remove=topics_remove,
        keywords_add=keywords_add,
        keywords_remove=keywords_remove,
        origin=_read_origin(fields),
        source=_read_version(fields),
        source_lines=_read_lines(fields),
        hidden=fields.flag("hidden"),
        merged_into=_read_merged(fields, place.id, targets),
        lead=_read_lead(fields, targets),
        draft=_read_draft(fields),
        sections=sections,
    )


def check_brackets(markdown: str, what: str, limits: Limits) -> None:
    """Raise Refused where ``what`` holds more brackets than can be read in reasonable time."""
    if _ESCAPED.sub("", markdown).count("[") > limits.override_brackets:
        message = f"The {what} has more than {limits.override_brackets:,} opening brackets"
        raise Refused(message, f"Remove some, {or_raise('override_brackets')}")


def _split(text: str) -> tuple[str, str, int]:
    """Return front matter, body and the line that the body begins in."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return "", text, 1
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        message = "The front matter that begins here has no end"
        raise Refused(message, "Close it with a line “---”", 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2


def _front_matter(
    front: str, section: PageSection, report: Report, limits: Limits
) -> Fields | None:
    mapping = parse_yaml(front, limits, first_line=2)
    if mapping is None:
        return None
    return Fields(report, mapping, _KEYS[section], limits)


def _read_topics(
    fields: Fields, targets: Targets
) -> tuple[tuple[TopicId, ...], tuple[TopicId, ...]]:
    added, removed = _read_changes(fields, "topics")
    for topic in (*added, *removed):
        if targets.is_unknown("topics", topic.text):
            message = f"There is no topic {quoted(topic.text)}"
            known = targets.declared["topics"] or ()
            remedy = did_you_mean(topic.text, known, "Write that topic, or remove it here")
            fields.report.error(topic.line, message, remedy)
    sound = [
        tuple(TopicId(topic.text) for topic in changes if topic.text in targets.sound["topics"])
        for changes in (added, removed)
    ]
    return sound[0], sound[1]


def _read_merged(fields: Fields, own: str, targets: Targets) -> ArticleId | None:
    word = fields.word("merged_into")
    if word is None:
        return None
    if word == own:
        fields.wrong("merged_into", "is the article itself", "Name the article that stays")
    elif targets.is_unknown("articles", word):
        known = targets.declared["articles"] or ()
        remedy = did_you_mean(word, known, "Name the article that stays")
        fields.wrong("merged_into", f"is {quoted(word)}, which is no article", remedy)
    return ArticleId(word) if word in targets.sound["articles"] else None


def _read_lead(fields: Fields, targets: Targets) -> ArticleId | None:
    word = fields.word("lead")
    if word is None:
        return None
    remedy = "Name an article that has a page, or delete “lead” for the newest one"
    if targets.is_unknown("articles", word):
        known = (targets.declared["articles"] or frozenset()) - targets.pageless
        remedy = did_you_mean(word, known, remedy)
        fields.wrong("lead", f"is {quoted(word)}, which is no article", remedy)
    elif word in targets.pageless:
        fields.wrong("lead", f"is {quoted(word)}, which is hidden or merged into another", remedy)
    return ArticleId(word) if word in targets.sound["articles"] else None


def _read_keywords(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    added, removed = _read_changes(fields, "keywords")
    for keyword in (*added, *removed):
        if not has_words(keyword.text):
            message = f"The keyword {quoted(keyword.text)} holds no letter and no digit"
            fields.report.error(keyword.line, message, "Write it, or remove it")
    return tuple(one_line(k.text) for k in added), tuple(one_line(k.text) for k in removed)


def _read_changes(fields: Fields, key: str) -> tuple[tuple[Located, ...], tuple[Located, ...]]:
    """Return what is added and what is removed under ``key``; nothing may be both."""
    changes = fields.mapping(key, ("add", "remove"))
    if changes is None:
        return (), ()
    added, removed = changes.texts("add"), changes.texts("remove")
    for item in removed:
        if item.text in (other.text for other in added):
            message = f"{quoted(item.text)} is both added and removed"
            fields.report.error(item.line, message, "Remove one of the two")
    return added, removed


def _read_origin(fields: Fields) -> str:
    """Return ``editor`` or ``machine: NAME``; the latter may also be written as a mapping."""
    if fields.is_mapping("origin"):
        machine = fields.mapping("origin", ("machine",))
        name = machine.text("machine") if machine else None
        return f"machine: {name}" if name else "editor"
    origin = one_line(fields.word("origin") or "editor")
    if origin == "editor" or _MACHINE.fullmatch(origin):
        return origin
    remedy = "Write “editor”, or “machine: NAME” in quotes for a draft nobody has reviewed"
    fields.wrong("origin", f"can't be {quoted(origin)}", remedy)
    return "editor"


def _read_version(fields: Fields) -> str | None:
    word = fields.word("source")
    if word is not None and not _VERSION.fullmatch(word):
        what = f"is {quoted(word)}, which is no version of an article"
        fields.wrong("source", what, "Copy the 16 hexadecimal digits that “mujaz edit” writes")
    return word


def _read_lines(fields: Fields) -> tuple[str, ...]:
    digests = tuple((fields.word("source_lines") or "").split())
    wrong = next((digest for digest in digests if not _LINES.fullmatch(digest)), None)
    if wrong is not None:
        what = f"holds {quoted(wrong)}, which is no digest of a line"
        fields.wrong("source_lines", what, "Delete it, or let “mujaz edit --refresh” write it")
    return digests


def _read_draft(fields: Fields) -> Draft | None:
    draft = fields.mapping("draft", ("digest", "memory", "untranslated"))
    if draft is None:
        return None
    draft.require("digest", 'digest: "…", as “mujaz translate” writes it')
    digest = draft.word("digest") or ""
    sentences = [draft.texts(key) for key in ("memory", "untranslated")]
    wrong = next((s for found in sentences for s in found if not _SENTENCE.fullmatch(s.text)), None)
    if (digest and not _VERSION.fullmatch(digest)) or wrong:
        message = f"{quoted(wrong.text if wrong else digest)} is nothing that a draft holds"
        remedy = (
            "Delete “draft” with all below it, and set “origin: editor” if you have reviewed it"
        )
        fields.report.error(wrong.line if wrong else draft.line_of("digest"), message, remedy)
    memory, untranslated = (tuple(s.text for s in found) for found in sentences)
    return Draft(digest, memory, untranslated)
