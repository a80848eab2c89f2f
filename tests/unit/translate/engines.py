"""Fake translators: a module like Argos Translate, and a real server like OpenAI's, both local."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import threading
import types
from collections import deque
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

Script = deque[Any]
"""What to do wrong, one entry a request; nothing is wrong when it is empty."""


def english_of(arabic: str) -> str:
    """Return "English" that keeps figures and quotation marks, the same for the same Arabic."""
    word = (
        hashlib.sha256(arabic.encode())
        .hexdigest()
        .translate(str.maketrans("0123456789", "ghijklmnop"))
    )
    figures = re.findall("[0-9]+", arabic)
    quotes = '"' * len(re.findall('[«»“”"]', arabic))
    return " ".join(["Saying", word[:12], *figures, f"{quotes}."])


def fake_argos(monkeypatch: pytest.MonkeyPatch, *, model: bool = True) -> Script:
    """Put a module in the place of Argos Translate; its script holds answers or exceptions."""
    script: Script = deque()

    class Model:
        def translate(self, input_text: str) -> str:
            found = script.popleft() if script else english_of(input_text)
            if isinstance(found, Exception):
                raise found
            return str(found)

    class Language:
        def __init__(self, code: str) -> None:
            self.code = code

        def get_translation(self, to: Language) -> Model | None:
            return Model() if model and (self.code, to.code) == ("ar", "en") else None

    package = types.ModuleType("argostranslate")
    module: Any = types.ModuleType("argostranslate.translate")
    module.get_installed_languages = lambda: [Language("en"), Language("ar")]
    monkeypatch.setitem(sys.modules, "argostranslate", package)
    monkeypatch.setitem(sys.modules, "argostranslate.translate", module)
    return script


class Server(ThreadingHTTPServer):
    """Answers as the script says; keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: Script = deque()
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        """Return the base of the interface."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def sent(self) -> list[str]:
        """Return every sentence that has arrived."""
        users = [json.loads(request["messages"][1]["content"]) for request in self.requests]
        return [sentence["arabic"] for user in users for sentence in user["sentences"]]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that have gone: that is what the tests want."""


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        self.server.requests.append(request)
        self.server.keys.append(self.headers["Authorization"])
        action = self.server.script.popleft() if self.server.script else answer
        with suppress(BrokenPipeError, ConnectionResetError):
            action(self, request)

    def reply(self, data: Any, status: int = 200, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Action: TypeAlias = "Callable[[_Handler, dict[str, Any]], None]"


def sentences(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the right answer to a request."""
    given = json.loads(request["messages"][1]["content"])["sentences"]
    return [{"n": s["n"], "english": english_of(s["arabic"])} for s in given]


def said(content: Any) -> dict[str, Any]:
    """Return a reply in which the model says something."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    return {"choices": [{"message": {"role": "assistant", "content": text}}]}


def answer(handler: _Handler, request: dict[str, Any]) -> None:
    """Answer well."""
    handler.reply(said({"sentences": sentences(request)}))


def say(change: Callable[[list[dict[str, Any]]], Any]) -> Action:
    """Answer with what ``change`` makes of the right sentences."""

    def action(handler: _Handler, request: dict[str, Any]) -> None:
        handler.reply(said(change(sentences(request))))

    return action


def status(code: int, message: str = "", **headers: str) -> Action:
    """Answer with an error."""

    def action(handler: _Handler, request: dict[str, Any]) -> None:
        handler.reply({"error": {"message": message}}, code, **headers)

    return action


def body(data: bytes) -> Action:
    """Answer with bytes of any kind."""

    def action(handler: _Handler, request: dict[str, Any]) -> None:
        handler.reply(data)

    return action


def cut(handler: _Handler, request: dict[str, Any]) -> None:
    """Promise more than is sent, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"mess')
    handler.close_connection = True


def hang_up(handler: _Handler, request: dict[str, Any]) -> None:
    """Say nothing and hang up."""
    handler.close_connection = True


def silence(handler: _Handler, request: dict[str, Any]) -> None:
    """Say nothing, and stay."""
    handler.server.released.wait(20)


def drip(handler: _Handler, request: dict[str, Any]) -> None:
    """Send a byte now and then for ever: no single read takes long."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def chunks(handler: _Handler, request: dict[str, Any]) -> None:
    """Send a body without end, as fast as it is taken."""
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    _for_ever(handler, b"1000\r\n" + b" " * 4096 + b"\r\n")


def headers(handler: _Handler, request: dict[str, Any]) -> None:
    """Send headers without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _for_ever(handler, b"X-More: there is\r\n")


def beginnings(handler: _Handler, request: dict[str, Any]) -> None:
    """Say without end that an answer will come."""
    _for_ever(handler, b"HTTP/1.1 100 Continue\r\n\r\n")


def _for_ever(handler: _Handler, data: bytes) -> None:
    handler.close_connection = True
    while not handler.server.released.is_set():
        handler.wfile.write(data)


@contextmanager
def fake_server() -> Iterator[Server]:
    """Run a server at a free port of this machine."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.released.set()
            server.shutdown()
            thread.join()
