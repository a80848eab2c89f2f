"""An endpoint that misbehaves in every way that one can, over a real connection."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest

from generator.errors import UsageError
from generator.translate.http_post import MOST_BYTES, Poster
from generator.translate.memory import Memory
from generator.translate.openai import OpenAI
from generator.translate.options import KEY, MODEL, URL, Options, make_provider, read_options
from generator.translate.provider import ProviderError
from generator.translate.sentences import Rendered, render
from tests.unit.translate.engines import (
    Server,
    answer,
    beginnings,
    body,
    chunks,
    cut,
    drip,
    english_of,
    hang_up,
    headers,
    say,
    silence,
    status,
)

ONE = "وقع الرئيسان في موسكو اتفاقا من 47 مادة."
TWO = "وقال بوتين إن الاتفاق «مهم جدا»."
SECRET = "sk-secret-0123456789"  # noqa: S105 - the tests' own


class Waits(list[float]):
    """Stands in for sleeping."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def waits() -> Waits:
    return Waits()


def provider(server: Server, waits: Waits, **options: Any) -> OpenAI:
    poster = Poster(f"{server.url}/chat/completions", {}, sleep=waits, **options)
    return OpenAI(poster, "test", SECRET)


def ask(given: OpenAI, *sentences: str) -> list[Rendered]:
    return list(render(sentences or (ONE, TWO), given, Memory(()), {}).values())


def test_the_article_travels_as_data_and_the_names_it_mentions_with_it(
    server: Server, waits: Waits
) -> None:
    given = provider(server, waits)
    render([ONE], given, Memory(()), {"موسكو": "Moscow", "طهران": "Tehran"})
    request = server.requests[0]
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert ONE not in request["messages"][0]["content"]
    assert server.sent() == [ONE]
    assert '"names": {"موسكو": "Moscow"}' in request["messages"][1]["content"]


@pytest.mark.parametrize(
    "trouble", [status(500), status(503), status(429), cut, hang_up], ids=lambda t: t.__name__
)
def test_what_passes_is_waited_for(server: Server, waits: Waits, trouble: Any) -> None:
    server.script.extend([trouble, trouble])
    assert [s.english for s in ask(provider(server, waits))] == [english_of(ONE), english_of(TWO)]
    assert waits == [1, 2]


def test_a_server_that_asks_for_time_gets_it(server: Server, waits: Waits) -> None:
    server.script.append(status(429, Retry_After="7"))
    assert ask(provider(server, waits))[0].english == english_of(ONE)
    assert waits == [7]


def test_a_server_that_asks_for_too_much_time_is_left(server: Server, waits: Waits) -> None:
    server.script.append(status(429, Retry_After="3600"))
    with pytest.raises(ProviderError, match="answers 429 and asks to wait 3600 s"):
        ask(provider(server, waits))
    assert waits == []


def test_trouble_that_stays_ends_it(server: Server, waits: Waits) -> None:
    server.script.extend([status(500)] * 4)
    with pytest.raises(ProviderError, match=r"it answers 500\. Try again later"):
        ask(provider(server, waits))
    assert waits == [1, 2, 4]


@pytest.mark.slow
@pytest.mark.parametrize("slow", [silence, drip], ids=["silence", "a byte at a time"])
def test_a_slow_server_is_cut_off(server: Server, waits: Waits, slow: Any) -> None:
    server.script.extend([slow] * 4)
    started = time.monotonic()
    with pytest.raises(ProviderError, match=r"takes longer than|not answer in time"):
        ask(provider(server, waits, seconds=0.2))
    assert time.monotonic() - started < 10


def test_nobody_there(server: Server, waits: Waits) -> None:
    with pytest.raises(ProviderError, match="nothing listens there"):
        ask(OpenAI(Poster("http://127.0.0.1:9/v1", {}, sleep=waits), "test", ""))


