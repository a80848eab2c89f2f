"""The difference between two builds as Markdown, ready for the comment of a pull request.

Text of articles is escaped and cut short: it must not turn into markup, mentions or links there.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from generator.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.diff.changes import Changed, Difference
    from generator.diff.parts import Part

MOST: Final = 60_000
"""Longest text, in characters: GitHub takes comments of up to 65,536."""
_SHOWN: Final = 40
"""Most articles, topics or pages that are listed."""
_ITEMS: Final = 12
_LONGEST: Final = 160
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>&~|!$])")
_REFERENCES: Final = re.compile(
    r"[@#]|:(?=//)|\bwww(?=\.)|(?i:\bGH)(?=-[0-9])|[!$%&^~](?=[\w\"])", re.ASCII
)
"""What hosts make mentions and links of, escaped or not; a space of no width keeps them off."""
_SIGN: Final = {"added": "new", "removed": "gone", "changed": "changed"}


def to_markdown(difference: Difference) -> str:
    """Return the difference as Markdown; one line where there is none."""
    d = difference
    if not any((d.articles, d.topics, d.inputs, d.pages, d.new_problems, d.mended)):
        return "The briefing is unchanged.\n"
    blocks = [
        "## What changes in the briefing",
        _overview(d),
        *_problems(d),
        *_changed("Articles", d.articles),
        *_changed("Topics", d.topics),
        *_list("Inputs", d.inputs),
        *_list("Pages", d.pages),
    ]
    text = "\n\n".join(blocks) + "\n"
    if len(text) <= MOST:
        return text
    return text[: text.rfind("\n", 0, MOST)] + "\n\n… and more: see `mujaz diff`.\n"


def _overview(d: Difference) -> str:
    rows = [
        f"| {name} | " + " | ".join(str(count) for count in counts) + " |"
        for name, fates in (
            ("articles", [c.fate for c in d.articles]),
            ("topics", [c.fate for c in d.topics]),
            ("pages", [fate for _, fate in d.pages]),
            ("inputs", [fate for _, fate in d.inputs]),
        )
        if any(counts := [fates.count(fate) for fate in ("added", "changed", "removed")])
    ]
    return "\n".join(["| | new | changed | gone |", "|---|--:|--:|--:|", *rows])


def _problems(d: Difference) -> Iterable[str]:
    if d.new_problems:
        lines = [f"- {_text(problem)}" for problem in d.new_problems[:_SHOWN]]
        yield "\n".join(["### New problems", "", *lines, *_rest(d.new_problems)])
    if d.mended:
        yield f"{d.mended} problem{'s are' if d.mended > 1 else ' is'} mended."


def _changed(heading: str, changed: Sequence[Changed]) -> Iterable[str]:
    if not changed:
        return
    yield f"### {heading}"
    for one in changed[:_SHOWN]:
        lines = [f"- **{_text(one.title)}** (`{_code(one.id)}`): {_SIGN[one.fate]}{_causes(one)}"]
        if one.fate == "changed":
            lines += [f"  - {line}" for part in one.parts for line in _part(part)]
        yield "\n".join(lines)
    yield from _rest(changed)


def _causes(one: Changed) -> str:
    if not one.causes:
        return ""
    shown = ", ".join(f"`{_code(cause)}`" for cause in one.causes[:3])
    more = len(one.causes) - 3
    return f" – by {shown}{f' and {more} more' if more > 0 else ''}"


def _part(part: Part) -> Iterable[str]:
    if part.name == "text":
        yield "text: another version"
    elif not part.added and not part.removed:
        yield f"{part.name}: another order"
    else:
        added, removed = _cut_alike(part.added[:_ITEMS], part.removed[:_ITEMS])
        signed = [f"+ {_text(item)}" for item in added]
        signed += [f"− {_text(item)}" for item in removed]
        more = len(part.added) + len(part.removed) - len(signed)
        yield f"{part.name}: " + "; ".join([*signed, *([f"{more} more"] if more else [])])


def _cut_alike(added: Sequence[str], removed: Sequence[str]) -> tuple[list[str], list[str]]:
    """Cut off what two long texts begin with alike: shown short, they would look the same."""
    news, olds = list(added), list(removed)
    for old_at, old in enumerate(olds):
        for new_at, new in enumerate(news):
            alike = sum(
                1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
            )
            if alike > _LONGEST // 2:
                start = old.rfind(" ", 0, alike - _LONGEST // 4) + 1
                olds[old_at], news[new_at] = f"…{old[start:]}", f"…{new[start:]}"
                break
    return news, olds


def _list(heading: str, fates: Sequence[tuple[str, str]]) -> Iterable[str]:
    if fates:
        lines = [f"- `{_code(name) or '/'}`: {_SIGN[fate]}" for name, fate in fates[:_SHOWN]]
        body = "\n".join([*lines, *_rest(fates)])
        yield f"<details><summary>{heading} ({len(fates)})</summary>\n\n{body}\n\n</details>"


def _rest(items: Sequence[object]) -> list[str]:
    more = len(items) - _SHOWN
    return [f"- … and {more} more"] if more > 0 else []


def _text(text: str) -> str:
    line = " ".join(printable(text).split())
    short = line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"
    return _REFERENCES.sub("\\g<0>\u200b", _SIGNS.sub(r"\\\1", short))


def _code(text: str) -> str:
    return printable(text).replace("`", "'")
