"""What an editor states beside an article: ``content/articles/<name>.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from generator.load.refused import Refused, Report, quoted
from generator.load.schema import Fields
from generator.load.strict_yaml import parse_yaml
from generator.load.suggest import did_you_mean
from generator.model import LANGUAGES, Language, Sidecar, SourceId

if TYPE_CHECKING:
    from generator.load.limits import Limits
    from generator.load.sources import Sources

_KEYS: Final = ("title", "source", "url", "published", "published_reason", "byline", "language")


def read_sidecar(text: str, report: Report, sources: Sources, limits: Limits) -> Sidecar:
    """Return what the sidecar states; worth nothing unless ``report`` is still sound.

    Raises ``Refused`` where the text is no YAML mapping.
    """
    mapping = parse_yaml(text, limits)
    if mapping is None:
        raise Refused("The sidecar is empty", "Write it, or delete the file")
    fields = Fields(report, mapping, _KEYS, limits)
    return Sidecar(
        title=fields.text("title"),
        source=_read_source(fields, sources),
        url=fields.url("url"),
        published=fields.date("published"),
        published_reason=fields.bilingual("published_reason"),
        byline=fields.text("byline"),
        language=cast("Language | None", fields.choice("language", LANGUAGES)),
    )


def _read_source(fields: Fields, sources: Sources) -> SourceId | None:
    word = fields.word("source")
    if word is None:
        return None
    if sources.is_unknown(word):
        remedy = did_you_mean(word, sources.declared or (), "Add it to content/sources.yml")
        fields.wrong("source", f"is {quoted(word)}, which is not in content/sources.yml", remedy)
    source = SourceId(word)
    return source if source in sources.by_id else None
