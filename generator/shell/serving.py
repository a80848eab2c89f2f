"""The development server: MkDocs' own, behind a door that lets nobody else in.

What is served are drafts. A page on the web can make a browser ask ``127.0.0.1`` for them: with a
name of its own that suddenly leads here (DNS rebinding), or by loading the search index as a
script. The first fails at the name, the second at ``Cross-Origin-Resource-Policy``.
"""

from __future__ import annotations

import gc
import ipaddress
import json
import logging
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from generator.config import shipped_templates
from generator.errors import Problem, on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.livereload import LiveReloadServer

    from generator.report import Report

    Headers = list[tuple[str, str]]
    Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_FOLDER: Final = "/livereload/"
_SCRIPT: Final = f"{_FOLDER}reload.js"
_PROBLEMS: Final = f"{_FOLDER}problems.json"
# MkDocs puts the like into each page as an inline script, which the pages' policy forbids.
_OWN: Final = {
    _SCRIPT: ("reload.js", "text/javascript; charset=utf-8"),
    f"{_FOLDER}problems.css": ("problems.css", "text/css; charset=utf-8"),
}
_LINE: Final = re.compile(r"\bline (\d+)")
_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
)


def guard(server: LiveReloadServer, problems: Callable[[], Iterable[Problem]]) -> LiveReloadServer:
    """Return ``server``, which now answers only readers who asked for it by its own address.

    Every page shows the ``problems`` that the last build has found.
    """
    host, port = server.server_address[0], server.server_address[1]
    application: Application = server.serve_request
    open_to_all = _is_address(str(host)) and not ipaddress.ip_address(str(host)).is_loopback

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        def start_guarded(status: str, headers: Headers, *rest: Any) -> Any:
            return start(status, [*headers, *_HEADERS], *rest)

        if not is_own_name(environ.get("HTTP_HOST", ""), str(host), int(port), open_to_all):
            return _refuse(start_guarded, "421 Misdirected Request", host, port)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _refuse(start_guarded, "405 Method Not Allowed", host, port)
        path = environ["PATH_INFO"]
        if path == _PROBLEMS:
            start_guarded("200 OK", [("Content-Type", "application/json")])
            return [json.dumps([asdict(problem) for problem in problems()]).encode()]
        if path in _OWN:
            name, kind = _OWN[path]
            start_guarded("200 OK", [("Content-Type", kind)])
            return [(shipped_templates() / "serve" / name).read_bytes()]
        return application(environ, start_guarded)

    find_error_page = server.error_handler

    def error_page(code: int) -> bytes | None:
        page = find_error_page(code)
        return page and _inject(page, server._visible_epoch)  # noqa: SLF001

    server.error_handler = error_page
    server.set_app(answer)
    setattr(server, "_inject_js_into_html", _inject)  # noqa: B010 - MkDocs has no way to ask for it
    return server


def outlive_failures(server: LiveReloadServer, report: Report) -> Callable[[], list[Problem]]:
    """Let a failed build leave ``server`` as it was; return what tells the last one's problems.

    By itself MkDocs' server would answer nobody until a build succeeds.
    """
    found = list(report.problems)
    build, log = server.builder, logging.getLogger("mkdocs")

    def build_or_tell() -> None:
        said = _Said(logging.ERROR)
        log.addHandler(said)
        was_wrong = bool(found)
        # Looking for cycles among all that is kept takes longer than the rest of a build.
        gc.disable()
        try:
            build()
            found[:] = report.problems
        except (Exception, SystemExit) as error:
            found[:] = [_failure(" ".join([*said.messages, str(error)]))]
            log.warning("%s", found[0])
        finally:
            gc.enable()
            log.removeHandler(said)
        if was_wrong and not found:
            log.info("All problems are mended.")

    server.builder = build_or_tell
    return lambda: found


class _Said(logging.Handler):
    """Collects what MkDocs says while it fails: its exceptions only tell that it has."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _failure(text: str) -> Problem:
    """Return what ended a build as a problem of the configuration, which it nearly always is."""
    text = on_one_line(text.removeprefix("mkdocs.yml: "))
    line = _LINE.search(text)
    remedy = "The pages are those of the last build that succeeded"
    return Problem("mkdocs.yml", int(line[1]) if line else 0, text.rstrip("."), remedy)


def is_own_name(given: str, host: str, port: int, open_to_all: bool = False) -> bool:
    """Return whether the ``Host`` header ``given`` names a server that listens on ``host``.

    One that is ``open_to_all`` the network may be asked for by any address, by a name never: that
    may be anybody's.
    """
    name, colon, number = given.rpartition(":")
    if not colon or number != str(port):
        name, number = given, "80"
    if number != str(port):
        return False
    name = name.lower()
    if name in ("localhost", "127.0.0.1", "[::1]", host, f"[{host}]"):
        return True
    return open_to_all and _is_address(name.removeprefix("[").removesuffix("]"))


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _refuse(start: Callable[..., Any], status: str, host: Any, port: Any) -> Iterable[bytes]:
    start(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [f"{status}. This is http://{host}:{port}/, for reading only.\n".encode()]


def _inject(content: bytes, epoch: int) -> bytes:
    """Return a page that reloads itself when a newer build than ``epoch`` is there."""
    body, end, rest = content.rpartition(b"</body>")
    tag = b'<script src="%b" data-epoch="%d" data-page="%d"></script>' % (
        _SCRIPT.encode(), epoch, epoch,
    )  # fmt: skip
    return body + tag + end + rest if end else content + tag
