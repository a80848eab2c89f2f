"""On which earlier sentences each sentence leans for its sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.analysis.summary.guards import leans_back, part_played, pointed_at
from generator.analysis.summary.lexicon import ANSWERING
from generator.analysis.summary.names import introductions
from generator.analysis.summary.sentence import content_stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.document import Document
    from generator.analysis.summary.sentence import Candidate
    from generator.findings import Mention

_QUESTION: Final = "question"


def leanings(
    document: Document,
    found: Sequence[Candidate],
    mentions: Sequence[Mention],
    barred: Mapping[int, str],
) -> dict[int, frozenset[int]]:
    """Return, by the index of a sentence, the earlier ones without which it can't be understood.

    The one before it, for a connective, a pronoun or a demonstrative, or for an answer to a
    question; the one that gives the full name behind a surname; the last one that has the word
    for somebody who is called by the part played (``وقال الوزير``) or for something that is
    pointed at anywhere (``مؤكدا أن هذه المقولة غير صحيحة``), unless the title has that word.
    """
    arabic = document.language == "ar"
    named = frozenset(mention.span.start for mention in mentions)
    needs = {
        index: set(earlier) for index, earlier in introductions(document, found, mentions).items()
    }
    titled = {content_stem(token.folded) for token in document.title_tokens}
    last_with: dict[str, int] = {}
    for candidate in found:
        index = candidate.index
        if index and (
            (barred.get(index - 1) == _QUESTION and _answers(candidate))
            or leans_back(candidate, document.text, arabic=arabic)
        ):
            needs.setdefault(index, set()).add(index - 1)
        role = part_played(candidate, document.text, named) if arabic else None
        if role and index:
            stem = content_stem(role.folded)
            needs.setdefault(index, set()).add(last_with.get(stem, index - 1))
        if arabic and index:
            for stem, is_subject in pointed_at(candidate):
                earlier = last_with.get(stem, index - 1)
                if stem not in titled and (is_subject or earlier not in barred):
                    needs.setdefault(index, set()).add(earlier)
        last_with.update(dict.fromkeys(candidate.stems, index))
    return {index: frozenset(earlier) for index, earlier in needs.items()}


def _answers(candidate: Candidate) -> bool:
    return bool(candidate.tokens) and candidate.tokens[0].folded in ANSWERING
