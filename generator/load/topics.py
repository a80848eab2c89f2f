"""The topics of a project, file by file: ``content/topics/<id>.yml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast, get_args

from generator.load.limits import Limits, or_raise
from generator.load.names import check_names, read_name, same_name
from generator.load.refused import Located, Refused, Report, quoted
from generator.load.schema import Fields
from generator.load.slugs import why_no_id
from generator.load.strict_yaml import parse_yaml
from generator.load.suggest import did_you_mean
from generator.model import Bilingual, Topic, TopicId, TopicKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS: Final = ("kind", "name", "aliases", "parents", "ambiguous", "wikidata")
_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]{0,11}")


class TopicFile(NamedTuple):
    """A sound topic with the places in its file that other topics may quarrel with."""

    topic: Topic
    path: str
    names: tuple[Located, ...]
    """Names and aliases with their lines."""
    parents: tuple[Located, ...]
    """Parent ids with their lines."""


def read_topic(name: str, text: str, report: Report, limits: Limits) -> TopicFile | None:
    """Return the topic of the file ``<name>.yml``, None where it is broken.

    Raises ``Refused`` where the text is no YAML mapping.
    """
    if fault := why_no_id(name):
        report.error(0, *fault)
    mapping = parse_yaml(text, limits)
    if mapping is None:
        raise Refused("The topic is empty", "Write at least its kind and its name")
    fields = Fields(report, mapping, _KEYS, limits)
    fields.require("kind", "kind: place")
    kind = fields.choice("kind", get_args(TopicKind))
    names = read_name(fields)
    arabic, english = _read_aliases(fields, limits)
    parents = _read_parents(fields, name)
    ambiguous = _read_ambiguous(fields, (*names, *arabic, *english))
    wikidata = _read_wikidata(fields)
    if not report.sound or kind is None:
        return None
    topic = Topic(
        TopicId(name),
        cast("TopicKind", kind),
        Bilingual(*(part.text for part in names)),
        _texts(arabic),
        _texts(english),
        tuple(TopicId(parent) for parent in _texts(parents)),
        ambiguous,
        wikidata,
    )
    return TopicFile(topic, report.path, (*names, *arabic, *english), parents)


def _texts(found: Iterable[Located]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.text for item in found))


def _read_aliases(
    fields: Fields, limits: Limits
) -> tuple[tuple[Located, ...], tuple[Located, ...]]:
    both = fields.mapping("aliases", ("ar", "en"))
    if both is None:
        return (), ()
    arabic, english = both.texts("ar"), both.texts("en")
    count = len(arabic) + len(english)
    if count > limits.aliases:
        what = f"holds {count:,} names, over {limits.aliases:,}"
        fields.wrong("aliases", what, f"Remove some, {or_raise('aliases')}")
        return (), ()
    return (
        check_names(fields.report, arabic, "alias", limits),
        check_names(fields.report, english, "alias", limits),
    )


def _read_parents(fields: Fields, own: str) -> tuple[Located, ...]:
    parents = fields.texts("parents")
    for parent in parents:
        if parent.text == own:
            fields.wrong("parents", "holds the topic itself", "Remove it", parent.line)
    return parents


def _read_ambiguous(fields: Fields, names: tuple[Located, ...]) -> tuple[str, ...]:
    known = {same_name(name.text): name.text for name in names}
    names_are_sound = fields.report.sound  # else a name that was refused would be called unknown
    found = []
    for entry in fields.texts("ambiguous"):
        if own := known.get(same_name(entry.text)):
            found.append(own)
        elif names_are_sound:
            message = f"{quoted(entry.text)} is ambiguous, but no name or alias of the topic"
            remedy = did_you_mean(entry.text, known.values(), "Add it to the aliases, or remove it")
            fields.report.error(entry.line, message, remedy)
    return tuple(dict.fromkeys(found))


def _read_wikidata(fields: Fields) -> str | None:
    word = fields.word("wikidata")
    if word is not None and not _WIKIDATA.fullmatch(word):
        fields.wrong("wikidata", f"is {quoted(word)}, which is no item", "Write it like Q794")
    return word
