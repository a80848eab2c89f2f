"""Measures what the analysis finds in the annotated articles, in per cent: more is better."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.analysis.analyse import Input, analyse
from generator.arabic.tokens import tokenise
from generator.model import Sidecar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.analysis.knowledge import Knowledge
    from generator.findings import Analysis, Quote
    from tests.quality.annotated import Annotated, Kind

_TIMES: Final = re.compile(r"(.+?)(?: × (\d+))?")


@dataclass(slots=True)
class Measure:
    """How much of something is as it should be, and what is not."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, right: int, total: int, wrong: Iterable[str] = ()) -> None:
        """Count ``right`` of ``total``; ``wrong`` says which were not."""
        self.right += right
        self.total += total
        self.wrong += wrong

    @property
    def value(self) -> float:
        """Per cent; all of nothing is all."""
        return round(100 * self.right / self.total, 2) if self.total else 100.0


Measures = defaultdict[str, Measure]


def measure(articles: Iterable[Annotated], knowledge: Knowledge) -> Measures:
    """Analyse the articles and return every measure by name."""
    found: Measures = defaultdict(Measure)
    for article in articles:
        sidecar = Sidecar(published=article.published)
        analysis = analyse(Input(article.text, article.id, sidecar), knowledge)
        for part in PARTS:
            part(article, analysis, found)
    return found


def _cleaning(article: Annotated, analysis: Analysis, found: Measures) -> None:
    kept = {at for span in analysis.cleaned.body for at in range(*span)}

    def count(name: str, kinds: tuple[Kind, ...], *, stays: bool) -> None:
        for piece in article.pieces:
            if piece.kind in kinds:
                letters = [at for at in range(*piece.span) if not article.text[at].isspace()]
                right = sum((at in kept) == stays for at in letters)
                words = piece.span.of(article.text)
                wrong = [f"{article.id}: {words[:70]}"] if right < len(letters) else []
                found[name].add(right, len(letters), wrong)

    count("body letters kept", ("body", "subhead"), stays=True)
    count("foreign letters cut", ("foreign",), stays=False)
    count("furniture letters cut", ("furniture", "byline", "source", "title"), stays=False)


def _head(article: Annotated, analysis: Analysis, found: Measures) -> None:
    title, titles = analysis.cleaned.title, article.said("title")
    # An article without a headline gets one that is said to be derived, from its lead.
    right = (
        title.text == titles[0]
        if titles
        else title.origin == "derived" and 20 <= len(title.text) <= 80
    )
    found["titles right"].add(right, 1, [] if right else [f"{article.id}: {title.text}"])
    byline, source = analysis.cleaned.byline, analysis.cleaned.source
    has = Counter([byline.text for _ in article.said("byline")] if byline else [])
    wanted = Counter(re.sub(r"^(بقلم|كتبت|By)[: ]+", "", name) for name in article.said("byline"))
    _compare(article.id, has if byline else Counter(), wanted, "bylines", found)
    outlet = Counter([str(source.id)] if source and source.id else [])
    _compare(article.id, outlet, Counter(article.notes["source"]), "sources", found)


def _subheads(article: Annotated, analysis: Analysis, found: Measures) -> None:
    has = [s.span.of(article.text) for s in analysis.sentences if s.kind == "subhead"]
    _compare(article.id, Counter(has), Counter(article.said("subhead")), "subheads", found)


def _dates(article: Annotated, analysis: Analysis, found: Measures) -> None:
    has = Counter(f"{d.span.of(article.text)} = {d.iso or '-'}" for d in analysis.dates)
    _compare(article.id, has, Counter(article.notes["dates"]), "dates", found)


def _numbers(article: Annotated, analysis: Analysis, found: Measures) -> None:
    has = Counter(f"{n.span.of(article.text)} = {n.value:.12g}" for n in analysis.numbers)
    _compare(article.id, has, Counter(article.notes["numbers"]), "numbers", found)


def _quotes(article: Annotated, analysis: Analysis, found: Measures) -> None:
    wanted = Counter(article.notes["quotes"])
    names = {line.rpartition(" | ")[2] for line in wanted}
    has = Counter(f"{q.span.of(article.text)} | {_speaker(q, names)}" for q in analysis.quotes)
    _compare(article.id, has, wanted, "quotes", found)


def _speaker(quote: Quote, names: Iterable[str]) -> str:
    """Return the speaker's topic, else the annotated name that stands in the speaker's words."""
    if quote.speaker is None:
        return "-"
    said = quote.speaker.text
    return quote.speaker.topic or next((n for n in names if n in said and n != "-"), said)


def _mentions(article: Annotated, analysis: Analysis, found: Measures) -> None:
    has = Counter(f"{m.topic}: {m.span.of(article.text)}" for m in analysis.mentions)
    wanted: Counter[str] = Counter()
    for line in article.notes["mentions"]:
        topic, _, names = line.partition(": ")
        for name in names.split(", "):
            words, times = _TIMES.fullmatch(name).groups()  # type: ignore[union-attr]
            wanted[f"{topic}: {words}"] += int(times or 1)
    _compare(article.id, has, wanted, "mentions", found)


def _keywords(article: Annotated, analysis: Analysis, found: Measures) -> None:
    texts = [_words(keyword.text) for keyword in analysis.keywords]

    def stands(wanted: str) -> bool:
        return any(_words(wanted) in text for text in texts)

    _wishes(article, "keywords", stands, found)


def _summary(article: Annotated, analysis: Analysis, found: Measures) -> None:
    texts = [sentence.span.of(article.text) for sentence in analysis.summary]
    _wishes(article, "summary", lambda wanted: any(wanted in text for text in texts), found)


def _words(text: str) -> str:
    """Return the folded words of ``text`` without their articles, a space around each."""
    words = (token.folded.removeprefix("ال") for token in tokenise(text))
    return f" {' '.join(words)} "


def _wishes(
    article: Annotated, section: str, stands: Callable[[str], bool], found: Measures
) -> None:
    for line in article.notes[section]:
        sign, wanted = line[:2], line[2:]
        if sign == "+ ":
            right = any(map(stands, wanted.split(" / ")))
            name = f"{section}: what must be there"
        elif sign == "- ":
            right, name = not stands(wanted), f"{section}: what must not be there"
        else:
            raise ValueError(f"{article.id}: a line of [{section}] starts with + or -: {line}")
        found[name].add(right, 1, [] if right else [f"{article.id}: {wanted}"])


def _compare(
    name: str, has: Counter[str], wanted: Counter[str], what: str, found: Measures
) -> None:
    """Count what is found and right of what is found, and of what is to be found."""
    both = (has & wanted).total()
    found[f"{what}: right of those found"].add(both, has.total(), _list(name, has - wanted))
    found[f"{what}: found of those there"].add(both, wanted.total(), _list(name, wanted - has))


def _list(name: str, items: Counter[str]) -> Iterator[str]:
    return (f"{name}: {item}" for item in items.elements())


PARTS: Final = (
    _cleaning, _head, _subheads, _dates, _numbers, _quotes, _mentions, _keywords, _summary,
)  # fmt: skip
