"""The files of the search index: what depends on what, and how large a file may be."""

from __future__ import annotations

import json
import pickle
import random
from typing import Any

import pytest

from generator.search.numbers import (
    decode_postings,
    encode_all,
    encode_postings,
    encode_rising,
)
from generator.search.postings import Postings, bring_up_to_date
from generator.search.records import SearchRecord, SearchSentence, findable
from generator.search.segments import part
from generator.search.shards import Entry, cut_shards, entry
from generator.search.slots import assign_slots, table_size
from generator.search.terms import RecordTerms, record_terms
from tests.search_corpus import records, whole_index


def _read(files: dict[str, bytes], name: str) -> Any:
    """Return the data of a script, which is a call of one function with two arguments."""
    text = files[f"search/{name}.js"].decode()
    start = f'mujazSearch("{name}",'
    assert text.startswith(start)
    assert text.endswith(");\n")
    return json.loads(text[len(start) : -3])


# --- numbers and slots ------------------------------------------------------------------------


def test_numbers_are_written_in_base_32_with_a_last_digit_of_their_own() -> None:
    assert encode_all([0, 31, 32, 37, 1023, 1024]) == "A_1A1Fv_10A"


def test_rising_numbers_are_written_as_differences() -> None:
    assert encode_rising([3, 5, 5, 40]) == encode_all([3, 2, 0, 35])


def test_postings_are_differences_of_slots_with_the_impact_in_five_bits() -> None:
    assert encode_postings([3 << 5 | 7, 10 << 5 | 31]) == encode_all([3 * 32 + 7, 7 * 32 + 31])


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 4), (2, 8), (3, 16), (500, 2048)])
def test_a_table_has_room_for_four_times_its_records(count: int, size: int) -> None:
    assert table_size(count) == size


def test_slots_depend_on_the_set_of_keys_alone() -> None:
    keys = [f"articles/{number}" for number in range(300)]
    shuffled = random.Random(7).sample(keys, len(keys))  # noqa: S311 - a test's shuffle
    slots, size = assign_slots(keys)
    assert assign_slots(shuffled) == (slots, size)
    assert len(set(slots.values())) == len(keys)
    assert list(slots.values()) == sorted(slots.values())
    assert max(slots.values()) < size


def test_a_new_or_a_deleted_record_moves_hardly_any_other() -> None:
    keys = [f"articles/{number}" for number in range(300)]
    slots, _ = assign_slots(keys)
    for others in (keys[:150] + keys[151:], [*keys, "articles/new"]):
        changed, _ = assign_slots(others)
        moved = [key for key in others if key in slots and slots[key] != changed[key]]
        assert len(moved) <= 2


# --- term files -------------------------------------------------------------------------------


