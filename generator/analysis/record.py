"""The analysis record of DESIGN section 10: an analysis as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from generator.analysis.shapes import RecordCutKind

if TYPE_CHECKING:
    from generator.findings import Analysis, CutKind, Located, Record, SourceLine, Title
    from generator.model import Span

_KINDS: Final = frozenset(get_args(RecordCutKind))


def to_record(identifier: object, text: str, analysis: Analysis) -> Record:
    """Return the record of one analysed text; spans are code points of ``text`` as given."""
    cleaned = analysis.cleaned

    def at(span: Span) -> Record:
        return {"span": list(span), "text": span.of(text)}

    return {
        "id": identifier,
        "language": analysis.language,
        "title": {
            "text": cleaned.title.text,
            "origin": cleaned.title.origin,
            "span": _place(text, cleaned.title),
        },
        "byline": cleaned.byline
        and {"text": cleaned.byline.text, "span": _place(text, cleaned.byline)},
        "source": cleaned.source
        and {
            "id": cleaned.source.id,
            "text": cleaned.source.text,
            "span": _place(text, cleaned.source),
        },
        "published": analysis.published and analysis.published.isoformat(),
        "body": [list(span) for span in cleaned.body],
        "cuts": [
            {"span": list(cut.span), "kind": _kind(cut.kind), "rule": cut.rule}
            for cut in cleaned.cuts
        ],
        "sentences": [{"span": list(s.span), "kind": s.kind} for s in analysis.sentences],
        "summary": [
            at(s.span) | {"score": round(s.score, 4), "parts": dict(s.parts)}
            for s in analysis.summary
        ],
        "keywords": [
            {
                "text": k.text,
                "score": round(k.score, 4),
                "topic": k.topic,
                "spans": [list(span) for span in k.spans],
            }
            for k in analysis.keywords
        ],
        "mentions": [{"topic": m.topic} | at(m.span) for m in analysis.mentions],
        "dates": [at(d.span) | {"iso": d.iso, "why": d.why} for d in analysis.dates],
        "numbers": [at(n.span) | {"value": n.value, "unit": n.unit} for n in analysis.numbers],
        "quotes": [
            at(q.span)
            | {
                "speaker": q.speaker and {"text": q.speaker.text, "topic": q.speaker.topic},
                "verb": q.verb,
            }
            for q in analysis.quotes
        ],
    }


def _kind(kind: CutKind) -> str:
    """Return the kind as the record knows it; the rule tells finer ones apart."""
    return kind if kind in _KINDS else "furniture"


def _place(text: str, part: Title | Located | SourceLine) -> list[int] | None:
    """Return where a part stands, None where the text spells it otherwise than the editor."""
    return list(part.span) if part.span and part.span.of(text) == part.text else None