@pytest.mark.parametrize(
    "trouble",
    [status(401, f"Wrong key {SECRET}"), status(403), status(404), status(302, Location="/there")],
)
def test_what_will_not_pass_is_not_asked_again(server: Server, waits: Waits, trouble: Any) -> None:
    server.script.append(trouble)
    with pytest.raises(ProviderError) as error:
        ask(provider(server, waits))
    assert SECRET not in str(error.value)
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["file:///etc/hostname", "{}/elsewhere", "//127.0.0.1:9/", "\\\\x"])
def test_no_redirection_is_followed(server: Server, waits: Waits, code: int, to: str) -> None:
    """The key and the articles are for the address that somebody has named."""
    server.script.append(status(code, Location=to.format(server.url)))
    with pytest.raises(ProviderError, match=f"it answers {code}"):
        ask(provider(server, waits))
    assert len(server.requests) == 1


@pytest.mark.slow
@pytest.mark.parametrize("without_end", [chunks, headers, beginnings])
def test_a_reply_without_end_is_cut_off(server: Server, waits: Waits, without_end: Any) -> None:
    server.script.extend([without_end] * 4)
    started = time.monotonic()
    said = ""
    try:
        said = ask(provider(server, waits, seconds=1), ONE)[0].why
    except ProviderError as error:
        said = str(error)
    assert re.search("reply is too large|takes longer than 1 s|the connection fails", said)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("depth", [10, 400, 700, 900, *range(920, 1_000, 4), 5_000])
def test_a_refusal_may_say_anything(server: Server, waits: Waits, depth: int) -> None:
    nested = f'{{"error": {{"message": {"[" * depth}"\\u001b[2J\\n::error::##[x]"{"]" * depth}}}}}'
    server.script.append(lambda handler, _: handler.reply(nested.encode(), 404))
    with pytest.raises(ProviderError, match="it answers 404") as error:
        ask(provider(server, waits))
    assert str(error.value).isprintable()
    assert "##[" not in str(error.value)
    assert len(str(error.value)) < 400


@pytest.mark.parametrize("data", [b"<html>Welcome</html>", b"", b"[]", b'{"choices": []}'])
def test_another_kind_of_server_is_noticed(server: Server, waits: Waits, data: bytes) -> None:
    server.script.append(body(data))
    with pytest.raises(ProviderError, match="does not answer as OpenAI's interface does"):
        ask(provider(server, waits))


@pytest.mark.parametrize(
    "wrong",
    [
        say(lambda right: {"sentences": right[:-1]}),
        say(lambda right: {"sentences": [*right, {"n": 3, "english": "One more."}]}),
        say(lambda right: {"sentences": right[::-1]}),
        say(lambda right: {"sentences": [right[0], right[0]]}),
        say(lambda _: {"sentences": "none"}),
        say(lambda _: [1, 2]),
        say(lambda _: "Here you are: I have translated both."),
        say(lambda _: "{" * 100_000),
        say(lambda _: '{"sentences": [{"n": 1e999, "english": "One."}]}'),
        say(lambda _: None),
        body(b" " * (MOST_BYTES + 1)),
        status(400, "too long"),
    ],
    ids=[
        "too few",
        "too many",
        "another order",
        "one twice",
        "no list",
        "another form",
        "talk",
        "depth",
        "infinity",
        "nothing",
        "huge",
        "refused",
    ],
)
def test_a_useless_answer_to_a_batch_is_asked_for_sentence_by_sentence(
    server: Server, waits: Waits, wrong: Any
) -> None:
    server.script.append(wrong)
    assert [s.english for s in ask(provider(server, waits))] == [english_of(ONE), english_of(TWO)]
    assert server.sent() == [ONE, TWO, ONE, TWO]


def test_a_sentence_that_gets_no_answer_stays_arabic(server: Server, waits: Waits) -> None:
    talk = say(lambda _: "I'd rather not.")
    server.script.extend([talk, talk, answer])
    first, second = ask(provider(server, waits))
    assert first == Rendered(ONE, why="the model does not answer in the form asked for")
    assert second.english == english_of(TWO)


