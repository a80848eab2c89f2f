"""Phrases that come back: two to four words that stand together again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from generator.analysis.quotes.lexicon import titles
from generator.analysis.suggest.candidates import best
from generator.analysis.suggest.words import Word, may_begin_name, not_names, surface
from generator.arabic.clitics import ARTICLE, readings, skip_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import ArticleId

Phrase = tuple[str, ...]
"""Folded words."""

_LONGEST: Final = 4
_FEWEST: Final = 3
_FEWEST_ARTICLES: Final = 2
_GLUED: Final = ("وال", "بال", "فال", "كال", "لل")


def repeated_phrases(articles: Sequence[tuple[ArticleId, Sequence[Word], str]]) -> dict[str, int]:
    """Return phrases that occur at least three times, in two articles or more, with their counts.

    Of phrases that hold one another and occur as often, only the longest is returned. Long ones
    are made of pairs that occur often enough, so memory holds little that is thrown away.
    """
    pairs = Counter(phrase for _, words, _ in articles for phrase in _phrases(words, 2, None))
    often = {pair for pair, count in pairs.items() if count >= _FEWEST}
    counts: Counter[Phrase] = Counter()
    where: defaultdict[Phrase, set[ArticleId]] = defaultdict(set)
    for article, words, _ in articles:
        for phrase in _phrases(words, _LONGEST, often):
            counts[phrase] += 1
            where[phrase].add(article)
    kept = {
        phrase: count
        for phrase, count in counts.items()
        if count >= _FEWEST and len(where[phrase]) >= _FEWEST_ARTICLES
    }
    for phrase, count in list(kept.items()):
        for part in (phrase[1:], phrase[:-1]):
            if kept.get(part) == count:
                del kept[part]
    return _as_written(articles, kept, often)


def _as_written(
    articles: Iterable[tuple[ArticleId, Sequence[Word], str]],
    kept: Mapping[Phrase, int],
    often: set[Phrase],
) -> dict[str, int]:
    """Return the phrases in the form that is met most often."""
    forms: defaultdict[Phrase, Counter[str]] = defaultdict(Counter)
    for _, words, text in articles:
        for phrase, start, end in _placed(words, _LONGEST, often):
            if phrase in kept:
                cut = 0 if words[start].folded == phrase[0] else _cut(words[start].folded)
                begin = words[start].start
                begin = skip_letters(text, begin, cut) if cut else begin
                forms[phrase][surface(text, begin, words[end - 1].end)] += 1
    return {best(forms[phrase]): count for phrase, count in kept.items()}


def _phrases(words: Sequence[Word], longest: int, often: set[Phrase] | None) -> Iterator[Phrase]:
    return (phrase for phrase, _, _ in _placed(words, longest, often))


def _placed(
    words: Sequence[Word], longest: int, often: set[Phrase] | None
) -> Iterator[tuple[Phrase, int, int]]:
    """Yield phrases of up to ``longest`` words with the indexes of their first and behind."""
    for start, first in enumerate(words):
        if not _may_begin(first):
            continue
        phrase: Phrase = (_without_preposition(first.folded),)
        for end in range(start + 1, min(start + longest, len(words))):
            word = words[end]
            pair = (phrase[-1], word.folded)
            if not word.joined or not _may_stand(word) or (often is not None and pair not in often):
                break
            phrase = (*phrase, word.folded)
            yield phrase, start, end + 1


def _without_preposition(folded: str) -> str:
    """Return a definite word without what is glued before its article."""
    if not folded.startswith(_GLUED):
        return folded
    found = [reading.word for reading in readings(folded) if reading.word.startswith(ARTICLE)]
    return found[0] if found else folded


def _cut(folded: str) -> int:
    return next(r.cut for r in readings(folded) if r.word.startswith(ARTICLE))


def _may_begin(word: Word) -> bool:
    folded = word.folded
    if not _may_stand(word) or folded in titles():
        return False
    if _is_adjective(_without_preposition(folded)):
        return False
    return folded.startswith(_GLUED) or may_begin_name(word)


def _is_adjective(folded: str) -> bool:
    """Return whether a definite word ends like an adjective of origin: ``الأميركي المنتخب``."""
    return folded.startswith(ARTICLE) and folded.endswith(("ي", "يه"))


def _may_stand(word: Word) -> bool:
    folded = word.folded
    return not word.known and len(folded) > 2 and folded.isalpha() and folded not in not_names()
