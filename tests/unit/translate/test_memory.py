"""The translation memory: what it finds, and that nothing damaged is ever believed."""

from __future__ import annotations

import os
import random
import re
import threading
import time
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.errors import ContentError
from generator.load.limits import Limits
from generator.load.refused import Refused
from generator.translate.memory import Memory, Unit
from generator.translate.memory_file import PATH, read_memory, remember
from generator.translate.tmx import Found, read_tmx, write_tmx

if TYPE_CHECKING:
    from pathlib import Path

UNITS = sorted(
    [
        Unit("وقع الرئيسان الاتفاق.", "The presidents signed the agreement.", "treaty"),
        Unit('قال <بوتين> & "لا".', 'Putin <said> & "no".', "treaty"),
        Unit("ثلاثة أسطر ]]> هنا", "Three lines ]]> here", "other-one"),
    ]
)
DATA = write_tmx(UNITS).encode()
LIMITS = Limits()


def read(data: bytes) -> Found:
    return read_tmx(data, PATH)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


class TestFinding:
    def test_as_it_stands_or_by_its_folded_words(self) -> None:
        memory = Memory(UNITS)
        assert memory.find("وقع الرئيسان الاتفاق.") == "The presidents signed the agreement."
        assert memory.find("وقّع الرئيسان الإتفاق") == "The presidents signed the agreement."
        assert memory.find("وقع الرئيسان الاتفاق 47") is None

    def test_an_empty_sentence_finds_nothing(self) -> None:
        assert Memory([Unit("…", "…", "a")]).find("!") is None

    def test_of_several_the_most_frequent_then_the_first(self) -> None:
        units = [Unit("نعم", "Yes", "a"), Unit("نعم", "Aye", "b"), Unit("نعم", "Yes", "c")]
        assert Memory(units).find("نعم") == "Yes"
        assert Memory(units[:2]).find("نعم") == "Aye"

    def test_the_exact_one_before_a_folded_one(self) -> None:
        units = [Unit("علي", "Ali", "a"), Unit("على", "On", "b"), Unit("على", "On", "c")]
        assert Memory(units).find("علي") == "Ali"


