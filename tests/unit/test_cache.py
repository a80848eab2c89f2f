"""The cache gives back what was put in, or nothing; it runs nothing and believes nothing."""

from __future__ import annotations

import os
import pickle
import time
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.cache import AnalysisCache, Cache
from generator.findings import (
    Analysis,
    Cleaned,
    Cut,
    DateMention,
    Keyword,
    Located,
    Mention,
    NumberMention,
    Quote,
    Sentence,
    SourceLine,
    Speaker,
    SummarySentence,
    Title,
)
from generator.model import SourceId, Span, TopicId

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IRAN = TopicId("iran")
ANALYSIS = Analysis(
    language="ar",
    cleaned=Cleaned(
        title=Title("معاهدة الشراكة", "source", Span(0, 14)),
        byline=Located("سمر خليل", None),
        source=SourceLine(SourceId("sky-news-arabia"), "سكاي نيوز عربية", Span(90, 105)),
        body=(Span(16, 80),),
        cuts=(Cut(Span(81, 89), "furniture", "share-line"),),
    ),
    published=date(2025, 1, 17),
    sentences=(Sentence(Span(16, 80), "sentence", 0),),
    anchors=("s-0123456789",),
    summary=(SummarySentence(Span(16, 80), 0.75, {"position": 0.5, "title": 0.25}),),
    keywords=(Keyword("إيران", 0.9, IRAN, (Span(20, 25), Span(40, 45))),),
    mentions=(Mention(IRAN, Span(20, 25)),),
    dates=(DateMention(Span(30, 34), "2025", "explicit"),),
    numbers=(NumberMention(Span(50, 52), 47.0, "مادة"),),
    quotes=(Quote(Span(60, 70), Speaker("بيسكوف", None), "قال"),),
)


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "cache", "analysis")


def entry(cache: AnalysisCache, key: str = "key") -> Path:
    return cache._path(key)


def forge(cache: AnalysisCache, payload: bytes) -> None:
    """Put an entry on the disk whose digest is right."""
    cache.put("key", ANALYSIS)
    entry(cache).write_bytes(cache._head("key", payload) + payload)


def test_what_was_put_comes_back(cache: AnalysisCache) -> None:
    assert cache.get("key") is None
    cache.put("key", ANALYSIS)
    assert cache.get("key") == ANALYSIS
    assert cache.get("another key") is None
    assert cache.problem is None


