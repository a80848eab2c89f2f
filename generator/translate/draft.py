"""The draft of an article's English page as an override, and whether it is still the machine's.

The translation has a sentence a line, in the paragraphs of the article: so an editor can go
through it line by line, and what is accepted can be remembered sentence by sentence.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.edit import shorten
from generator.errors import MujazError
from generator.load.override_file import Place, read_override
from generator.load.refused import Report
from generator.load.sections import heading_of
from generator.load.targets import NO_TARGETS
from generator.load.text import one_line
from generator.model import Draft, Override
from generator.scaffold.override import version_lines
from generator.scaffold.quoting import comment_text, markdown_paragraph, yaml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.findings import Analysis
    from generator.load.limits import Limits
    from generator.model import Article, SectionKind
    from generator.pages.strings import Interface
    from generator.translate.sentences import Rendered

TITLE: Final = "title"
"""How the headline is called among the anchors of sentences."""
_NO_DIGEST: Final = "0" * 16


@dataclass(frozen=True, slots=True)
class Source:
    """An article and all that is to be translated of it."""

    article: Article
    analysis: Analysis

    @property
    def title(self) -> str:
        """Return the headline on one line, empty where there is none."""
        return one_line(self.analysis.cleaned.title.text)

    def sentences(self) -> list[tuple[str, str]]:
        """Return anchor and text on one line of each sentence and subhead, in order."""
        spans = (sentence.span for sentence in self.analysis.sentences)
        texts = [one_line(span.of(self.article.text)) for span in spans]
        return list(zip(self.analysis.anchors, texts, strict=True))

    def summary(self) -> list[str]:
        """Return the summary's sentences, each on one line."""
        return [one_line(s.span.of(self.article.text)) for s in self.analysis.summary]

    def wanted(self) -> list[str]:
        """Return everything that is to be translated."""
        title = [self.title] if self.title else []
        return [*title, *(text for _, text in self.sentences()), *self.summary()]


def draft_text(
    source: Source, rendered: Mapping[str, Rendered], machine: str, ui: Interface, limits: Limits
) -> str:
    """Return the draft's file; ``rendered`` has each sentence and the title, by its Arabic.

    Raises MujazError where it would not be read as what was meant.
    """
    named = [*([(TITLE, source.title)] if source.title else []), *source.sentences()]
    memory = tuple(key for key, text in named if rendered[text].origin == "memory")
    missing = tuple(key for key, text in named if not rendered[text].english)
    title = rendered[source.title].english if source.title else ""
    title = title if len(title) <= limits.text_length else ""
    lead = [rendered[text] for text in source.summary()]
    description = shorten(lead[0].english) if lead and lead[0].english else ""
    sections = _sections(source, lead, rendered)

    def compose(digest: str) -> str:
        front = [
            *([f"title: {yaml_text(title)}"] if title else []),
            *([f"description: {yaml_text(description)}"] if description else []),
            f"origin: {yaml_text(f'machine: {machine}')}",
            *version_lines(source.article),
            "draft:",
            f'  digest: "{digest}"',
            *([f"  memory: [{', '.join(memory)}]"] if memory else []),
            *([f"  untranslated: [{', '.join(missing)}]"] if missing else []),
        ]
        advice = comment_text(ui.t("edit.draft_advice"))
        body = "\n\n".join(f"## {heading_of(kind, 'en')}\n\n{text}" for kind, text in sections)
        return "\n".join(["---", *front, "---", "", f"<!-- {advice} -->", "", body, ""])

    read = _read(compose(_NO_DIGEST), source.article, limits)
    wanted = (title, description, sections, Draft(_NO_DIGEST, memory, missing))
    found = [(section.kind, section.markdown) for section in read.sections]
    if (read.title or "", read.description or "", found, read.draft) != wanted:
        raise MujazError(f"{source.article.path}: Its draft can't be written as a Markdown file.")
    text = compose(digest_of(read))
    if len(text.encode()) > limits.override_bytes:
        most = f"{limits.override_bytes:,} bytes"
        raise MujazError(f"{source.article.path}: Its draft would be larger than {most}.")
    return text


def is_untouched(override: Override) -> bool:
    """Return whether an override is a draft that nobody has changed since it was written."""
    draft = override.draft
    return override.is_draft and draft is not None and draft.digest == digest_of(override)


def digest_of(override: Override) -> str:
    """Return a digest of all that an override says, apart from which version it is about."""
    sections = [(s.kind, s.heading, s.markdown) for s in override.sections]
    said = (
        override.title,
        override.description,
        override.published,
        override.topics_add,
        override.topics_remove,
        override.keywords_add,
        override.keywords_remove,
        override.hidden,
        override.merged_into,
        sections,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def _sections(
    source: Source, lead: list[Rendered], rendered: Mapping[str, Rendered]
) -> list[tuple[SectionKind, str]]:
    sections: list[tuple[SectionKind, str]] = []
    if any(sentence.english for sentence in lead):
        sections.append(("summary", "\n\n".join(_line(sentence) for sentence in lead)))
    paragraphs: dict[int, list[str]] = {}
    for sentence, (_, text) in zip(source.analysis.sentences, source.sentences(), strict=True):
        line = _line(rendered[text])
        subhead = sentence.kind == "subhead"
        paragraphs.setdefault(sentence.paragraph, []).append(_subhead(line) if subhead else line)
    sections.append(("translation", "\n\n".join(map("\n".join, paragraphs.values()))))
    return sections


def _line(sentence: Rendered) -> str:
    return markdown_paragraph(sentence.english or sentence.arabic)


def _subhead(line: str) -> str:
    # Number signs at the end of a heading would close it.
    return "### " + re.sub(r"(?<!\\)#", r"\\#", line)


def _read(text: str, article: Article, limits: Limits) -> Override:
    place = Place("en", "articles", article.id, article.path)
    report = Report(article.path)
    override = read_override(text, place, report, NO_TARGETS, limits)
    if not report.sound:
        raise MujazError(str(report.problems[0]))
    return override
