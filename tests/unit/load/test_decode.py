"""Bytes into text: proved, plausible, or refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from generator.load.decode import decode
from generator.load.refused import Refused
from generator.load.text import has_words, hidden_in, normalise, one_line

SEED = Path(__file__).parents[3] / "content/articles/duma-ratifies-treaty.txt"
ARTICLE = SEED.read_text("utf-8")
CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic", "cp720")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_in_every_form(mark: bytes, codec: str) -> None:
    assert decode(mark + ARTICLE.encode(codec)) == ARTICLE


@pytest.mark.parametrize("codec", CODE_PAGES)
def test_old_code_pages_are_told_apart(codec: str) -> None:
    data = ARTICLE.encode(codec, "ignore")
    expected = data.decode("mac_arabic" if codec == "iso8859_6" else codec)
    assert decode(data) == expected


@pytest.mark.parametrize("codec", CODE_PAGES)
@pytest.mark.parametrize("length", [40, 80, 160])
def test_a_short_text_is_never_read_in_the_wrong_code_page(codec: str, length: int) -> None:
    for start in range(0, len(ARTICLE) - length, 97):
        data = ARTICLE[start : start + length].encode(codec, "ignore")
        expected = data.decode("mac_arabic" if codec == "iso8859_6" else codec)
        try:
            assert decode(data) == expected
        except Refused:
            continue


def test_html_may_hold_braces_and_brackets() -> None:
    page = "<style>p[dir]{margin:0}a{b:c}[d]{e:f}</style>" * 5 + "وقع الرئيسان الاتفاق في موسكو"
    assert decode(page.encode("cp1256"), markup=True) == page
    with pytest.raises(Refused):
        decode(page.encode("cp1256"))


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Le traité a été signé à Moscou, où il était prévu.", "latin-1"),
        ("Договор подписан в Москве президентами двух стран вчера", "koi8_r"),
        ("Договор подписан в Москве президентами двух стран вчера", "cp1251"),
        ("ההסכם נחתם במוסקבה על ידי שני הנשיאים ביום שישי", "cp1255"),
        ("Η συνθήκη υπογράφηκε στη Μόσχα από τους δύο προέδρους", "cp1253"),
        ("两国总统星期五在莫斯科签署了条约。两国总统星期五在莫斯科签署了条约", "gb18030"),
    ],
)
def test_other_languages_are_not_taken_for_arabic(text: str, codec: str) -> None:
    with pytest.raises(Refused, match="The encoding can't be told"):
        decode(text.encode(codec))


def test_the_first_wrong_byte_gives_the_line() -> None:
    with pytest.raises(Refused) as caught:
        decode("سطر\nسطر\n".encode() + b"\xd8 wrong")
    assert caught.value.line == 3


def test_overlong_forms_are_not_utf8() -> None:
    with pytest.raises(Refused):
        decode("نص ".encode() + b"\xc0\xbcscript\xc0\xbe")


def test_a_few_wrong_bytes_in_an_article_cost_no_more_than_themselves() -> None:
    sound = "وقع الرئيسان الاتفاق في موسكو. " * 10
    assert decode(sound.encode() + b"\xc0\xbcscript\xc0\xbe \xd8", lossy=True) == (
        f"{sound}\ufffd\ufffdscript\ufffd\ufffd \ufffd"
    )


@pytest.mark.parametrize(
    "data",
    [
        "Le traité a été signé à Moscou".encode("latin-1"),
        "نص ".encode() + b"\xff\xff",
        "وقع الرئيسان".encode() + b"\xff\0" * 90,
        b"GIF89a\xd9\x88\xff\x80\x81",
    ],
    ids=["Latin", "too many", "controls", "binary"],
)
def test_more_of_them_are_no_article(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data, lossy=True)


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 64,
        b"PK\x03\x04\x14\0\x08\0\x08\0\0\0\0\0",
        "text".encode("utf-16-le"),
        b"\xff\xfe\0",
    ],
    ids=["NUL", "zip", "Latin in UTF-16", "half a UTF-16"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        decode(data)


def test_a_few_nul_bytes_are_no_reason_to_refuse() -> None:
    assert normalise(decode("وقع الرئيسان\0 الاتفاق".encode())) == "وقع الرئيسان الاتفاق"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a b"),
        ("\ufeffa\ufeffb", "ab"),
        ("a\u202eb\u2066c\u2069d\u200fe\u061cf", "abcdef"),
        ("a\x00\x1b[31mb\x7fc\x9bd", "a[31mbcd"),
        ("a\ud800b\ufdd0c\uffffd\U0010fffee", "abcde"),
        (
            "می\u200cخواهم ال\u200dخبر إي\u00adران \ue000",
            "می\u200cخواهم ال\u200dخبر إي\u00adران \ue000",
        ),
    ],
)
def test_text_is_made_plain(given: str, expected: str) -> None:
    assert normalise(given) == expected


def test_tabs_stay_where_they_indent() -> None:
    assert normalise("\ta\r\n\tb", keep_tabs=True) == "\ta\n\tb"


def test_one_line_and_words() -> None:
    assert one_line(" a\u202e \n\t b\r\n") == "a b"
    assert hidden_in("ab\u202e") == "U+202E"
    assert hidden_in("می\u200cخواهم") is None
    assert has_words("— ٣ —")
    assert not has_words("ً ـَ … _")
