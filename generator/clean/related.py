"""Blocks of links to other articles, of tags and of comments: a label and the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.clean.phrases import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.clean.page import Line, Page
    from generator.findings import CutKind

_LABEL_WORDS: Final = 32
_SENTENCE_WORDS: Final = 6
_HEAD: Final = 12
"""Most lines of furniture above a headline."""
_LONGEST_BLOCK: Final = 40
_LONGEST_INSIDE: Final = 6
"""Most links in a block after which the article goes on; bullets are not counted."""
_SUBHEAD_WORDS: Final = 4
_SECTION_WORDS: Final = 2
_LINK_WORDS: Final = 6
"""Most words of a section's name, fewest of a link that no subhead would have."""


def label(line: Line, page: Page) -> int:
    """Tell a label of related articles, alone or with a link after it.

    Above the article a label with a link is a headline such as ``شاهد.. لحظة الهبوط``.
    """
    if line.words > _LABEL_WORDS or (line.sign == "." and line.words > _SENTENCE_WORDS):
        return 0
    link = held("related", line.key)
    if link is None:
        return 0
    above = line.index < _HEAD and None not in page.taken[: line.index]
    one_word = " " not in line.key.removesuffix(link).strip()
    return int(not (above and link and one_word))


def links(page: Page) -> Iterator[range]:
    """Yield the links under each label of related articles; below all text, every line."""
    last_text = max((line.index for line in page.kept() if line.is_paragraph), default=-1)
    for label in _labels(page, "related"):
        if 0 <= last_text < label.index:
            yield range(label.index + 1, len(page.lines))
            return
        block = _under(label, page)
        count = _links(block, page)
        if count:
            yield range(label.index + 1, block[count - 1].index + 1)


def above_label(page: Page) -> Iterator[range]:
    """Yield the link, or the name of a section, right above a label in the article's midst.

    Some sites set ``إقرأ المزيد`` under the link it belongs to; then running text follows.
    """
    for line in page.kept():
        behind = line.index + 1
        if behind == len(page.lines) or line.index == 0:
            continue
        rule, label = page.taken[behind], page.lines[behind]
        if rule is None or rule.kind != "related" or held("related", label.key):
            continue
        before = page.lines[line.index - 1]
        if page.taken[before.index] is not None or not before.is_paragraph:
            continue
        following = page.lines[behind + 1] if behind + 1 < len(page.lines) else None
        alone = following is not None and following.is_paragraph
        section = line.words <= _SECTION_WORDS and not line.sign
        if section or (alone and line.is_link and line.words >= _LINK_WORDS):
            yield range(line.index, behind)


def tag_list(page: Page) -> Iterator[range]:
    """Yield the tags that stand one to a line under their label."""
    for label in _labels(page, "tags"):
        if held("tags", label.key):
            continue
        count = 0
        block = _under(label, page)
        for line in block:
            if line.words > 5 or line.sign:
                break
            count += 1
        # A single short line before running text is a subhead.
        if count > 1 or (count and count == len(block)):
            yield range(label.index + 1, block[count - 1].index + 1)


def _labels(page: Page, kind: CutKind) -> Iterator[Line]:
    """Yield the last line of each run of cut lines that holds a label of the kind."""
    labelled = False
    for line in page.lines:
        rule = page.taken[line.index]
        labelled = rule is not None and (labelled or rule.kind == kind)
        if labelled and page.taken[line.index + 1 : line.index + 2] == [None]:
            yield line


def _under(label: Line, page: Page) -> list[Line]:
    """Return the kept lines from the label to the next cut or running text, at most 40."""
    block: list[Line] = []
    for line in page.lines[label.index + 1 : label.index + 1 + _LONGEST_BLOCK]:
        if page.taken[line.index] is not None or line.is_paragraph:
            break
        block.append(line)
    return block


def _links(block: list[Line], page: Page) -> int:
    """Return how many lines at the head of the block are links."""
    if not block:
        return 0
    follows = block[-1].index + 1
    goes_on = follows < len(page.lines) and page.taken[follows] is None
    count = 0
    for line in block:
        if not (line.bullet or line.is_link or (not goes_on and line.is_short)):
            break
        if goes_on and not line.bullet and count == _LONGEST_INSIDE:
            break
        count += 1
    if goes_on and count == len(block) and not block[-1].bullet:
        # Few words right above running text are its subhead.
        count -= block[-1].words <= _SUBHEAD_WORDS
    return count
