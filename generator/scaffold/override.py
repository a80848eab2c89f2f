"""The text of a new override: what the machine wrote, ready to be corrected.

In the article's own language the machine's title and summary stand in the file. In the other one
they can't: Arabic text is no English summary. They stand in a comment there, to be translated.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from generator.load.sections import heading_of
from generator.scaffold.quoting import comment_text, markdown_paragraph, yaml_text
from generator.versions import line_digests

if TYPE_CHECKING:
    from generator.findings import Analysis
    from generator.model import Article, SectionKind, Source, Topic
    from generator.pages.strings import Interface

_OPTIONS: Final = (
    "# description: …",
    "# published: 2025-01-17",
    "# topics: {add: [], remove: []}",
    "# keywords: {add: [], remove: []}",
    "# hidden: true",
    "# merged_into: <id of the article that stays>",
)


def article_override(article: Article, analysis: Analysis, ui: Interface) -> str:
    """Return the override of an article's page, written against its version of now."""
    title = analysis.cleaned.title.text
    own = analysis.language == ui.language
    front = [
        f"title: {yaml_text(title)}" if own and title else "# title: …",
        *_OPTIONS,
        "origin: editor",
        *version_lines(article),
    ]
    summary = summary_markdown(article, analysis)
    if own and summary:
        return _file(front, f"## {heading_of('summary', ui.language)}\n\n{summary}")
    headings: tuple[SectionKind, ...] = ("summary", "key-facts", "translation", "background")
    advice = [ui.t("edit.advice"), "", *(f"## {heading_of(k, ui.language)}" for k in headings)]
    if not own:
        advice += ["", ui.t("edit.to_translate"), "", title, "", summary]
    return _file(front, _comment(advice))


def topic_override(topic: Topic, ui: Interface) -> str:
    """Return the override of a topic's page: nothing yet, and where its background goes."""
    names = ", ".join(topic.names())
    return _page_override(ui, topic.name.get(ui.language), f"{topic.kind}: {names}")


def source_override(source: Source, ui: Interface) -> str:
    """Return the override of an outlet's page."""
    return _page_override(ui, source.name.get(ui.language))


def home_override(name: str, ui: Interface) -> str:
    """Return the override of the home page of a language."""
    return _page_override(ui, name, options=("# lead: <id of the article to read first>",))


def summary_markdown(article: Article, analysis: Analysis) -> str:
    """Return the machine's summary as Markdown, a paragraph a sentence."""
    return "\n\n".join(markdown_paragraph(s.span.of(article.text)) for s in analysis.summary)


def is_machine_text(markdown: str, article: Article, analysis: Analysis) -> bool:
    """Return whether a summary is still the one that :func:`article_override` wrote."""
    return markdown.split() == summary_markdown(article, analysis).split()


def version_lines(article: Article) -> list[str]:
    """Return the lines of front matter that say which version of the article is meant."""
    lines = [f'source: "{article.version}"']
    digests = line_digests(article.text)
    if digests:
        # So that `mujaz check` can say which lines have changed.
        lines += ["source_lines: >-", *(f"  {row}" for row in wrap(" ".join(digests), 90))]
    return lines


def _page_override(ui: Interface, name: str, about: str = "", options: tuple[str, ...] = ()) -> str:
    front = [f"# title: {yaml_text(name)}", "# description: …", *options, "origin: editor"]
    advice = [ui.t("edit.advice"), "", f"## {heading_of('background', ui.language)}"]
    return _file(front, _comment([*advice, *(["", about] if about else [])]))


def _comment(lines: list[str]) -> str:
    return f"<!--\n{comment_text(chr(10).join(lines)).strip()}\n-->"


def _file(front: list[str], body: str) -> str:
    return "\n".join(["---", *front, "---", "", body, ""])
