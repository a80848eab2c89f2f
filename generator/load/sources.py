"""The outlets of a project: ``content/sources.yml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.load.names import check_names, read_name, same_name
from generator.load.refused import Located, Report, quoted
from generator.load.schema import Fields
from generator.load.slugs import why_no_id
from generator.load.strict_yaml import Mapping, Node, parse_yaml
from generator.model import Bilingual, Source, SourceId

if TYPE_CHECKING:
    from generator.load.limits import Limits

_KEYS: Final = ("name", "url", "signatures")


@dataclass(frozen=True, slots=True)
class Sources:
    """The outlets that are sound, and the ids of all that somebody meant to give."""

    by_id: dict[SourceId, Source] = field(default_factory=dict)
    declared: frozenset[str] | None = frozenset()
    """Ids in the file, broken entries too; None where the file can't be read."""

    def is_unknown(self, name: str) -> bool:
        """Return whether ``name`` is certainly no source; what is broken was reported before."""
        return self.declared is not None and name not in self.declared


def read_sources(text: str, report: Report, limits: Limits) -> Sources:
    """Return the outlets of ``sources.yml``; raises ``Refused`` where it is no YAML mapping."""
    mapping = parse_yaml(text, limits)
    if mapping is None:
        return Sources()
    found: dict[SourceId, Source] = {}
    lines: dict[str, int] = {}
    signatures: dict[str, SourceId] = {}
    for key, node in mapping.entries:
        if key.text in lines:
            message = f"The source {quoted(key.text)} is given twice"
            report.error(key.line, f"{message}, first in line {lines[key.text]}", "Keep one")
            continue
        lines[key.text] = key.line
        entry = Report(report.path)
        source = _read_source(Located(key.text, key.line), node, entry, limits, signatures)
        if entry.sound and source:
            found[source.id] = source
        report.problems.extend(entry.problems)
    return Sources(dict(sorted(found.items())), frozenset(lines))


def _read_source(
    key: Located, node: Node, report: Report, limits: Limits, taken: dict[str, SourceId]
) -> Source | None:
    if fault := why_no_id(key.text):
        report.error(key.line, *fault)
    if not isinstance(node, Mapping):
        message = f"The source {quoted(key.text)} must be keys with values"
        report.error(node.line, message, "Write at least its name: {ar: …, en: …}")
        return None
    fields = Fields(report, node, _KEYS, limits)
    name = read_name(fields)
    url = fields.url("url")
    signatures = check_names(report, fields.texts("signatures"), "signature", limits)
    source_id = SourceId(key.text)
    for signature in signatures:
        owner = taken.setdefault(same_name(signature.text), source_id)
        if owner != source_id:
            message = f"The signature {quoted(signature.text)} is also one of the source “{owner}”"
            report.error(signature.line, message, "Remove it from one of the two")
    if not name:
        return None
    ar, en = (part.text for part in name)
    return Source(source_id, Bilingual(ar, en), url, tuple(s.text for s in signatures))