def test_a_later_value_takes_the_place_of_an_earlier_one(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    other = Analysis("en", ANALYSIS.cleaned, None, *8 * ((),))
    cache.put("key", other)
    assert cache.get("key") == other
    assert len(list(entry(cache).parent.iterdir())) == 1


def test_git_is_told_to_leave_it_alone(cache: AnalysisCache, tmp_path: Path) -> None:
    cache.put("key", ANALYSIS)
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_a_namespace_stays_in_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not a lower-case slug"):
        AnalysisCache(tmp_path, "../elsewhere")


# --- damage ---------------------------------------------------------------------------------


def test_every_truncation_counts_as_nothing(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    whole = entry(cache).read_bytes()
    for length in [*range(100), *range(100, len(whole), 19)]:
        entry(cache).write_bytes(whole[:length])
        assert cache.get("key") is None, length
    cache.put("key", ANALYSIS)
    assert cache.get("key") == ANALYSIS


def test_a_flipped_bit_counts_as_nothing(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    whole = entry(cache).read_bytes()
    for place in [*range(100), *range(100, len(whole), 7)]:  # every one of the head
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        entry(cache).write_bytes(damaged)
        assert cache.get("key") is None, place


def test_an_entry_that_continues_counts_as_nothing(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    entry(cache).write_bytes(entry(cache).read_bytes() + b"\0")
    assert cache.get("key") is None


def test_an_entry_of_another_key_is_not_believed(cache: AnalysisCache) -> None:
    cache.put("another key", ANALYSIS)
    entry(cache, "another key").rename(entry(cache))
    assert cache.get("key") is None


def test_an_entry_of_another_format_is_not_read(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    whole = entry(cache).read_bytes()
    entry(cache).write_bytes(whole.replace(b"mujaz cache 1", b"mujaz cache 2"))
    assert cache.get("key") is None


@dataclass(frozen=True)
class Person:
    """What a class was called before it got other fields."""

    name: str


def test_an_entry_of_a_class_with_other_fields_is_not_read(
    tmp_path: Path,
) -> None:
    @dataclass(frozen=True)
    class LaterPerson:
        family_name: str

    LaterPerson.__qualname__ = Person.__qualname__
    Cache(tmp_path, "people", Person).put("key", Person("سمر"))
    assert Cache(tmp_path, "people", Person).get("key") == Person("سمر")
    assert Cache(tmp_path, "people", LaterPerson).get("key") is None


def huge_file(path: Path) -> None:
    path.touch()
    os.truncate(path, 10**9)


def test_a_class_that_is_more_than_its_fields_is_refused(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Busy:
        name: str

        def __post_init__(self) -> None:
            """Whatever."""

    with pytest.raises(TypeError, match="Busy is more than its fields"):
        Cache(tmp_path, "busy", Busy)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: os.mkfifo(path),
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.name),
        huge_file,
    ],
    ids=["fifo", "folder", "device", "loop", "huge"],
)
def test_what_is_no_entry_is_not_read(cache: AnalysisCache, make: Callable[[Path], object]) -> None:
    cache.put("another key", ANALYSIS)
    make(entry(cache))
    assert cache.get("key") is None


# --- malice ---------------------------------------------------------------------------------


class Attack:
    """Pickles as a call of ``os.mkdir``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


def test_a_forged_entry_runs_nothing(cache: AnalysisCache, tmp_path: Path) -> None:
    forge(cache, pickle.dumps(Attack(tmp_path / "owned")))
    assert cache.get("key") is None
    assert not (tmp_path / "owned").exists()
    pickle.loads(pickle.dumps(Attack(tmp_path / "owned")))  # noqa: S301
    assert (tmp_path / "owned").exists(), "the attack itself does not work"


@pytest.mark.parametrize("value", [None, "text", Span(0, 1), [ANALYSIS], {"a": 1}])
def test_a_forged_entry_of_another_kind_is_not_returned(
    cache: AnalysisCache, value: object
) -> None:
    forge(cache, pickle.dumps(value))
    assert cache.get("key") is None


def test_a_forged_entry_can_not_change_our_classes(
    cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    method = Span.of
    # Name the class Span, set its attribute "of" to the class date, and give None as the value.
    change = b"cgenerator.model\nSpan\n(N}S'of'\ncdatetime\ndate\nstb0N."
    forge(cache, change)
    assert cache.get("key") is None
    assert Span.of is method
    monkeypatch.setattr(Span, "of", method)  # puts it back in the end
    pickle.loads(change)  # noqa: S301
    assert vars(Span)["of"] is date, "the attack itself does not work"


def test_a_forged_entry_may_not_exhaust_the_stack(cache: AnalysisCache) -> None:
    forge(cache, b"(" * 100_000 + b"t" * 100_000 + b".")
    assert cache.get("key") is None


# --- a folder that can't be used ------------------------------------------------------------


def test_without_a_writable_folder_nothing_is_kept_and_one_warning_says_so(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    cache = AnalysisCache(tmp_path / "cache", "analysis")
    for key in ("one", "two"):
        cache.put(key, ANALYSIS)
        assert cache.get(key) is None
    assert str(cache.problem) == (
        f"{tmp_path / 'cache'}: warning: Nothing is kept for the next build: not a directory. "
        "Make the folder writable, or delete it."
    )
    assert cache.prune([]) == 0


def test_a_full_disk_leaves_no_half_entry(
    cache: AnalysisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put("key", ANALYSIS)

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    cache.put("another key", ANALYSIS)
    assert "no space left on device" in str(cache.problem)
    assert [path.name for path in entry(cache).parent.iterdir()] == [entry(cache).name]
    assert cache.get("key") == ANALYSIS


# --- many at once, and in the long run ------------------------------------------------------


def test_prune_deletes_what_is_not_named(cache: AnalysisCache) -> None:
    for key in ("one", "two", "three"):
        cache.put(key, ANALYSIS)
    assert cache.prune({"two", "unknown"}) == 2
    assert [cache.get(key) for key in ("one", "two", "three")] == [None, ANALYSIS, None]


def test_prune_deletes_half_entries_only_of_the_dead(cache: AnalysisCache) -> None:
    cache.put("key", ANALYSIS)
    young, old = (entry(cache).with_name(f"{age}.half") for age in ("young", "old"))
    young.touch()
    old.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    assert cache.prune({"key"}) == 0
    assert young.exists()
    assert not old.exists()


def test_many_processes_may_use_one_folder(cache: AnalysisCache) -> None:
    keys = [sha256(bytes([number])).hexdigest() for number in range(8)]

    def work(seed: int) -> int:
        for turn in range(60):
            key = keys[(turn * 5 + seed) % len(keys)]
            if cache.get(key) not in (None, ANALYSIS):
                return 1
            cache.put(key, ANALYSIS)
            if turn % 10 == seed:
                cache.prune(keys[:4])
        return 0 if cache.problem is None else 2

    children = []
    for seed in range(4):
        child = os.fork()
        if not child:
            status = 3
            try:
                status = work(seed)
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    assert not list(entry(cache).parent.glob("*.half"))
