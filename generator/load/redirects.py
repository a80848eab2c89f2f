"""Where pages that had another id have gone: ``content/redirects.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.refused import Located, quoted
from generator.load.slugs import is_slug
from generator.load.strict_yaml import Scalar, parse_yaml
from generator.load.suggest import closest

if TYPE_CHECKING:
    from generator.load.limits import Limits
    from generator.load.refused import Report
    from generator.load.targets import Targets
    from generator.model import PageSection

_SECTIONS: Final[tuple[PageSection, ...]] = ("articles", "topics", "sources")


def read_redirects(text: str, report: Report, targets: Targets, limits: Limits) -> dict[str, str]:
    """Return the new page of each old one, both as ``articles/<id>``; broken ones are left out.

    Raises ``Refused`` where the text is no YAML mapping.
    """
    mapping = parse_yaml(text, limits)
    found: dict[str, Located] = {}
    for key, value in mapping.entries if mapping else ():
        old = Located(key.text.strip("/"), key.line)
        if not isinstance(value, Scalar):
            report.error(value.line, f"{quoted(old.text)} leads to no page", "Write one page")
            continue
        new = Located(value.text.strip("/"), value.line)
        if old.text in found:
            report.error(old.line, f"{quoted(old.text)} is given twice", "Keep one")
        elif all([_is_page(old, report), _is_page(new, report)]):
            found[old.text] = new
    return {
        old: new.text
        for old, new in found.items()
        if _is_free(old, new.line, report, targets) and _is_there(new, found, report, targets)
    }


def _is_page(page: Located, report: Report) -> bool:
    section, _, name = page.text.partition("/")
    if section in _SECTIONS and is_slug(name):
        return True
    remedy = f"Write it like {', '.join(f'{known}/<id>' for known in _SECTIONS)}"
    report.error(page.line, f"{quoted(page.text)} can't be a page", remedy)
    return False


def _is_free(page: str, line: int, report: Report, targets: Targets) -> bool:
    section, name = _split(page)
    if name not in (targets.declared[section] or ()):
        return True
    report.error(line, f"{quoted(page)} is a page still", "Rename its file, or remove this line")
    return False


def _is_there(page: Located, found: dict[str, Located], report: Report, targets: Targets) -> bool:
    section, name = _split(page.text)
    if page.text in found or not targets.is_unknown(section, name):
        return True
    near = closest(name, targets.declared[section] or ())
    remedy = f"Did you mean “{section}/{near}”?" if near else "Write the page that took its place"
    report.error(page.line, f"There is no page {quoted(page.text)}", remedy)
    return False


def _split(page: str) -> tuple[PageSection, str]:
    section, _, name = page.partition("/")
    return next(known for known in _SECTIONS if known == section), name