class TestFile:
    def test_it_comes_back_as_it_went(self) -> None:
        assert read(DATA) == Found(UNITS, [])

    def test_it_is_sound_xml_of_the_right_kind(self) -> None:
        root = etree.fromstring(DATA)
        assert (root.tag, root.get("version")) == ("tmx", "1.4")
        header = root.find("header")
        assert header is not None
        needed = "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype"
        assert set(needed.split()) <= set(header.attrib)
        assert len(root.findall("body/tu")) == len(UNITS)

    def test_equal_memories_are_equal_files(self) -> None:
        assert write_tmx([*UNITS[::-1], UNITS[0]]).encode() == DATA

    def test_utf_16_is_read(self) -> None:
        assert read(DATA.decode().encode("utf-16")) == Found(UNITS, [])

    @pytest.mark.parametrize("end", range(0, len(DATA), 41))
    def test_cut_off_anywhere_it_loses_only_what_is_behind(self, end: int) -> None:
        try:
            found = read(DATA[:end])
        except Refused:
            assert end < 10, "not even the first words of a memory are there"
            return
        assert found.units == UNITS[: len(found.units)]
        assert found.problems
        assert "has no end" in found.problems[-1].message

    def test_flipped_bits_cost_entries_and_never_change_one(self) -> None:
        seeded = random.Random(7)  # noqa: S311 - the same bits each time
        for _ in range(150):
            data = bytearray(DATA)
            at = seeded.randrange(len(data))
            data[at] ^= 1 << seeded.randrange(8)
            try:
                found = read(bytes(data))
            except Refused:
                continue
            assert set(found.units) <= set(UNITS)
            assert len(found.units) >= len(UNITS) - 2
            if len(found.units) < len(UNITS):
                assert found.problems, f"byte {at} is lost without a word"

    def test_a_damaged_entry_is_named_by_its_line(self) -> None:
        (problem,) = read(DATA.replace(b"The presidents", b"A president")).problems
        assert problem.path == PATH
        assert DATA.decode().split("\n")[problem.line - 1].startswith("<tu ")
        assert "does not say what it said when it was written" in problem.message

    @pytest.mark.parametrize("version", ["1.1", "1.3", "2.0", "٣"])
    def test_another_version_is_not_guessed_at(self, version: str) -> None:
        with pytest.raises(Refused, match=r"1\.4 is read"):
            read(DATA.replace(b'version="1.4"', f'version="{version}"'.encode()))

    def test_a_file_of_another_program_is_refused_by_the_line_of_its_first_entry(self) -> None:
        others = (
            '<tu><tuv xml:lang="en-US"><seg>Yes</seg></tuv><tuv xml:lang="ar"><seg>نعم</seg></tuv>'
            "</tu>\n"
        )
        data = DATA.decode().replace("</body>", others * 2 + "</body>")
        with pytest.raises(Refused) as refused:
            read(data.encode())
        assert data.split("\n")[refused.value.line - 1] == others.strip()
        assert str(refused.value) == (
            "This entry of the translation memory is another program's. Keep such a file "
            "elsewhere: here stands only what `mujaz translate --remember` writes."
        )

    def test_an_entry_that_has_lost_its_digest_costs_no_other(self) -> None:
        found = read(re.sub(rb' tuid="[^"]*"', b"", DATA, count=1))
        assert found.units == UNITS[1:]
        assert "does not say what it said" in found.problems[0].message

    @pytest.mark.parametrize("data", [b"<html/>", b"\x00" * 100, "كلام".encode()])
    def test_what_is_no_memory_is_refused(self, data: bytes) -> None:
        with pytest.raises(Refused, match="no translation memory"):
            read(data)

    def test_nothing_is_read_from_elsewhere_and_no_entity_grows(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("the secret")
        laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        doctype = (
            f'<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY x SYSTEM "file://{secret}">'
            f'<!ENTITY l0 "ha">{laughs}]>'
        )
        for inner in ("&x;", "&l9;"):
            data = DATA.decode().replace("<tmx ", f"{doctype}<tmx ").replace("The pres", inner)
            found = read(data.encode())
            assert len(found.units) == len(UNITS) - 1
            assert "the secret" not in str(found)

    def test_a_document_type_alone_does_no_harm(self) -> None:
        data = DATA.replace(b"<tmx ", b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx ')
        assert read(data) == Found(UNITS, [])

    @pytest.mark.parametrize("piece", ["<tu>", "<tu ", "</tu>", "<tuv", "<seg>"])
    def test_tags_without_end_take_linear_time(self, piece: str) -> None:
        data = (DATA.decode() + piece * 10_000).encode()
        started = time.process_time()
        assert set(read(data).units) == set(UNITS)
        assert time.process_time() - started < 10


class TestRemembering:
    def test_what_editors_changed_is_replaced_and_what_is_gone_stays(self, folder: Path) -> None:
        remember(folder, UNITS, {"treaty", "other-one"}, LIMITS)
        fresh = Unit("وقع الرئيسان الاتفاق.", "Both presidents signed it.", "treaty")
        count, problems = remember(folder, [fresh], {"treaty"}, LIMITS)
        found = read_memory(folder, LIMITS)
        assert (count, problems) == (2, [])
        assert set(found.units) == {fresh, *(u for u in UNITS if u.article == "other-one")}

    def test_damaged_entries_are_dropped_and_named(self, folder: Path) -> None:
        (folder / PATH).write_bytes(DATA.replace(b"Three", b"Four"))
        count, problems = remember(folder, [], (), LIMITS)
        assert (count, len(problems)) == (2, 1)
        assert read_memory(folder, LIMITS).problems == []

    def test_a_memory_of_another_version_is_not_written_over(self, folder: Path) -> None:
        other = DATA.replace(b'version="1.4"', b'version="2.0"')
        (folder / PATH).write_bytes(other)
        with pytest.raises(ContentError, match="Save it as TMX"):
            remember(folder, UNITS, (), LIMITS)
        assert (folder / PATH).read_bytes() == other

    def test_a_memory_of_another_program_is_not_written_over(self, folder: Path) -> None:
        others = DATA.replace(b"</body>", b"<tu><tuv><seg>x</seg></tuv></tu></body>")
        (folder / PATH).write_bytes(others)
        with pytest.raises(ContentError, match=rf"^{PATH}:\d+: .* is another program's"):
            remember(folder, UNITS, (), LIMITS)
        assert (folder / PATH).read_bytes() == others

    def test_a_memory_that_is_too_large_is_not_read(self, folder: Path) -> None:
        (folder / PATH).write_bytes(DATA)
        with pytest.raises(ContentError, match="larger than 100 bytes"):
            read_memory(folder, Limits(memory_bytes=100))

    def test_a_link_is_not_followed(self, folder: Path) -> None:
        (folder / "elsewhere.tmx").write_bytes(DATA)
        (folder / PATH).symlink_to(folder / "elsewhere.tmx")
        with pytest.raises(ContentError, match="links are not followed"):
            read_memory(folder, LIMITS)

    def test_writers_at_the_same_time_lose_nothing(self, folder: Path) -> None:
        def write(number: int) -> None:
            unit = Unit(f"جملة {number}", f"Sentence {number}", f"article-{number}")
            remember(folder, [unit], {unit.article}, LIMITS)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        found = read_memory(folder, LIMITS)
        assert len(found.units) == 12
        assert found.problems == []
        assert [path.name for path in (folder / "content").iterdir()] == ["memory.tmx"]

    def test_who_reads_while_another_process_writes_sees_a_whole_memory(self, folder: Path) -> None:
        sizes = [UNITS, [*UNITS, *(Unit(f"جملة {n}", f"Sentence {n}", "long") for n in range(99))]]
        remember(folder, UNITS, {"treaty", "other-one", "long"}, LIMITS)
        writer = os.fork()
        if not writer:
            status = 1
            try:
                for turn in range(12):
                    remember(folder, sizes[turn % 2], {"treaty", "other-one", "long"}, LIMITS)
                status = 0
            finally:
                os._exit(status)
        while (ended := os.waitpid(writer, os.WNOHANG)) == (0, 0):
            found = read_memory(folder, LIMITS)
            assert found.problems == []
            assert len(found.units) in (3, 102)
        assert ended == (writer, 0)