def _entries(count: int) -> list[Entry]:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    made = {
        "".join(letters[number // 28**place % 28] for place in range(3)) + "xyz"[: number % 3]
        for number in range(0, count * 7, 7)
    }
    return [entry(term, "aF" * (len(term) * 9)) for term in sorted(made)]


def test_term_files_hold_every_term_once_under_its_longest_prefix() -> None:
    entries = _entries(2_000)
    shards = list(cut_shards(entries, 6_000))
    prefixes = {shard.prefix for shard in shards}
    assert len(prefixes) == len(shards) > 10
    found = {}
    for shard in shards:
        parts = shard.body.split(" ")
        for rest, postings in zip(parts[::2], parts[1::2], strict=True):
            term = shard.prefix + rest
            longest = max((p for p in prefixes if term.startswith(p)), key=len)
            assert longest == shard.prefix
            found[term] = postings
    assert found == {entry.term: entry.postings for entry in entries}


def test_term_files_are_small_unless_one_term_is_large() -> None:
    large = entry("ضخم", "aF" * 10_000)
    shards = list(cut_shards(sorted([*_entries(2_000), large]), 6_000))
    over = [shard for shard in shards if len(shard.body.encode()) > 6_000]
    assert [shard.body for shard in over] in (
        [f"{large.term[len(s.prefix) :]} {large.postings}"] for s in over
    )


def test_a_new_term_touches_the_file_of_its_prefix_only() -> None:
    entries = _entries(2_000)
    before = set(cut_shards(entries, 6_000))
    after = set(cut_shards(sorted([*entries, entry("قلم", "bA")]), 6_000))
    assert len(after - before) == 1


# --- terms ------------------------------------------------------------------------------------


def _impacts(record: SearchRecord) -> dict[str, int]:
    return dict(record_terms(record))


def test_a_word_of_the_title_says_more_than_one_of_the_text() -> None:
    visit = next(record for record in records() if record.key == "articles/visit")
    impacts = _impacts(visit)
    assert impacts["موسكو"] > impacts["sanction"] > impacts["تجار"]
    assert all(1 <= impact <= 31 for impact in impacts.values())


def test_every_name_of_a_topic_finds_the_article() -> None:
    reactor = next(record for record in records() if record.key == "articles/reactor")
    assert {"bushehr", "plant", "بوشهر", "محط"} <= set(_impacts(reactor))


def test_what_may_be_a_proclitic_counts_half() -> None:
    texts = {"whole": "عقوبات", "glued": "بعقوبات"}
    bare = records()[-1]
    impacts = {
        name: _impacts(
            bare._replace(aliases=(), titles={}, sentences=(SearchSentence(text, "a", "ar"),))
        )
        for name, text in texts.items()
    }
    assert impacts["glued"]["بعقوب"] == impacts["whole"]["عقوب"]
    assert impacts["glued"]["عقوب"] < impacts["whole"]["عقوب"]


def test_a_translation_does_not_make_an_article_long() -> None:
    visit = records()[0]
    arabic = visit._replace(sentences=tuple(s for s in visit.sentences if s.language == "ar"))
    assert _impacts(arabic)["تجار"] == _impacts(visit)["تجار"]


def test_terms_survive_the_cache() -> None:
    terms = record_terms(records()[0])
    assert pickle.loads(pickle.dumps(terms)) == terms  # noqa: S301 - our own bytes


# --- postings ---------------------------------------------------------------------------------


def test_postings_are_read_back() -> None:
    postings = [3 << 5 | 7, 10 << 5 | 31, 11 << 5 | 1, 40_000 << 5 | 16]
    assert list(decode_postings(encode_postings(postings))) == postings
    assert list(decode_postings("")) == []


def test_postings_brought_up_to_date_are_those_counted_anew() -> None:
    chance = random.Random(5)  # noqa: S311
    words = [f"w{n}" for n in range(60)]
    now: dict[str, RecordTerms] = {}
    known = Postings()
    for _ in range(60):
        for key in [f"r{chance.randrange(40)}" for _ in range(chance.randint(1, 4))]:
            if now.pop(key, None) is None or chance.random() < 0.5:
                found = sorted(chance.sample(words, chance.randint(0, 20)))
                impacts = bytes(chance.randint(1, 31) for _ in found)
                now[key] = RecordTerms(" ".join(found), impacts)
        slots, _ = assign_slots(now)
        digests = {key: repr(terms) for key, terms in now.items()}
        known = bring_up_to_date(known, slots, digests, now)
        assert known == bring_up_to_date(Postings(), slots, digests, now)
    assert known.lists


# --- the whole index --------------------------------------------------------------------------


def test_files_depend_neither_on_the_order_of_records_nor_on_kept_terms() -> None:
    found = records()
    terms = {record.key: record_terms(record) for record in found}
    assert whole_index(found) == whole_index(found[::-1]) == whole_index(found, terms=terms)


def test_start_names_every_other_file() -> None:
    files = whole_index(records())
    start = _read(files, "start")
    (segment,) = start["segments"]
    named = {"start", start["topics"], start["words"], segment["topics"]}
    parts = segment["terms"].split(" ")
    for prefix, tag in zip(parts[::2], parts[1::2], strict=True):
        letters = ".".join(f"{ord(letter):x}" for letter in prefix) or "0"
        named.add(f"t/current/{letters}-{tag}")
    documents = {name for name in files if name.startswith("search/d/")}
    assert {f"search/{name}.js" for name in named} | documents == set(files)
    assert len(documents) == len(records())


def test_a_changed_text_changes_the_names_of_its_files_alone() -> None:
    found = records()
    before = whole_index(found)
    first = found[0].sentences[0]._replace(text="وصل الرئيس اليوم.")
    after = whole_index([found[0]._replace(sentences=(first, *found[0].sentences[1:])), *found[1:]])
    gone = set(before) - set(after)
    assert {name.split("/")[1] for name in gone} <= {"d", "t"}
    assert len([name for name in gone if "/d/" in name]) == 1
    assert all(
        before[name] == after[name] for name in set(before) & set(after) - {"search/start.js"}
    )


def test_text_of_an_article_is_data_in_the_scripts() -> None:
    hostile = SearchSentence('</script><script>alert("1")</script>\u2028', "a", "ar")
    found = records()
    files = whole_index([found[0]._replace(sentences=(hostile,)), *found[1:]])
    texts = [_read(files, name[7:-3])["texts"] for name in files if name.startswith("search/d/")]
    assert {"ar": [["a", hostile.text]]} in texts


def test_an_empty_site_has_an_index() -> None:
    start = _read(whole_index([]), "start")
    assert start["segments"][0]["slots"] == ""


# --- segments ---------------------------------------------------------------------------------


def _years(*counts: tuple[int, int]) -> list[SearchRecord]:
    article = records()[0]
    return [
        article._replace(key=f"articles/{year}-{number}", published=f"{year}-05-01")
        for year, count in counts
        for number in range(count)
    ]


def test_few_articles_make_one_segment() -> None:
    found = _years((2023, 2), (2024, 2))
    assert [s.name for s in part(list(map(findable, found)), 4)] == ["current"]


def test_years_are_closed_and_joined_until_they_are_worth_a_segment() -> None:
    undated = records()[0]._replace(key="articles/undated", published=None)
    found = [*_years((2019, 3), (2020, 2), (2021, 6), (2022, 1), (2024, 2)), undated]
    segments = {s.name: len(s.records) for s in part(list(map(findable, found)), 5)}
    assert segments == {"2019-2020": 5, "2021": 6, "2022": 1, "current": 3}


def test_a_closed_segment_stays_as_it_is() -> None:
    found = _years((2022, 6), (2023, 6), (2024, 3))
    before = whole_index(found, segment_limit=5)
    added = found[-1]._replace(key="articles/new", published="2024-06-01")
    after = whole_index([*found, added], segment_limit=5)
    for name, content in before.items():
        if "/2022" in name or "/2023" in name:
            assert after[name] == content
    assert _read(after, "start")["segments"][:2] == _read(before, "start")["segments"][:2]
