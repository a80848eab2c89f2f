"""Whatever the files of a project are called and say: it is read, or refused in one line."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.load.slugs import is_slug, slug_of
from tests.properties.texts import at_least
from tests.unit.load.projects import outline

YAML_BITS = st.sampled_from(
    [*"[]{}:,-?&*!|>'\"%@`#\\ \n\t", "a", "ب", "- ", ": ", "&a ", "*a", "!!x ", "<<: ", "---\n",
     "\\ud800", "\\UFFFFFFFF", "\\x00", "\x00", "\u2028", "\x85", "\ufeff", "%YAML 1.", "9" * 30]
)  # fmt: skip


@at_least(100)
@given(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=255))
def test_every_file_name_gives_an_id(name: str) -> None:
    assert is_slug(slug_of(name))
    assert slug_of(slug_of(name)) == slug_of(name)


@at_least(100)
@given(st.text(max_size=40), st.text(max_size=40))
def test_names_that_lose_something_stay_apart(one: str, other: str) -> None:
    one, other = f"خبر {one}", f"خبر {other}"
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (slug_of(one) == slug_of(other)) == same


@at_least(100)
@given(st.lists(YAML_BITS, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    said = outline(text)  # nothing else is raised
    breaks = sum(text.count(sign) for sign in "\n\x85\u2028")
    refused = re.match(r"line (\d+): ", said)
    assert said
    assert not refused or (1 <= int(refused[1]) <= breaks + 2 and said.isprintable())
