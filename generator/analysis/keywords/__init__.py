"""Keywords: what an article is about, in its own words or by the name of a topic.

The first stage is YAKE's (:mod:`.yake_fast`): its way of finding candidates, and its score. For
English its order stands. For Arabic it is one signal of many, for it has little to go by there:
measured on 100 articles with keywords chosen by readers (F1 of ten keywords, light stems, ten-fold
cross-validation), stock YAKE reaches 10, its score on the candidates and with the filters of this
package 17, the re-ranking (:mod:`.rank`) 32.5 with YAKE's signal and 32.5 without: the signal is
worth -0.03 with a standard error of 0.15. No keyword stands inside another, which costs 3.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.analysis.keywords import english, rank
from generator.analysis.keywords.candidates import find_candidates
from generator.analysis.keywords.english import score_english
from generator.analysis.keywords.rank import score_all
from generator.analysis.keywords.select import choose
from generator.analysis.keywords.stream import read_stream, sentences
from generator.analysis.keywords.yake_fast import read_terms
from generator.arabic.words import function_words, reporting_verbs, word_list
from generator.findings import Keyword

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.analysis.document import Document
    from generator.findings import Mention
    from generator.model import Topic, TopicId


def extract_keywords(
    document: Document,
    mentions: Sequence[Mention],
    topics: Mapping[TopicId, Topic],
    limit: int = 10,
) -> tuple[Keyword, ...]:
    """Return at most ``limit`` keywords of an article, best first.

    A topic that the article mentions is one candidate, shown by its name; anything else is shown
    as it stands in the text, without proclitics. Scores compare within an article.
    """
    stream = read_stream(document, mentions)
    candidates = find_candidates(stream)
    if document.language == "en":
        terms = read_terms(sentences(stream), word_list("english_function_words"))
        scores, floor = score_english(stream, candidates, terms), english.FLOOR
    else:
        terms = read_terms(sentences(stream), _stop_words())
        scores, floor = score_all(stream, candidates, terms), rank.FLOOR
    chosen = choose(stream, candidates, scores, topics, document.language, limit, floor)
    return tuple(
        Keyword(choice.text, round(choice.score, 3), choice.topic, choice.spans)
        for choice in chosen
    )


@cache
def _stop_words() -> frozenset[str]:
    return function_words() | reporting_verbs()