@pytest.mark.parametrize(
    "frame",
    ["```json\n{}\n```", "<think>One {sentence}?</think>\n\n{}", "Here it is:\n{}\nDone.", "{}"],
)
def test_a_model_that_puts_something_round_its_answer_is_understood(
    server: Server, waits: Waits, frame: str
) -> None:
    right = json.dumps({"sentences": [{"n": "1", "english": english_of(ONE)}]})
    server.script.append(say(lambda _: frame.replace("{}", right)))
    assert ask(provider(server, waits), ONE)[0].english == english_of(ONE)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "unit", [" ", "<think>", "</think>", "{", "<think></think>", '{"sentences":[']
)
def test_no_answer_costs_more_time_than_reading_it(server: Server, waits: Waits, unit: str) -> None:
    """As long an answer as is read at all, made of what parsers stumble over."""
    server.script.append(say(lambda _: unit * (900_000 // len(unit.replace('"', "xx")))))
    begin = time.process_time()
    first = ask(provider(server, waits), ONE)[0]
    assert first.why == "the model does not answer in the form asked for"
    assert time.process_time() - begin < 2


def test_a_model_that_takes_no_temperature_is_asked_without(server: Server, waits: Waits) -> None:
    server.script.append(status(400, "Unsupported value: 'temperature'"))
    given = provider(server, waits)
    for _ in range(2):
        assert ask(given, ONE)[0].english == english_of(ONE)
    assert ["temperature" in request for request in server.requests] == [True, False, False]


def test_requests_keep_their_distance(server: Server, waits: Waits) -> None:
    ticks = iter([0.0, 1.0, 10.0])
    given = provider(server, waits, pause=4.0, clock=lambda: next(ticks))
    for _ in range(3):
        ask(given, ONE)
    assert waits == [3.0]


class TestKey:
    """The key goes where its owner says, and nowhere else."""

    def make(self, environment: dict[str, str], **options: Any) -> Any:
        return make_provider("openai", Options(**options), environment)

    def test_it_is_sent_to_the_address_of_the_environment(self, server: Server) -> None:
        ask(self.make({URL: server.url, MODEL: "m", KEY: SECRET}))
        assert server.keys == [f"Bearer {SECRET}"]
        assert server.requests[0]["model"] == "m"

    def test_it_is_not_sent_to_an_address_that_only_the_project_names(self, server: Server) -> None:
        with pytest.raises(UsageError, match=f"set {URL} as well; else unset it"):
            self.make({KEY: SECRET}, url=server.url, model="m")

    def test_a_project_may_name_an_address_that_needs_none(self, server: Server) -> None:
        ask(self.make({}, url=server.url, model="m"))
        assert server.keys == [None]

    def test_it_is_not_sent_unencrypted_to_another_machine(self) -> None:
        with pytest.raises(UsageError, match="is not sent unencrypted"):
            self.make({URL: "http://example.org/v1", MODEL: "m", KEY: SECRET})

    @pytest.mark.parametrize("key", ["a\r\nX: y", "ключ", "two words"])
    def test_what_is_no_key_is_refused_without_being_shown(self, key: str) -> None:
        with pytest.raises(UsageError) as error:
            self.make({URL: "https://example.org/v1", MODEL: "m", KEY: key})
        assert key not in str(error.value)

    def test_it_is_not_shown(self, server: Server) -> None:
        given = self.make({URL: server.url, MODEL: "m", KEY: SECRET})
        assert SECRET not in repr(given._poster)

    def test_it_does_not_follow_a_redirection(self, server: Server) -> None:
        server.script.append(status(307, Location=f"{server.url}/elsewhere"))
        with pytest.raises(ProviderError, match="answers 307"):
            ask(self.make({URL: server.url, MODEL: "m", KEY: SECRET}))
        assert len(server.requests) == 1

    def test_a_file_must_not_hold_it(self) -> None:
        with pytest.raises(UsageError, match="must not be in a file"):
            read_options({"key": SECRET})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"provder": "argos"}, "is no option. Did you mean “provider”?"),
        ({"seconds": "many"}, "can't be “many”"),
        ({"seconds": 0}, "can't be “0”"),
        ({"seconds": True}, "can't be “True”"),
        ({"model": 4}, "can't be “4”"),
    ],
)
def test_options_that_are_wrong_say_so(given: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as error:
        read_options(given)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        (None, {}, "Nobody is named to translate"),
        ("argus", {}, "Did you mean “argos”?"),
        ("openai", {}, f"set {URL}"),
        ("openai", {"url": "https://x.org/v1"}, f"set {MODEL}"),
        ("openai", {"url": "x.org", "model": "m"}, "is no web address"),
    ],
)
def test_a_provider_that_lacks_something_says_what(
    name: str | None, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        make_provider(name, Options(**options), {})
    assert message in str(error.value)
